import { planArming } from './alarm-plan.ts';
import type { Database } from './database.ts';

/** What the stored alarm needs to know of time: the product's clock, and how far it is from the machine's. */
export type ObjectClock = { nowMs(): number; offsetMs(): number };

/**
 * The object's one stored alarm. It is written only where it differs from what it should be or is
 * dead, because every setAlarm is a row; locally it is armed in the machine's time.
 */
export class AlarmClock {
  #storage: DurableObjectStorage;
  #database: Database;
  #clock: ObjectClock;
  #armedAtMs: number | null = null;

  constructor(storage: DurableObjectStorage, database: Database, clock: ObjectClock) {
    this.#storage = storage;
    this.#database = database;
    this.#clock = clock;
  }

  get armedAtMs(): number | null {
    return this.#armedAtMs;
  }

  /** Reads what is really stored: after a wake, or when the clock was moved. */
  async reread(): Promise<void> {
    const storedMs = await this.#storage.getAlarm();
    this.#armedAtMs = storedMs === null ? null : storedMs + this.#clock.offsetMs();
  }

  /** The runtime takes the stored alarm away before it calls the handler. */
  noteFired(): void {
    this.#armedAtMs = null;
  }

  arm(dueAtMs: number | null): void {
    const nowMs = this.#clock.nowMs();
    const arming = planArming({ armedAtMs: this.#armedAtMs, dueAtMs, nowMs });
    if (arming.kind === 'keep') return;
    this.#database.countAlarmWrite();
    this.#armedAtMs = arming.kind === 'set' ? arming.atMs : null;
    // Not awaited: it joins the transaction of this turn, and the output gate waits for both.
    if (arming.kind === 'set') void this.#storage.setAlarm(arming.atMs - this.#clock.offsetMs());
    else void this.#storage.deleteAlarm();
  }
}
