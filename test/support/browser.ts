import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** What a closed network and a container without a sandbox or a graphics card ask for. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where the browser from npm lies once unpacked; null where it was not built for this machine. */
async function packagedPath(): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: packaged } = await import('@sparticuz/chromium');
  const path = await packaged.executablePath();
  // It links to libraries of the system that a bare machine may lack.
  return spawnSync(path, ['--version', ...FLAGS]).status === 0 ? path : null;
}

/** CHROMIUM_PATH, then the headless shell from npm, a third faster than a system's whole browser, then that. */
async function browserPath(): Promise<string | null> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return (await packagedPath()) ?? SYSTEM_PATHS.find((path) => existsSync(path)) ?? null;
}

/** Whether this machine has a browser to test with. */
export const hasBrowser = async () => (await browserPath()) !== null;

/** A headless Chromium, with flags of the caller's own; where there is none this throws, and so does the test. */
export async function launchBrowser(flags: string[] = []): Promise<Browser> {
  const executablePath = await browserPath();
  if (!executablePath) throw new Error('no browser on this platform: set CHROMIUM_PATH');
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
}
