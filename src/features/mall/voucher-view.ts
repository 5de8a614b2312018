import type { VoucherOfferView, VoucherView } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { RedemptionView } from '../../account/contract.ts';
import type { CouponTerms, VoucherTerms } from '../../domain/catalogue/reward-kind.ts';

/** "¥30 off ¥150 or more": what a coupon takes off; null for a service, whose name says what it is. */
export function worthOf(
  { t, format }: Words,
  coupon: CouponTerms | undefined,
  currency: string,
): string | null {
  if (!coupon) return null;
  const amount = format.money(coupon.faceMinor, currency);
  if (coupon.minimumSpendMinor === null) return t('voucher.off', { amount });
  return t('voucher.offOver', { amount, minimum: format.money(coupon.minimumSpendMinor, currency) });
}

/** What redeeming would issue; null where goods are sent. */
export function voucherOffer(
  words: Words,
  terms: VoucherTerms | undefined,
  currency: string,
): VoucherOfferView | null {
  return terms ? { worth: worthOf(words, terms.coupon, currency), validDays: terms.validDays } : null;
}

/** A voucher on its redemption's page; null before it is issued, and for goods. */
export function voucherView(
  words: Words,
  { voucher, state, lines }: Pick<RedemptionView, 'voucher' | 'state' | 'lines'>,
  mall: { origin: string; currency: string },
): VoucherView | null {
  if (!voucher) return null;
  const { code, validUntilMs, usedAtMs } = voucher;
  return {
    code,
    worth: worthOf(words, lines[0]?.coupon, mall.currency),
    validUntilMs,
    usedAtMs,
    address: `${mall.origin}/v/${code}`,
    standing: standingOf(state),
  };
}

function standingOf(state: RedemptionView['state']): VoucherView['standing'] {
  if (state === 'used' || state === 'expired') return state;
  return state === 'issued' ? 'usable' : 'cancelled';
}
