import type { Refusal } from '../refusal.ts';
import { answered } from './cancel-request.ts';
import type { Redemption, RedemptionState } from './redemption.ts';
import { isOver } from './voucher.ts';

type VoucherStep = { through: RedemptionState[]; set: Partial<Redemption> };

/**
 * The shop takes it, once: using it again says when it was used. A request to cancel that is still open
 * is declined by it, as by shipping.
 */
export function takeVoucher(redemption: Redemption, nowMs: number): VoucherStep | Refusal {
  const { state, voucher } = redemption;
  if (voucher === undefined) return { code: 'wrong_state', state };
  if (state === 'cancelling' || state === 'cancelled') return { code: 'voucher_cancelled' };
  const gone = voucherGone(redemption, nowMs);
  if (gone !== null) return gone;
  const used = { ...voucher, usedAtMs: nowMs };
  return { through: ['used'], set: { voucher: used, ...answered(redemption, 'declined', nowMs) } };
}

/** Writes down what the clock has decided. The points were spent on it and do not come back. */
export function voucherEnds(redemption: Redemption, nowMs: number): VoucherStep | 'unchanged' {
  const { state, voucher } = redemption;
  if (state !== 'issued' || voucher === undefined || !isOver(voucher, nowMs)) return 'unchanged';
  return { through: ['expired'], set: answered(redemption, 'declined', nowMs) };
}

/** Why nothing can be done with a voucher any more, by the clock; null while it counts, and for goods. */
export function voucherGone({ state, voucher }: Redemption, nowMs: number): Refusal | null {
  if (voucher === undefined) return null;
  const { usedAtMs, validUntilMs } = voucher;
  if (state === 'used' && usedAtMs !== null) return { code: 'voucher_used', usedAtMs };
  if (validUntilMs === null) return null;
  const ended = state === 'expired' || (state === 'issued' && isOver(voucher, nowMs));
  return ended ? { code: 'voucher_expired', expiredAtMs: validUntilMs } : null;
}
