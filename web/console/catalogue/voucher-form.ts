import { isVoucherKind, type RewardKind } from '../../../src/domain/catalogue/reward-kind.ts';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import type { Reward, RewardChanges } from './api.ts';

/** What kind of reward it is, and what its voucher is good for while that is typed. */
export type VoucherForm = {
  kind: RewardKind;
  face: string;
  /** Empty: whatever the purchase comes to. */
  minimum: string;
  /** Empty: for ever. */
  validDays: string;
};

export type VoucherField = 'face' | 'minimum' | 'validDays';

/** Goods; a voucher that is chosen instead begins with a month. */
export const NO_VOUCHER: VoucherForm = { kind: 'goods', face: '', minimum: '', validDays: '30' };

export function voucherFormOf(
  { kind, coupon, validDays }: Pick<Reward['draft'], 'kind' | 'coupon' | 'validDays'>,
  currency: string,
): VoucherForm {
  const amount = (minor: number | null | undefined) => (minor ? typedAmount(minor, currency) : '');
  return {
    kind,
    face: amount(coupon?.faceMinor),
    minimum: amount(coupon?.minimumSpendMinor),
    validDays: validDays === null ? (isVoucherKind(kind) ? '' : NO_VOUCHER.validDays) : String(validDays),
  };
}

type Read = Required<Pick<RewardChanges, 'kind' | 'coupon' | 'validDays'>>;

/** The kind and its terms as the fields say them, or which of them can't be read. */
export function readVoucher(form: VoucherForm, currency: string): { terms: Read; wrong: VoucherField[] } {
  const { kind } = form;
  const wrong: VoucherField[] = [];
  if (!isVoucherKind(kind)) return { terms: { kind, coupon: null, validDays: null }, wrong };
  const days = form.validDays.trim();
  const validDays = days === '' ? null : /^[1-9]\d{0,3}$/.test(days) ? Number(days) : 0;
  if (validDays !== null && (validDays < 1 || validDays > REWARD_LIMITS.validDays)) wrong.push('validDays');
  if (kind === 'service') return { terms: { kind, coupon: null, validDays }, wrong };
  const faceMinor = parseAmountMinor(form.face, currency, REWARD_LIMITS.amountMinor) ?? 0;
  if (faceMinor === 0) wrong.push('face');
  const minimum =
    form.minimum.trim() === ''
      ? null
      : (parseAmountMinor(form.minimum, currency, REWARD_LIMITS.amountMinor) ?? 0);
  if (minimum !== null && (minimum === 0 || minimum < faceMinor)) wrong.push('minimum');
  return { terms: { kind, coupon: { faceMinor, minimumSpendMinor: minimum }, validDays }, wrong };
}
