import type { JournalRow } from '../domain/journal.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import type { Refusal } from '../domain/refusal.ts';
import { consoleLog, failureFields } from '../lib/log.ts';
import { type ObjectAddress, parseObjectName } from './address.ts';
import { AlarmClock, type ObjectClock } from './alarm-clock.ts';
import { Database } from './database.ts';
import { chunkBySize } from './delivery-plan.ts';
import type { Job } from './jobs.ts';
import { type MigrationList, migrate } from './migrations.ts';
import { Opened, type Transaction } from './opened.ts';
import type { JournalQueue } from './outbox.ts';
import { OBJECT_MIGRATIONS } from './schema.ts';

/** How long a broken object waits before its alarm tries to start it again. */
const RESTART_AFTER_MS = 60_000;
const PAGE_ROWS_MAX = 500;
/** An answer may carry 32 MiB; rows of 80 kB would pass that long before they are so many. */
const PAGE_BYTES_MAX = 4_000_000;

export type CoreSetup = {
  ctx: DurableObjectState;
  kind: ObjectAddress['kind'];
  queue: JournalQueue;
  clock: ObjectClock;
  migrations: MigrationList;
  jobs: readonly Job[];
  /** Reads the object's own tables into memory: after opening and at every wake. */
  load(opened: Opened): void;
};

/** The object could not be started; the caller may try again, nothing was written. */
export class ObjectUnavailable extends Error {
  override readonly name = 'ObjectUnavailable';
}

/**
 * What both objects share: opening, the one command path, delivery and the one alarm. Neither the
 * constructor nor the alarm lets a failure out: it is recorded and the alarm is set anew, because
 * the runtime gives up for good on an alarm that keeps throwing.
 */
export class ObjectCore {
  readonly database: Database;
  #setup: CoreSetup;
  #address: ObjectAddress | null;
  #alarmClock: AlarmClock;
  #opened: Opened | null = null;
  #broken = false;

  /** Call it last in the object's constructor: it loads the object's state. */
  constructor(setup: CoreSetup) {
    this.#setup = setup;
    this.database = new Database(setup.ctx.storage);
    this.#address = parseObjectName(setup.kind, setup.ctx.id.name);
    this.#alarmClock = new AlarmClock(setup.ctx.storage, this.database, setup.clock);
    void setup.ctx.blockConcurrencyWhile(async () => {
      try {
        await this.#alarmClock.reread();
      } catch (failure) {
        this.#note('reread_alarm', failure);
      }
      this.#start();
    });
  }

  get nowMs(): number {
    return this.#setup.clock.nowMs();
  }

