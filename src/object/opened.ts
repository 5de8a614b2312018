import { hashJson } from '../domain/chain.ts';
import type { JournalRow, Json } from '../domain/journal.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { ObjectAddress } from './address.ts';
import type { Database } from './database.ts';
import { type Job, Jobs } from './jobs.ts';
import { Journal, type NewRow } from './journal.ts';
import { claimNaturalKey, findTransportKey, keepTransportKey, pruneTransportKeys } from './keys.ts';
import { type JournalQueue, Outbox } from './outbox.ts';

/** What a command may do inside its savepoint. */
export type Transaction = {
  append(row: NewRow): JournalRow;
  /** Takes a natural key for ever; throws where it is taken. */
  claim(naturalKey: string, seq: number): void;
};

/** `seq` names the journal row that the result tells of; the last one appended where it is left out. */
export type Decided<Value> = { ok: true; value: Value; seq?: number } | { ok: false; refusal: Refusal };

export type KeyedCommand<Value> = {
  key: string;
  /** What of the command must be equal in a repetition. */
  input: Json;
  nowMs: number;
  decide(transaction: Transaction): Decided<Value>;
  /** Leaves out of the kept result what may be erased, and puts it back for a replay. */
  keep?: (value: Value) => Json;
  restore?: (kept: Json) => Value;
};

/** Undoes the savepoint of a command that was refused: a refusal has written nothing. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const OUTBOX_JOB = 'outbox';
const SEND_LIMIT_MS = 20_000;

/** An object whose tables exist: its journal, its road to Postgres and its pending work. */
export class Opened {
  readonly address: ObjectAddress;
  readonly epoch: number;
  readonly journal: Journal;
  readonly outbox: Outbox;
  readonly jobs: Jobs;
  #database: Database;
  #pruneCursor = '';

  constructor(
    setup: { database: Database; queue: JournalQueue; jobs: readonly Job[] },
    address: ObjectAddress,
    epoch: number,
  ) {
    this.#database = setup.database;
    this.address = address;
    this.epoch = epoch;
    this.journal = new Journal(setup.database, { ...address, epoch });
    this.outbox = new Outbox(setup.database, this.journal, setup.queue);
    this.jobs = new Jobs(setup.database, [
      {
        name: OUTBOX_JOB,
        limitMs: SEND_LIMIT_MS,
        dueAtMs: () => this.outbox.dueAtMs(),
        run: (nowMs) => this.outbox.send(nowMs, this.ownDueAtMs()),
      },
      ...setup.jobs,
    ]);
  }

  /** When the object's own work is due, delivery apart: what the registry is told. */
  ownDueAtMs(): number | null {
    return this.jobs.nextDueAtMs([OUTBOX_JOB]);
  }

  /** Runs `work` in one savepoint; a refusal undoes everything in it. */
  write<Value>(nowMs: number, work: (transaction: Transaction) => Decided<Value>): Outcome<Value> {
    const before = this.journal.head.seq;
    try {
      const decided = this.journal.transaction((append) => {
        const result = work({ append, claim: (key, seq) => claimNaturalKey(this.#database, key, seq) });
        if (!result.ok) throw new Refused(result.refusal);
        return result;
      });
      if (this.journal.head.seq > before) this.outbox.noteAppended(nowMs);
      return { ok: true, value: decided.value, replayed: false, seq: decided.seq ?? this.journal.head.seq };
    } catch (failure) {
      if (failure instanceof Refused) return { ok: false, refusal: failure.refusal };
      throw failure;
    }
  }

  /** `write` under a transport key: the same key and input give the first result again. */
  command<Value>(command: KeyedCommand<Value>): Outcome<Value> {
    const { key, nowMs } = command;
    const inputHash = hashJson(command.input);
    const kept = findTransportKey(this.#database, key);
    if (kept) {
      if (kept.inputHash !== inputHash) return { ok: false, refusal: { code: 'key_reused' } };
      const value = command.restore ? command.restore(kept.result) : (kept.result as Value);
      return { ok: true, value, replayed: true, seq: kept.seq };
    }
    return this.write(nowMs, (transaction) => {
      let lastSeq = this.journal.head.seq;
      const append = (row: NewRow) => {
        const appended = transaction.append(row);
        lastSeq = appended.seq;
        return appended;
      };
      const decided = command.decide({ ...transaction, append });
      if (!decided.ok) return decided;
      const result = command.keep ? command.keep(decided.value) : decided.value;
      keepTransportKey(this.#database, key, { inputHash, seq: decided.seq ?? lastSeq, result }, nowMs);
      return decided;
    });
  }

  /** Deletes a few outdated transport keys; called with every alarm and touch. */
  prune(nowMs: number): void {
    this.#pruneCursor = pruneTransportKeys(this.#database, this.#pruneCursor, nowMs) ?? '';
  }

  /** What `exportState` tells of every object alike. */
  exportHead(): { epoch: number; headSeq: number; headHash: string; sentSeq: number; confirmedSeq: number } {
    const { seq, hash } = this.journal.head;
    return { epoch: this.epoch, headSeq: seq, headHash: hash, ...this.outbox.cursors };
  }
}
