import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT_FOLDER } from '../support/source-tree.ts';

/** Runs `npm run audit` against the server on a state folder, to its end. */
export function runAudit(
  stateFolder: string,
  environment: Record<string, string> = {},
  ...parameters: string[]
): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(ROOT_FOLDER, 'scripts', 'command.mjs'), 'audit', ...parameters],
      {
        cwd: ROOT_FOLDER,
        env: { ...process.env, STATE_DIR: stateFolder, NO_COLOR: '1', ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}