  /** The opened object, or why the caller gets no further: foreign and missing addresses look the same. */
  reach(tenantId: string, objectId: string): { ok: true; opened: Opened } | { ok: false; refusal: Refusal } {
    const address = this.#address;
    if (address?.tenantId !== tenantId || address.objectId !== objectId) return refuse({ code: 'not_found' });
    if (this.#broken) this.#start();
    if (this.#broken) throw new ObjectUnavailable('the object could not be started');
    return this.#opened === null ? refuse({ code: 'not_open' }) : { ok: true, opened: this.#opened };
  }

  /** Creates the tables and writes the first row, once; a second opening of the same epoch is a replay. */
  open(
    target: { tenantId: string; objectId: string; epoch: number },
    first: (transaction: Transaction, nowMs: number) => void,
  ): Outcome<{ epoch: number }> {
    const reached = this.reach(target.tenantId, target.objectId);
    const { epoch } = target;
    if (reached.ok) {
      const current = reached.opened;
      if (current.epoch !== epoch)
        return refuse({ code: 'invalid_input', field: 'epoch', reason: `open in epoch ${current.epoch}` });
      return { ok: true, value: { epoch }, replayed: true, seq: current.journal.head.seq };
    }
    const address = this.#address;
    if (reached.refusal.code !== 'not_open' || address === null) return reached;
    const nowMs = this.nowMs;
    const opened = this.database.savepoint(() => {
      migrate(this.database, [OBJECT_MIGRATIONS, this.#setup.migrations]);
      this.database.run(
        'insert into object_identity (one, kind, tenant_id, object_id, epoch, opened_at_ms) values (1, ?, ?, ?, ?, ?)',
        address.kind,
        address.tenantId,
        address.objectId,
        epoch,
        nowMs,
      );
      const created = this.#create(address, epoch);
      created.write(nowMs, (transaction) => {
        first(transaction, nowMs);
        return { ok: true, value: null };
      });
      this.#setup.load(created);
      return created;
    });
    this.#opened = opened;
    this.settle();
    return { ok: true, value: { epoch }, replayed: false, seq: opened.journal.head.seq };
  }

  /** One call on an opened object: reach it, act (a command or a read), then arm the alarm. */
  run<Value>(
    address: { tenantId: string; objectId: string },
    act: (opened: Opened, nowMs: number) => Outcome<Value>,
  ): Outcome<Value> {
    const reached = this.reach(address.tenantId, address.objectId);
    if (!reached.ok) return reached;
    const outcome = act(reached.opened, this.nowMs);
    this.settle();
    return outcome;
  }

  /** Throws where a storage failure has undone more than the savepoint that it was thrown in. */
  assertHead(): void {
    this.#opened?.journal.assertHead();
  }

  /** Gives the object up, because memory may be ahead of storage; it starts again from what is stored. */
  abandon(failure: unknown): void {
    this.#note('abandon', failure);
    this.#setup.ctx.abort('unknown outcome: retry with the same key');
  }

  /**
   * Arms the alarm for what a command left to do. Runs outside the command's savepoint, where a
   * write that fails would stay half done: the object is abandoned and callers retry by key.
   */
  settle(): void {
    try {
      this.#alarmClock.arm(this.#opened?.jobs.nextDueAtMs() ?? null);
    } catch (failure) {
      this.abandon(failure);
      throw failure;
    }
  }

  confirmProjected(
    address: { tenantId: string; objectId: string },
    range: { epoch: number; fromSeq: number; toSeq: number },
  ): Outcome<{ confirmedSeq: number }> {
    return this.run(address, ({ outbox, epoch, journal }, nowMs) => {
      const confirmedSeq = range.epoch === epoch ? outbox.confirm(range, nowMs) : outbox.cursors.confirmedSeq;
      return { ok: true, value: { confirmedSeq }, replayed: false, seq: journal.head.seq };
    });
  }

  /**
   * Sends everything unconfirmed soon, lets failed jobs try again and re-arms the alarm. Answers when
   * the object's own work is due, delivery apart: the registry's `due_at`.
   */
  async touch(address: { tenantId: string; objectId: string }): Promise<Outcome<{ dueAtMs: number | null }>> {
    const reached = this.reach(address.tenantId, address.objectId);
    if (!reached.ok) return reached;
    const { outbox, jobs, journal } = reached.opened;
    await this.#alarmClock.reread();
    outbox.resendSoon(this.nowMs);
    jobs.forgetBackoff();
    reached.opened.prune(this.nowMs);
    this.settle();
    return {
      ok: true,
      value: { dueAtMs: reached.opened.ownDueAtMs() },
      replayed: false,
      seq: journal.head.seq,
    };
  }

  exportJournal(
    address: { tenantId: string; objectId: string },
    page: { fromSeq: number; limit: number },
  ): Outcome<{ items: JournalRow[]; nextCursor: number | null }> {
    return this.run(address, ({ journal }) => {
      const rows = journal.page(page.fromSeq, Math.min(page.limit, PAGE_ROWS_MAX));
      const [items = []] = chunkBySize(rows, (row) => JSON.stringify(row).length, PAGE_BYTES_MAX);
      const lastSeq = items.at(-1)?.seq ?? journal.head.seq;
      const nextCursor = lastSeq < journal.head.seq ? lastSeq + 1 : null;
      return { ok: true, value: { items, nextCursor }, replayed: false, seq: journal.head.seq };
    });
  }

  /** What `exportState` tells of the alarm. */
  exportAlarm(): { nowMs: number; alarmAtMs: number | null; dueAtMs: number | null } {
    return {
      nowMs: this.nowMs,
      alarmAtMs: this.#alarmClock.armedAtMs,
      dueAtMs: this.#opened?.jobs.nextDueAtMs() ?? null,
    };
  }

  /** The alarm handler. Never throws, and always leaves an alarm where work is left. */
  async alarm(): Promise<void> {
    this.#alarmClock.noteFired();
    try {
      if (this.#broken) this.#start();
      if (this.#broken) return;
      await this.#opened?.jobs.runDue(this.nowMs, () => Date.now());
      this.#opened?.prune(this.nowMs);
    } catch (failure) {
      this.#note('alarm', failure);
    } finally {
      this.#rearm();
    }
  }

  #rearm(): void {
    try {
      const dueAtMs = this.#broken ? this.nowMs + RESTART_AFTER_MS : this.#opened?.jobs.nextDueAtMs();
      this.#alarmClock.arm(dueAtMs ?? null);
    } catch (failure) {
      this.#note('rearm', failure);
    }
  }

  #start(): void {
    this.#broken = false;
    try {
      if (this.#opened !== null || !this.database.hasTable('object_identity')) return;
      migrate(this.database, [OBJECT_MIGRATIONS, this.#setup.migrations]);
      const identity = this.database.first<{ epoch: number; tenant_id: string; object_id: string }>(
        'select epoch, tenant_id, object_id from object_identity',
      );
      const address = this.#address;
      if (identity === null || address === null) throw new Error('the object has no identity');
      if (identity.tenant_id !== address.tenantId || identity.object_id !== address.objectId)
        throw new Error('the object was written under another name');
      const opened = this.#create(address, identity.epoch);
      this.#setup.load(opened);
      this.#opened = opened;
    } catch (failure) {
      this.#broken = true;
      this.#opened = null;
      this.#note('start', failure);
    }
    this.#rearm();
  }

  #create(address: ObjectAddress, epoch: number): Opened {
    const { queue, jobs } = this.#setup;
    return new Opened({ database: this.database, queue, jobs }, address, epoch);
  }

  /** Records a failure for operators; recording must not fail in its turn. */
  #note(where: string, failure: unknown): void {
    const { kind, tenantId = null, objectId = null } = this.#address ?? { kind: this.#setup.kind };
    consoleLog().error('object.failed', { where, kind, tenantId, objectId, ...failureFields(failure) });
    try {
      this.#opened?.jobs.recordFailure(where, failure, this.nowMs);
    } catch {
      // Storage itself is away; the line above is the record.
    }
  }
}
