import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Addresses, readAddresses } from '../../scripts/local/addresses.ts';
import type { InboxMessage } from '../../scripts/local/inbox.ts';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import { descendantsOf, isRunning } from '../../scripts/local/process-tree.ts';
import { freePort } from './free-port.ts';
import { ROOT_FOLDER } from './source-tree.ts';

const START_MS_MAX = 240_000;
const STOP_MS_MAX = 15_000;
const POLL_MS = 50;

export type ServerOptions = {
  /** Kept when given; without one the server gets a new one that `stop` removes. */
  stateFolder?: string;
  port?: number;
  /** Demo shops are made at the first start, in short; most tests make their own. */
  demo?: boolean;
  environment?: Record<string, string>;
};

/** How to reach a running server; plain data, so that a global set-up can hand it to tests. */
export type ServerAddress = { port: number; stateFolder: string; addresses: Addresses };

export type TestServer = ServerAddress & {
  /** Address of a path on a host below the root: `url('/', 'mianyu')`, `url('/healthz')`. */
  url(path: string, subdomain?: string): string;
  fetch: typeof localFetch;
  /** What was sent to an address, newest first. */
  inbox(to: string): Promise<InboxMessage[]>;
  /** Sets the server's clock ahead of the machine's and wakes every object; kept over restarts. */
  moveClock(offsetMs: number): Promise<void>;
  /** What `npm start` has printed so far. */
  output(): string;
  /** Asks the server to end, as Ctrl-C does, and waits for every process of it. */
  stop(): Promise<void>;
  /** SIGKILL to the whole process group, at once; the state folder stays. */
  killTree(): Promise<void>;
};

/** The parts of a server that need only its address. */
export function serverAt(address: ServerAddress) {
  return {
    ...address,
    url: (path: string, subdomain?: string) =>
      `http://${subdomain ? `${subdomain}.` : ''}localhost:${address.port}${path}`,
    fetch: localFetch,
    async inbox(to: string) {
      const response = await localFetch(
        `${address.addresses.services}/inbox.json?to=${encodeURIComponent(to)}`,
      );
      return (await response.json()) as InboxMessage[];
    },
    async moveClock(offsetMs: number) {
      const response = await localFetch(`${address.addresses.services}/clock`, {
        method: 'POST',
        body: JSON.stringify({ offsetMs }),
      });
      if (!response.ok) throw new Error(`the clock was not moved: ${await response.text()}`);
    },
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `holds` does; throws with what `otherwise` says after `limitMs`. */
export async function until(holds: () => boolean, limitMs: number, otherwise: () => string): Promise<void> {
  const deadlineMs = performance.now() + limitMs;
  while (!holds()) {
    if (performance.now() > deadlineMs) throw new Error(otherwise());
    await pause(POLL_MS);
  }
}

/** Starts Pointmall as `npm start` does, in a process group of its own, and waits until it is ready. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = options.port ?? (await freePort());
  const stateFolder = options.stateFolder ?? mkdtempSync(join(tmpdir(), 'pointmall-state-'));
  let output = '';
  const child = spawn(
    process.execPath,
    [join(ROOT_FOLDER, 'scripts', 'start.mjs'), options.demo ? '--short-demo' : '--no-demo'],
    {
      cwd: ROOT_FOLDER,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DATABASE_URL: '',
        PORT: String(port),
        STATE_DIR: stateFolder,
        NO_COLOR: '1',
        ...options.environment,
      },
    },
  );
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  try {
    await until(
      () => output.includes('\nReady.') || child.exitCode !== null,
      START_MS_MAX,
      () => `not ready after ${START_MS_MAX} ms:\n${output}`,
    );
  } catch (failure) {
    // Nobody else knows of it, so nobody else would end it.
    await endGroup(child, 'SIGKILL');
    throw failure;
  }
  if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${output}`);
  const addresses = readAddresses(stateFolder);
  if (!addresses) throw new Error('npm start wrote no addresses');
  return {
    ...serverAt({ port, stateFolder, addresses }),
    output: () => output,
    async stop() {
      await endGroup(child, 'SIGTERM');
      if (!options.stateFolder) rmSync(stateFolder, { recursive: true, force: true });
    },
    killTree: () => endGroup(child, 'SIGKILL'),
  };
}

/** SIGTERM goes to the starter alone, as a service manager sends it; SIGKILL to everyone. */
async function endGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const tree = [pid, ...descendantsOf(pid)];
  const left = () => tree.filter((each) => isRunning(each, ''));
  try {
    process.kill(signal === 'SIGKILL' ? -pid : pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  await until(
    () => left().length === 0,
    STOP_MS_MAX,
    () => `still running after ${signal}: ${left().join(', ')}`,
  );
}
