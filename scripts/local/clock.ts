import { localFetch } from './local-fetch.ts';
import type { StateFolder } from './state-folder.ts';

/** The clock's offset, kept in the state folder so that a restart goes on at the same time. */
export class LocalClock {
  readonly #state: StateFolder;
  readonly #rootHost: string;

  constructor(state: StateFolder, rootHost: string) {
    this.#state = state;
    this.#rootHost = rootHost;
  }

  offsetMs(): number {
    return this.#state.read<{ offsetMs: number }>('clock.json')?.offsetMs ?? 0;
  }

  /** What time it is for everything local. */
  nowMs(): number {
    return Date.now() + this.offsetMs();
  }

  /** Keeps the offset, then tells the Worker, which wakes every object for its new time. */
  async moveTo(offsetMs: number): Promise<unknown> {
    this.#state.write('clock.json', { offsetMs });
    const response = await localFetch(`http://console.${this.#rootHost}/__local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMs }),
    });
    if (!response.ok) throw new Error(`the Worker did not take the clock: ${response.status}`);
    return response.json();
  }
}
