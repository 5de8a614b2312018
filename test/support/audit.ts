import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT_FOLDER } from './source-tree.ts';

/** What `npm run audit` says of a running server, and its exit code: 0 for clean books. */
export function auditOf(stateFolder: string): { exitCode: number | null; report: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT_FOLDER, 'scripts', 'command.mjs'), 'audit'],
    { cwd: ROOT_FOLDER, encoding: 'utf8', env: { ...process.env, STATE_DIR: stateFolder } },
  );
  return { exitCode: status, report: `${stdout}${stderr}` };
}
