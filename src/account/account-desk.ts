import type { Json } from '../domain/journal.ts';
import { writeDownDue } from '../domain/ledger/due.ts';
import {
  assertDraft,
  availablePoints,
  type Balances,
  balancesOf,
  type Draft,
  draftOf,
  type Ledger,
} from '../domain/ledger/ledger.ts';
import type { Lot } from '../domain/ledger/lot.ts';
import { decideSignUp, SIGN_UP_KEY } from '../domain/ledger/sign-up.ts';
import { type Outcome, refuse } from '../domain/outcome.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Database } from '../object/database.ts';
import type { Opened, Transaction } from '../object/opened.ts';
import type { OpenCommand } from './contract.ts';
import { type AccountHead, type Counters, LedgerStore, type LotsNeeded } from './ledger-store.ts';
import { RecordStore } from './record-store.ts';
import { RedemptionStore } from './redemption-store.ts';

const KEY_CHARACTERS_MAX = 400;

/** What a command decided, ready to be written by the one path. */
export type Plan<Value> =
  | { kind: 'refused'; refusal: Refusal }
  /** It has had its effect before; `seq` is the row in which that stands. */
  | { kind: 'unchanged'; value: Value; seq: number }
  | {
      kind: 'changed';
      ledger: Ledger;
      draft: Draft;
      /** Writes what the command changed beside lots and sums. */
      save?: () => Counters | undefined;
      /** Natural keys that are taken for ever with the effect, where no record beside the lots holds them. */
      claims?: readonly { naturalKey: string; seq: number }[];
      value: Value;
      seq?: number;
    };

/** A command as the one path runs it: what makes it the same command, and how it decides. */
export type KeyedPlan<Value> = {
  key: string;
  input: unknown;
  plan(): Plan<Value>;
  keep?: (value: Value) => Json;
  restore?: (kept: Json) => Value;
};

/** An opened account: its stores, and the one path by which anything in them changes. */
export class AccountDesk {
  readonly database: Database;
  readonly opened: Opened;
  readonly ledgers: LedgerStore;
  readonly records: RecordStore;
  readonly redemptions: RedemptionStore;

  constructor(database: Database, opened: Opened) {
    const accountId = opened.address.objectId;
    this.database = database;
    this.opened = opened;
    this.ledgers = new LedgerStore(database, accountId);
    this.records = new RecordStore(database, accountId);
    this.redemptions = new RedemptionStore(database, accountId);
  }

  get memberId(): string {
    return this.opened.address.objectId;
  }

  /** Replay? → load → decide → write, in one savepoint → reply with the row it tells of. */
  run<Value>(command: KeyedPlan<Value>, nowMs: number): Outcome<Value> {
    const { key, input, keep, restore } = command;
    if (key.length === 0 || key.length > KEY_CHARACTERS_MAX)
      return refuse({ code: 'invalid_input', field: 'key', reason: 'not_a_key' });
    const decided: { plan: Plan<Value> | null } = { plan: null };
    const outcome = this.opened.command<Value>({
      key,
      input: plain(input),
      nowMs,
      decide: (transaction) => {
        decided.plan = command.plan();
        return this.#apply(transaction, decided.plan, nowMs);
      },
      ...(keep ? { keep } : {}),
      ...(restore ? { restore } : {}),
    });
    return told(outcome, decided.plan);
  }

  /** The same path for what nobody sent: the alarm and the coordinator, which re-read and decide anew. */
  advance<Value>(plan: Plan<Value>, nowMs: number): Outcome<Value> {
    const outcome = this.opened.write<Value>(nowMs, (transaction) => this.#apply(transaction, plan, nowMs));
    return told(outcome, plan);
  }

  /** The part of the ledger that a decision needs, with the counters beside it. */
  load(nowMs: number, needed: LotsNeeded = {}): { ledger: Ledger; head: AccountHead } {
    const head = this.ledgers.head();
    const headSeq = this.opened.journal.head.seq;
    return { ledger: this.ledgers.ledger(head, headSeq, nowMs, needed), head };
  }

  /** Balances by the clock, whether or not what is due has been written down. */
  balancesAt(nowMs: number): Balances {
    const { ledger } = this.load(nowMs);
    return balancesNow(ledger, nowMs).balances;
  }

  #apply<Value>(transaction: Transaction, plan: Plan<Value>, nowMs: number) {
    if (plan.kind === 'refused') return { ok: false as const, refusal: plan.refusal };
    if (plan.kind === 'unchanged') return { ok: true as const, value: plan.value, seq: plan.seq };
    const { ledger, draft, value } = plan;
    assertDraft(ledger, draft);
    appendFacts(transaction, draft, nowMs);
    this.ledgers.write(ledger, draft, plan.save?.());
    for (const { naturalKey, seq } of plan.claims ?? []) transaction.claim(naturalKey, seq);
    return { ok: true as const, value, seq: plan.seq ?? draft.headSeq };
  }
}

/** The last row also says what can be spent after it: copies of the journal could not work that out. */
function appendFacts(transaction: Transaction, { facts, totals }: Draft, nowMs: number): void {
  const availableAfter = availablePoints(totals);
  for (const [index, { seq, type, body: told, detail }] of facts.entries()) {
    const body = index === facts.length - 1 ? { ...told, availableAfter } : told;
    const row = transaction.append({ type, atMs: nowMs, body, detail });
    if (row.seq !== seq) throw new Error(`a row decided as ${seq} was numbered ${row.seq}`);
  }
}

/** Writes an account's first rows: part of opening, the only call that creates its tables. */
export function writeOpening(
  database: Database,
  transaction: Transaction,
  command: OpenCommand,
  nowMs: number,
): void {
  const { address, timeZone, signUp, importBatchId } = command;
  const ledgers = new LedgerStore(database, address.memberId);
  ledgers.create(timeZone);
  const body = { timeZone, ...(importBatchId === undefined ? {} : { importBatchId }) };
  const opened = transaction.append({ type: 'account.opened', atMs: nowMs, body });
  if (signUp === undefined) return;
  const ledger = ledgers.ledger(ledgers.head(), opened.seq, nowMs);
  const draft = decideSignUp(ledger, signUp, nowMs);
  assertDraft(ledger, draft);
  appendFacts(transaction, draft, nowMs);
  ledgers.write(ledger, draft);
  transaction.claim(SIGN_UP_KEY, opened.seq + 1);
}

/** Says of an effect that is older than the command that it is. */
function told<Value>(outcome: Outcome<Value>, plan: Plan<Value> | null): Outcome<Value> {
  return outcome.ok && plan?.kind === 'unchanged' ? { ...outcome, replayed: true } : outcome;
}

/** What the balances are by the clock: what is written, with everything due applied to a copy. */
export function balancesNow(ledger: Ledger, nowMs: number): { balances: Balances; lots: Iterable<Lot> } {
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const { balancePoints, debtPoints } = ledger.totals;
  return { balances: { ...balancesOf(draft.totals), balancePoints, debtPoints }, lots: draft.lots.values() };
}

/** The input as JSON has it: what arrives over RPC may hold values that no hash can be taken of. */
function plain(input: unknown): Json {
  return JSON.parse(JSON.stringify(input ?? null)) as Json;
}
