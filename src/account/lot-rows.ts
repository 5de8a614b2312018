import { freePoints, type Lot } from '../domain/ledger/lot.ts';

/** "Never" as SQL keeps it, so that one index orders lots by expiry with never last. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER;

export type LotRow = {
  lot_id: number;
  points: number;
  remaining_points: number;
  held_points: number;
  lapsed_points: number;
  stage: string;
  available_at_ms: number | null;
  expires_at_ms: number;
  original_expires_at_ms: number;
  /** Open with free points: stands in the index that spending and expiry walk. */
  spendable: number;
  /** Pending with points and a time to mature at. */
  waiting: number;
};

export function lotFromRow(row: LotRow): Lot {
  return {
    lotId: row.lot_id,
    points: row.points,
    remainingPoints: row.remaining_points,
    heldPoints: row.held_points,
    lapsedPoints: row.lapsed_points,
    stage: row.stage === 'pending' ? 'pending' : 'open',
    availableAtMs: row.available_at_ms,
    expiresAtMs: fromStored(row.expires_at_ms),
    originalExpiresAtMs: fromStored(row.original_expires_at_ms),
  };
}

export function rowFromLot(lot: Lot): LotRow {
  const waits = lot.stage === 'pending' && lot.availableAtMs !== null && lot.remainingPoints > 0;
  return {
    lot_id: lot.lotId,
    points: lot.points,
    remaining_points: lot.remainingPoints,
    held_points: lot.heldPoints,
    lapsed_points: lot.lapsedPoints,
    stage: lot.stage,
    available_at_ms: lot.availableAtMs,
    expires_at_ms: lot.expiresAtMs ?? NEVER_MS,
    original_expires_at_ms: lot.originalExpiresAtMs ?? NEVER_MS,
    spendable: lot.stage === 'open' && freePoints(lot) > 0 ? 1 : 0,
    waiting: waits ? 1 : 0,
  };
}

function fromStored(timeMs: number): number | null {
  return timeMs === NEVER_MS ? null : timeMs;
}
