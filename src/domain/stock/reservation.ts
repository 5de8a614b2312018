import type { Refusal } from '../refusal.ts';
import { moveUnits, type StockLevel } from './level.ts';
import { checkGate, type Terms } from './price-gate.ts';

/** What one line of a redemption has of a stock. A cancelled one of no units is a tombstone. */
export type Reservation = {
  redemptionId: string;
  lineId: string;
  /** Null for a tombstone: the cancel came first and does not know the member. */
  memberId: string | null;
  quantity: number;
  state: 'reserved' | 'taken' | 'cancelled';
};

export type ReserveRequest = {
  redemptionId: string;
  lineId: string;
  memberId: string;
  quantity: number;
  pointsEach: number;
  /** Absent: points alone. */
  cashEachMinor?: number;
  priceVersion: number;
};

export type StockState = { level: StockLevel; prices: readonly Terms[] };

export type ReservationDecision =
  /** A new journal row of this type; the level and the reservation are replaced by these. */
  | {
      kind: 'change';
      type: 'stock.reserved' | 'stock.taken' | 'stock.returned';
      level: StockLevel;
      reservation: Reservation;
    }
  /** The effect stands already. */
  | { kind: 'stands'; reservation: Reservation }
  | { kind: 'refused'; refusal: Refusal };

const UNITS_MAX = 1_000_000_000;

/**
 * Reserves units for one line of a redemption, once. Checks in order: quantity, gate (stopped, not
 * started, ended, price changed), units, tombstone.
 */
export function decideReserve(
  state: StockState,
  existing: Reservation | null,
  request: ReserveRequest,
  nowMs: number,
): ReservationDecision {
  const { redemptionId, lineId, memberId, quantity } = request;
  if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > UNITS_MAX)
    return refused({ code: 'invalid_input', field: 'quantity', reason: 'not a positive integer' });
  if (existing && existing.state !== 'cancelled') {
    const sameLine = existing.quantity === quantity && existing.memberId === memberId;
    return sameLine ? { kind: 'stands', reservation: existing } : refused({ code: 'key_reused' });
  }
  const quote = { ...request, cashEachMinor: request.cashEachMinor ?? 0 };
  const gate = checkGate({ stopped: state.level.stopped, prices: state.prices }, quote, nowMs);
  if (gate) return refused(gate);
  const { unlimited, availableUnits } = state.level;
  if (!unlimited && quantity > availableUnits)
    return refused({ code: 'sold_out', remainingUnits: availableUnits });
  if (existing) return refused({ code: 'reservation_cancelled' });
  return {
    kind: 'change',
    type: 'stock.reserved',
    level: moveUnits(state.level, 'available', 'reserved', quantity),
    reservation: { redemptionId, lineId, memberId, quantity, state: 'reserved' },
  };
}

/** Hands reserved units out for good. Never refused once reserved: stopping or ending comes too late. */
export function decideCommit(state: StockState, existing: Reservation | null): ReservationDecision {
  if (existing === null) return refused({ code: 'wrong_state', state: 'unknown' });
  if (existing.state === 'cancelled') return refused({ code: 'wrong_state', state: 'cancelled' });
  if (existing.state === 'taken') return { kind: 'stands', reservation: existing };
  return {
    kind: 'change',
    type: 'stock.taken',
    level: moveUnits(state.level, 'reserved', 'taken', existing.quantity),
    reservation: { ...existing, state: 'taken' },
  };
}

/** Gives units back, reserved or taken; an unknown line leaves a tombstone that refuses a late reserve. */
export function decideCancel(
  state: StockState,
  existing: Reservation | null,
  line: { redemptionId: string; lineId: string },
): ReservationDecision {
  if (existing?.state === 'cancelled') return { kind: 'stands', reservation: existing };
  const returned = existing ?? { ...line, memberId: null, quantity: 0, state: 'cancelled' };
  const level =
    existing === null ? state.level : moveUnits(state.level, existing.state, 'available', existing.quantity);
  return {
    kind: 'change',
    type: 'stock.returned',
    level,
    reservation: {
      redemptionId: returned.redemptionId,
      lineId: returned.lineId,
      memberId: returned.memberId,
      quantity: returned.quantity,
      state: 'cancelled',
    },
  };
}

function refused(refusal: Refusal): ReservationDecision {
  return { kind: 'refused', refusal };
}
