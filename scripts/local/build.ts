import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.ts';
import { buildUnlessFresh, fingerprintOf } from './freshness.ts';

export const ROOT_FOLDER = join(import.meta.dirname, '..', '..');
export const CONFIG_FILE = join(ROOT_FOLDER, 'wrangler.toml');
const WEB_OUTPUT = join(ROOT_FOLDER, 'web', 'dist');

const inRoot = (...names: string[]) => names.map((name) => join(ROOT_FOLDER, name));

/** Runs a tool from node_modules and hands back what it printed; a failure is thrown with it. */
export function runTool(command: string, parameters: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT_FOLDER, 'node_modules', command), ...parameters], {
      cwd: ROOT_FOLDER,
      env: { ...process.env, NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output))));
  });
}

/** The console and whatever else a browser loads, into web/dist; two starts at once build it once. */
export async function buildWeb(): Promise<'built' | 'fresh'> {
  mkdirSync(WEB_OUTPUT, { recursive: true });
  const config = join(ROOT_FOLDER, 'web', 'vite.config.ts');
  const pages = join('scripts', 'build-pages.mjs');
  const widget = join('scripts', 'build-widget.mjs');
  const inputs = inRoot('web', 'src', 'package-lock.json', pages, widget, join('scripts', 'build-site.mjs'));
  const fingerprint = fingerprintOf(inputs, (path) => path.startsWith(WEB_OUTPUT));
  const build = async () => {
    await runTool(join('..', pages), []);
    await runTool(join('..', widget), []);
    if (existsSync(config))
      await runTool('vite/bin/vite.js', ['build', '--config', config, '--logLevel', 'warn']);
  };
  return alone(join(WEB_OUTPUT, '.lock'), () =>
    buildUnlessFresh(join(WEB_OUTPUT, '.built'), fingerprint, build),
  );
}

/**
 * The Worker as `wrangler deploy` would upload it, into `folder`. `entry` replaces the entry of
 * wrangler.toml: tests of faults wrap it.
 */
export async function buildWorker(folder: string, entry: string | null): Promise<'built' | 'fresh'> {
  mkdirSync(folder, { recursive: true });
  const inputs = inRoot('src', 'web/mall', 'web/site', 'web/shared', 'wrangler.toml', 'package-lock.json');
  const fingerprint = fingerprintOf([...inputs, ...(entry ? [entry] : [])]) + (entry ?? '');
  return buildUnlessFresh(join(folder, '.built'), fingerprint, async () => {
    rmSync(folder, { recursive: true, force: true });
    await runTool('wrangler/bin/wrangler.js', [
      'deploy',
      ...(entry ? [entry] : []),
      '--dry-run',
      '--outdir',
      folder,
    ]);
  });
}
