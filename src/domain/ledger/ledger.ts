import { assert } from '../assert.ts';
import type { JournalType, JsonObject } from '../journal.ts';
import { assertPoints, BALANCE_POINTS_MAX } from '../points.ts';
import { assertLot, freePoints, type Lot } from './lot.ts';

/**
 * Sums over all lots, kept beside them so that no command has to read every lot. What has matured
 * or expired by the clock counts here only once it is written down.
 */
export type Totals = {
  /** Σ entries = Σ lot.remaining − debt (I1). */
  balancePoints: number;
  debtPoints: number;
  heldPoints: number;
  pendingPoints: number;
};

export const EMPTY_TOTALS: Totals = { balancePoints: 0, debtPoints: 0, heldPoints: 0, pendingPoints: 0 };

/** I1: balance = Σ entries = Σ lot.remaining − debt. `pending` has not matured; `held` is on hold. */
export type Balances = {
  availablePoints: number;
  pendingPoints: number;
  heldPoints: number;
  totalPoints: number;
  debtPoints: number;
  balancePoints: number;
};

/** A journal row to be: the ledger says what happened, the store numbers and chains it. */
export type Fact = { seq: number; type: JournalType; body: JsonObject; detail: JsonObject | null };

/** The part of an account that a decision about points needs. */
export type Ledger = {
  totals: Totals;
  /**
   * Every lot that is due by the clock, and those the decision works on. Where points are spent,
   * also open lots by expiry until they cover the amount.
   */
  lots: readonly Lot[];
  headSeq: number;
  timeZone: string;
  /** Its member closed her account: nobody is there who could owe anything. */
  isClosed?: boolean;
};

/** A ledger being changed by one decision. It copies what it changes; the ledger it came from stays. */
export type Draft = {
  readonly nowMs: number;
  readonly timeZone: string;
  readonly isClosed: boolean;
  totals: Totals;
  readonly lots: Map<number, Lot>;
  readonly changedLotIds: Set<number>;
  headSeq: number;
  readonly facts: Fact[];
};

export function draftOf(ledger: Ledger, nowMs: number): Draft {
  return {
    nowMs,
    timeZone: ledger.timeZone,
    isClosed: ledger.isClosed ?? false,
    totals: { ...ledger.totals },
    lots: new Map(ledger.lots.map((lot) => [lot.lotId, { ...lot }])),
    changedLotIds: new Set(),
    headSeq: ledger.headSeq,
    facts: [],
  };
}

/** The lot, to be changed; the decision must have loaded it. */
export function lotOf(draft: Draft, lotId: number): Lot {
  const lot = draft.lots.get(lotId);
  assert(lot !== undefined, `lot ${lotId} is loaded`);
  draft.changedLotIds.add(lotId);
  return lot;
}

/** Adds a state row; returns the journal position that it will have. */
export function state(
  draft: Draft,
  type: JournalType,
  body: JsonObject,
  detail: JsonObject | null = null,
): number {
  draft.headSeq += 1;
  draft.facts.push({ seq: draft.headSeq, type, body, detail });
  return draft.headSeq;
}

/** Adds an entry: the balance moves by `points`, and the row says so. */
export function entry(
  draft: Draft,
  type: JournalType,
  points: number,
  body: JsonObject,
  detail: JsonObject | null = null,
): number {
  assertPoints(points, 'an entry');
  const balancePoints = draft.totals.balancePoints + points;
  assertPoints(balancePoints, 'the balance');
  draft.totals = { ...draft.totals, balancePoints };
  return state(draft, type, { points, balanceAfter: balancePoints, ...body }, detail);
}

/** What can be spent after everything due was written down: matured, unexpired, not held, less debt. */
export function availablePoints(totals: Totals): number {
  const { balancePoints, pendingPoints, heldPoints } = totals;
  // Σ remaining = balance + debt, and the debt comes off again.
  return balancePoints - pendingPoints - heldPoints;
}

/** The balances of totals in which everything due is written down. */
export function balancesOf(totals: Totals): Balances {
  return {
    availablePoints: availablePoints(totals),
    pendingPoints: totals.pendingPoints,
    heldPoints: totals.heldPoints,
    totalPoints: totals.balancePoints,
    debtPoints: totals.debtPoints,
    balancePoints: totals.balancePoints,
  };
}

/** Whether this many more points still leave a balance that integers can hold. */
export function wouldOverflow(totals: Totals, points: number): boolean {
  return totals.balancePoints + totals.debtPoints + points > BALANCE_POINTS_MAX;
}

/** I1 and I2 as far as one decision can see; the whole is checked by the audit. */
export function assertDraft(before: Ledger, draft: Draft): void {
  const { totals } = draft;
  for (const [name, points] of Object.entries(totals)) assertPoints(points, name);
  assert(totals.debtPoints >= 0 && totals.heldPoints >= 0 && totals.pendingPoints >= 0, 'no negative part');
  for (const lotId of draft.changedLotIds) assertLot(lotOf(draft, lotId));
  const lotsBefore = sumLots(before.lots);
  const lotsAfter = sumLots([...draft.lots.values()]);
  const entries = draft.facts.reduce((sum, fact) => sum + pointsOfEntry(fact), 0);
  assert(
    totals.balancePoints - before.totals.balancePoints === entries,
    'I1: the balance moves by its entries',
  );
  assert(
    lotsAfter.remaining - lotsBefore.remaining - (totals.debtPoints - before.totals.debtPoints) === entries,
    'I1: lots less debt move by the entries',
  );
  assert(
    lotsAfter.held - lotsBefore.held === totals.heldPoints - before.totals.heldPoints,
    'held points agree',
  );
  assert(
    lotsAfter.pending - lotsBefore.pending === totals.pendingPoints - before.totals.pendingPoints,
    'pending points agree',
  );
  const available = availablePoints(totals);
  assert(available >= -totals.debtPoints, 'I2: only debt makes what is available negative');
  assert(
    totals.debtPoints === 0 || available === -totals.debtPoints,
    'debt is settled from what is available',
  );
}

function pointsOfEntry(fact: Fact): number {
  const { points, balanceAfter } = fact.body;
  return typeof points === 'number' && balanceAfter !== undefined ? points : 0;
}

function sumLots(lots: readonly Lot[]): { remaining: number; held: number; pending: number } {
  return lots.reduce(
    (sum, lot) => ({
      remaining: sum.remaining + lot.remainingPoints,
      held: sum.held + lot.heldPoints,
      pending: sum.pending + (lot.stage === 'pending' ? freePoints(lot) : 0),
    }),
    { remaining: 0, held: 0, pending: 0 },
  );
}
