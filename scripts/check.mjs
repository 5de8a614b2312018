// Types and lint over the whole tree; the first command anyone runs after a change.
import { spawnSync } from 'node:child_process';

const steps = [
  ['types of the Worker', 'tsc', '-p', 'tsconfig.json'],
  ['lint and format', 'biome', 'ci', '.'],
];
for (const [name, command, ...parameters] of steps) {
  const startedMs = Date.now();
  const { status } = spawnSync(`node_modules/.bin/${command}`, parameters, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${Date.now() - startedMs} ms)`);
  if (status !== 0) process.exit(1);
}
