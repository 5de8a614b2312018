// Everything that can be said in under a minute: types, lint, dead code, the shape of the tree, pure tests.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { ROOT_FOLDER, toolEnvironment } from './runtime.mjs';

/** Longest first; two at a time, because the tools use more than one core themselves. */
const steps = [
  ['tidy and pure tests', 'vitest', 'run', '--project', 'domain', '--silent=passed-only'],
  ['dead code', 'knip', '--no-progress'],
  ['types of the Worker', 'tsc', '-p', 'tsconfig.json'],
  ['types of scripts and tests', 'tsc', '-p', 'tsconfig.node.json'],
  ['types of the console and the widget', 'tsc', '-p', 'tsconfig.console.json'],
  ['weight of the widget', 'node', 'scripts/build-widget.mjs', '--check'],
  ['lint and format', 'biome', 'ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings', '.'],
];
/** Steps whose figures are worth reading when they are fine, too. */
const WEIGHED = new Set(['weight of the widget']);
const PARALLEL_STEPS = 2;

function run([name, command, ...parameters]) {
  const startedMs = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: ROOT_FOLDER,
      env: toolEnvironment({ NO_COLOR: '1', FORCE_COLOR: undefined }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ name, ok: false, output: String(error), startedMs }));
    child.on('close', (code) =>
      resolve({ name, ok: code === 0, output, startedMs, says: WEIGHED.has(name) }),
    );
  });
}

const startedMs = Date.now();
const waiting = existsSync(`${ROOT_FOLDER}/web/console`)
  ? [...steps]
  : steps.filter(([name]) => name !== 'types of the console and the widget');
const failed = [];
async function work() {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const result = await run(step);
    console.log(`${result.ok ? 'ok  ' : 'FAIL'} ${result.name} (${Date.now() - result.startedMs} ms)`);
    if (result.ok && result.says) console.log(`     ${result.output.trim()}`);
    if (!result.ok) failed.push(result);
  }
}
await Promise.all(Array.from({ length: PARALLEL_STEPS }, work));
for (const { name, output } of failed) console.log(`\n--- ${name}\n${output.trimEnd()}`);
console.log(`${failed.length === 0 ? 'ok' : 'FAIL'} in ${Math.round((Date.now() - startedMs) / 100) / 10} s`);
process.exitCode = failed.length === 0 ? 0 : 1;
