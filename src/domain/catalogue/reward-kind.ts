/** What a reward is: something that is handed over or sent, or a voucher that is shown in the shop. */
export const REWARD_KINDS = ['goods', 'coupon', 'service'] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

/** Money off a purchase, in minor units of the shop's currency; null: whatever the purchase comes to. */
export type CouponTerms = { faceMinor: number; minimumSpendMinor: number | null };

/**
 * What a voucher is good for, and for how many days; null: for ever. Part of the price's terms, so that
 * a worse voucher is announced like a higher price.
 */
export type VoucherTerms = { coupon?: CouponTerms; validDays: number | null };

/** What earlier releases wrote says nothing of a kind: it was goods. */
export function kindOf({ kind }: { kind?: RewardKind | undefined }): RewardKind {
  return kind ?? 'goods';
}

/** Whether redeeming it gives a voucher at once, with nothing to deliver. */
export function isVoucherKind(kind: RewardKind): boolean {
  return kind !== 'goods';
}

/** Whether two prices give the same voucher, or both none. */
export function isSameVoucher(left: VoucherTerms | undefined, right: VoucherTerms | undefined): boolean {
  if (!left || !right) return !left && !right;
  return (
    left.validDays === right.validDays &&
    left.coupon?.faceMinor === right.coupon?.faceMinor &&
    (left.coupon?.minimumSpendMinor ?? null) === (right.coupon?.minimumSpendMinor ?? null)
  );
}

/** Whether `wanted` is worth less, asks for more or ends sooner than what binds now. */
export function isWorseVoucher(current: VoucherTerms | undefined, wanted: VoucherTerms | undefined): boolean {
  if (!current) return false;
  if (!wanted) return true;
  const lasts = ({ validDays }: VoucherTerms) => validDays ?? Number.POSITIVE_INFINITY;
  return (
    lasts(wanted) < lasts(current) ||
    (wanted.coupon?.faceMinor ?? 0) < (current.coupon?.faceMinor ?? 0) ||
    (wanted.coupon?.minimumSpendMinor ?? 0) > (current.coupon?.minimumSpendMinor ?? 0)
  );
}
