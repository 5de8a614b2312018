// Goes from a clean clone to running TypeScript with Node's built-ins alone: installs what is
// missing and goes on under the Node that npm brought along when the machine's own is too old.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { NODE_MAJOR_MIN, nodeBinary, ROOT_FOLDER, toolEnvironment } from './runtime.mjs';

/** npm's own floor for what it installs here; older ones cannot even run it. */
const NODE_MAJOR_TO_INSTALL = 20;

const lockfile = join(ROOT_FOLDER, 'package-lock.json');
const stamp = join(ROOT_FOLDER, 'node_modules', '.pointmall-installed');
const npmRecord = join(ROOT_FOLDER, 'node_modules', '.package-lock.json');
const lockfileHash = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex');

/** Ends the program with one line that says what is wrong. */
export function giveUp(message) {
  console.error(message);
  process.exit(1);
}

/** Installed by us from this very lockfile, or by hand after it was last written. */
function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockfileHash();
  return existsSync(npmRecord) && statSync(npmRecord).mtimeMs >= statSync(lockfile).mtimeMs;
}

/** Runs a command to its end with our terminal, handing on the signals that ask us to stop. */
export function runToEnd(command, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: ROOT_FOLDER, stdio: 'inherit', ...options });
    const handOn = (signal) => child.kill(signal);
    process.on('SIGINT', handOn).on('SIGTERM', handOn);
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** Libraries of which only a part is uploaded, each written by its own script. */
const LIGHTENED = ['stripe', 'neon'];

/** Writes the part of a library that is uploaded, where it is missing or was written by an older script. */
async function lighten(library) {
  const script = join(ROOT_FOLDER, 'scripts', `lighten-${library}.mjs`);
  const light = join(ROOT_FOLDER, 'node_modules', '.pointmall', `${library}.mjs`);
  if (existsSync(light) && statSync(light).mtimeMs >= statSync(script).mtimeMs) return;
  if ((await runToEnd(process.execPath, [script])) !== 0)
    giveUp(`scripts/lighten-${library}.mjs failed: see above.`);
}

/** Installs from the lockfile unless that has been done. */
export async function install() {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_TO_INSTALL) {
    giveUp(`Node ${process.versions.node} is too old: install Node ${NODE_MAJOR_TO_INSTALL} or newer.`);
  }
  if (!isInstalled()) await installAll();
  for (const library of LIGHTENED) await lighten(library);
}

async function installAll() {
  console.log('Installing dependencies (npm ci) …');
  const windows = process.platform === 'win32';
  const quiet = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runToEnd(windows ? 'npm.cmd' : 'npm', quiet, { shell: windows });
  if (code !== 0) giveUp('npm ci failed: see above.');
  writeFileSync(stamp, lockfileHash());
}

/** Runs one of our TypeScript programs and ends with its exit code. */
export async function runProgram(program, parameters, environment = {}) {
  const node = nodeBinary();
  if (!node) {
    giveUp(
      `Node ${process.versions.node} is too old and npm has none for this platform: install Node ${NODE_MAJOR_MIN}.`,
    );
  }
  const warnings = ['--disable-warning=ExperimentalWarning'];
  process.exitCode = await runToEnd(node, [...warnings, join(ROOT_FOLDER, program), ...parameters], {
    env: toolEnvironment(environment),
  });
}
