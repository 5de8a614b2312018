import { assert } from '../assert.ts';

/** One earning: points that came together, mature together and expire together. */
export type Lot = {
  /** The journal row that granted it; the lot's name for ever. */
  lotId: number;
  points: number;
  remainingPoints: number;
  /** Part of `remainingPoints` that open holds have pinned. */
  heldPoints: number;
  /** Points that expired unspent: a refund of the same purchase does not take them a second time. */
  lapsedPoints: number;
  /** `pending` until the ledger has written down that it matured. */
  stage: 'pending' | 'open';
  /** Null waits for the purchase to be completed. */
  availableAtMs: number | null;
  /** Null never expires. A grace moves it, once, to `originalExpiresAtMs` and the days of grace. */
  expiresAtMs: number | null;
  originalExpiresAtMs: number | null;
};

/** A part of a lot: what a hold pins, a capture spends, a release gives back. */
export type Allocation = { lotId: number; points: number };

/** What can be spent, expire or be taken: neither held nor gone. */
export function freePoints(lot: Lot): number {
  return lot.remainingPoints - lot.heldPoints;
}

export function isExpired(lot: Lot, nowMs: number): boolean {
  return lot.expiresAtMs !== null && lot.expiresAtMs <= nowMs;
}

/** Earliest expiry first, never-expiring last, older lots first among equals. */
export function byExpiry(left: Lot, right: Lot): number {
  const leftMs = left.expiresAtMs ?? Number.POSITIVE_INFINITY;
  const rightMs = right.expiresAtMs ?? Number.POSITIVE_INFINITY;
  return leftMs === rightMs ? left.lotId - right.lotId : leftMs - rightMs;
}

export function assertLot(lot: Lot): void {
  const { lotId, points, remainingPoints, heldPoints, lapsedPoints } = lot;
  const amounts = [lotId, points, remainingPoints, heldPoints, lapsedPoints];
  assert(amounts.every(Number.isSafeInteger), `lot ${lotId} holds safe integers`);
  assert(points > 0, `lot ${lotId} was granted with points`);
  assert(heldPoints >= 0 && heldPoints <= remainingPoints, `lot ${lotId}: 0 ≤ held ≤ remaining`);
  assert(
    lapsedPoints >= 0 && remainingPoints + lapsedPoints <= points,
    `lot ${lotId}: remaining + lapsed ≤ points`,
  );
  assert(lot.stage === 'open' || heldPoints === 0, `lot ${lotId}: pending points cannot be held`);
  assert(lot.stage === 'pending' || lot.availableAtMs !== null, `lot ${lotId}: an open lot has matured`);
}
