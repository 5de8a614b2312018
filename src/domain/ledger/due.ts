import type { JsonObject } from '../journal.ts';
import { type Draft, entry, lotOf, state } from './ledger.ts';
import { type Allocation, byExpiry, freePoints, type Lot } from './lot.ts';

/** Lots named in one journal row at most, so that a row always fits into a message. */
const LOTS_PER_ROW = 100;

type Due = { atMs: number; kind: 'matured' | 'expired'; lot: Lot };

/**
 * Writes down what the clock has already decided, in the order in which it happened: lots that
 * matured (they pay debt first) and free points that expired. Every decision about points starts
 * with it, so that "by the clock" and "as written" are the same from there on.
 */
export function writeDownDue(draft: Draft): void {
  for (const group of groups(dueOf(draft))) {
    const lots = group.map(({ lot }) => lotOf(draft, lot.lotId));
    const [first] = group;
    if (first === undefined) continue;
    if (first.kind === 'matured') mature(draft, lots, first.atMs);
    else expire(draft, lots, first.atMs);
  }
}

/** Ends the free points of these lots, with an entry for each hundred. Held points wait for their hold. */
export function expire(draft: Draft, lots: readonly Lot[], expiredAtMs: number): void {
  const parts = lots
    .map((lot) => ({ lotId: lot.lotId, points: freePoints(lot) }))
    .filter((part) => part.points > 0);
  for (const row of rowsOf(parts)) {
    for (const part of row) {
      const lot = lotOf(draft, part.lotId);
      lot.remainingPoints -= part.points;
      lot.lapsedPoints += part.points;
    }
    entry(draft, 'points.expired', -sum(row), { expiredAtMs, lots: row });
  }
}

/** Repays debt from these open lots, the earliest expiry first, which leaves the balance as it is. */
export function settleDebt(draft: Draft, lots: readonly Lot[]): void {
  const parts: Allocation[] = [];
  let owed = draft.totals.debtPoints;
  for (const each of [...lots].sort(byExpiry)) {
    const lot = lotOf(draft, each.lotId);
    const points = Math.min(owed, freePoints(lot));
    if (points === 0) continue;
    lot.remainingPoints -= points;
    owed -= points;
    parts.push({ lotId: lot.lotId, points });
  }
  for (const row of rowsOf(parts)) {
    const debtAfter = draft.totals.debtPoints - sum(row);
    draft.totals = { ...draft.totals, debtPoints: debtAfter };
    state(draft, 'debt.settled', { settledPoints: sum(row), debtAfter, lots: row });
  }
}

export function sum(parts: readonly Allocation[]): number {
  return parts.reduce((total, part) => total + part.points, 0);
}

function mature(draft: Draft, lots: readonly Lot[], availableAtMs: number): void {
  const parts = lots.map((lot) => ({ lotId: lot.lotId, points: lot.remainingPoints }));
  for (const lot of lots) lot.stage = 'open';
  draft.totals = { ...draft.totals, pendingPoints: draft.totals.pendingPoints - sum(parts) };
  const body: JsonObject = { availableAtMs, maturedPoints: sum(parts), lots: parts };
  if (sum(parts) > 0) state(draft, 'lot.matured', body);
  if (draft.totals.debtPoints > 0) settleDebt(draft, lots);
}

/** The parts, row by row: no more in each than a row may name. */
function rowsOf(parts: readonly Allocation[]): Allocation[][] {
  const count = Math.ceil(parts.length / LOTS_PER_ROW);
  return Array.from({ length: count }, (_, row) => parts.slice(row * LOTS_PER_ROW, (row + 1) * LOTS_PER_ROW));
}

function dueOf(draft: Draft): Due[] {
  const due: Due[] = [];
  for (const lot of draft.lots.values()) {
    const { stage, availableAtMs, expiresAtMs } = lot;
    if (stage === 'pending' && (availableAtMs === null || availableAtMs > draft.nowMs)) continue;
    if (stage === 'pending' && availableAtMs !== null)
      due.push({ atMs: availableAtMs, kind: 'matured', lot });
    if (expiresAtMs !== null && expiresAtMs <= draft.nowMs && freePoints(lot) > 0)
      due.push({ atMs: expiresAtMs, kind: 'expired', lot });
  }
  return due.sort(
    (left, right) => left.atMs - right.atMs || byKind(left, right) || left.lot.lotId - right.lot.lotId,
  );
}

function byKind(left: Due, right: Due): number {
  return Number(left.kind === 'expired') - Number(right.kind === 'expired');
}

function groups(due: readonly Due[]): Due[][] {
  const found: Due[][] = [];
  for (const each of due) {
    const last = found.at(-1);
    const fits = last?.[0]?.atMs === each.atMs && last[0].kind === each.kind && last.length < LOTS_PER_ROW;
    if (fits) last.push(each);
    else found.push([each]);
  }
  return found;
}
