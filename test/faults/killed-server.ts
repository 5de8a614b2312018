import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import { isRunning } from '../../scripts/local/process-tree.ts';

import { type ServerOptions, startServer, type TestServer } from '../support/server.ts';
import { quietPort } from './quiet-port.ts';

/** A server on one state folder and one port, that can be killed and started again. */
export class KilledServer {
  #options: ServerOptions & { stateFolder: string };
  #running: TestServer;
  kills = 0;

  private constructor(options: ServerOptions & { stateFolder: string }, running: TestServer) {
    this.#options = options;
    this.#running = running;
  }

  static async start(environment: Record<string, string> = {}, port?: number): Promise<KilledServer> {
    const stateFolder = mkdtempSync(join(tmpdir(), 'pointmall-killed-'));
    const options = { stateFolder, port: port ?? (await quietPort()), environment };
    return new KilledServer(options, await startServer(options));
  }

  get running(): TestServer {
    return this.#running;
  }

  /** SIGKILL to everyone at once; answers the workerd processes that outlived it, of which there must be none. */
  async kill(): Promise<number[]> {
    const noted = readFileSync(join(this.#options.stateFolder, 'processes.json'), 'utf8');
    const { workers } = JSON.parse(noted) as { workers: number[] };
    await this.#running.killTree();
    this.kills += 1;
    return workers.filter((pid) => isRunning(pid, 'workerd'));
  }

  /** Starts again on the same state, if asked so with another environment. */
  async restart(environment?: Record<string, string>): Promise<void> {
    if (environment) this.#options = { ...this.#options, environment };
    this.#running = await startServer(this.#options);
  }

  /** The next start begins at another time; nothing is woken, as by a clock that simply went on. */
  setClockAhead(offsetMs: number): void {
    writeFileSync(join(this.#options.stateFolder, 'clock.json'), JSON.stringify({ offsetMs }));
  }

  async stop(): Promise<void> {
    await this.#running.stop();
  }

  /** Ends whatever runs and removes what was kept. */
  async remove(): Promise<void> {
    await this.#running.killTree();
    rmSync(this.#options.stateFolder, { recursive: true, force: true });
  }

  /** From now on a redemption that reaches the step never goes on; null lets all go on. */
  async stallAt(step: string | null): Promise<void> {
    const response = await localFetch(this.#running.url('/__local/stall', 'console'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ step }),
    });
    if (!response.ok) throw new Error(`not stalled: ${response.status} ${await response.text()}`);
  }

  /** Steps at which redemptions of this start were stalled. */
  async stalledSteps(): Promise<string[]> {
    const response = await localFetch(`${this.#running.addresses.services}/stalls.json`);
    return (await response.json()) as string[];
  }
}
