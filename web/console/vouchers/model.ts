import type { Redemption } from '../redemptions/api.ts';

export type VoucherStanding = 'usable' | 'used' | 'expired' | 'cancelled';

/** What a clerk may do with it now; a voucher ends at its time, whether or not that is written down. */
export function voucherStanding(
  { state, voucher }: Pick<Redemption, 'state' | 'voucher'>,
  nowMs: number,
): VoucherStanding {
  if (state === 'used' || state === 'expired') return state;
  if (state !== 'issued' || voucher === null) return 'cancelled';
  const ended = voucher.validUntil !== null && Date.parse(voucher.validUntil) <= nowMs;
  return ended ? 'expired' : 'usable';
}
