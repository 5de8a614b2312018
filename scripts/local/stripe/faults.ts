import { newId } from './identifier.ts';
import type { Store } from './store.ts';

/** What can become of an API request. */
export const FAULTS = [
  /** The connection breaks before anything happens. */
  'lost',
  /** Everything happens, and the answer is lost. */
  'reply-lost',
  /** 500 before anything happens, kept under the key and replayed. */
  'saved-500',
  /** 500 although everything happened, kept under the key and replayed. */
  'saved-500-after',
  /** 429 and 503: nothing happens and nothing is kept. */
  'rate-limited',
  'unavailable',
  /** Waits, its key in use, until stalled requests are released. */
  'stall',
] as const;
export type How = (typeof FAULTS)[number];

/** These meet requests that are executed, and let those pass whose answer is saved already. */
export const IN_EXECUTION: readonly How[] = ['saved-500', 'saved-500-after', 'stall'];
export const ON_THE_WAY: readonly How[] = ['lost', 'reply-lost', 'rate-limited', 'unavailable'];

export type Fault = {
  id: string;
  /** Null meets every method, path and account. The path is a regular expression. */
  method: string | null;
  path: string | null;
  account: string | null;
  how: How;
  /** How many requests it meets; null meets all until it is cleared. */
  times: number | null;
};

/** The faults that the next requests meet, kept over restarts. */
export class Faults {
  readonly #store: Store;
  #release: (() => void)[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  list(): Fault[] {
    return (this.#store.get('knobs', 'faults') as Fault[] | undefined) ?? [];
  }

  add(fault: Omit<Fault, 'id'>): Fault {
    const added = { id: newId('fault', 8), ...fault };
    this.#store.transaction(() => this.#store.put('knobs', 'faults', [...this.list(), added]));
    return added;
  }

  clear(): void {
    this.#store.transaction(() => this.#store.put('knobs', 'faults', []));
    this.release();
  }

  /** What of the given becomes of a request, by the oldest fault that it meets; null when nothing does. */
  take(method: string, path: string, account: string | null, among: readonly How[]): How | null {
    const faults = this.list();
    const met = faults.find(
      (fault) =>
        among.includes(fault.how) &&
        (fault.method === null || fault.method === method) &&
        (fault.path === null || new RegExp(fault.path).test(path)) &&
        (fault.account === null || fault.account === account),
    );
    if (!met) return null;
    const { times } = met;
    if (times !== null) {
      const left = faults.flatMap((fault) =>
        fault !== met ? [fault] : times > 1 ? [{ ...fault, times: times - 1 }] : [],
      );
      this.#store.transaction(() => this.#store.put('knobs', 'faults', left));
    }
    return met.how;
  }

  /** Ends when stalled requests are released. */
  stall(): Promise<void> {
    return new Promise((resolve) => this.#release.push(resolve));
  }

  stalled(): number {
    return this.#release.length;
  }

  release(): void {
    const waiting = this.#release;
    this.#release = [];
    for (const resolve of waiting) resolve();
  }
}
