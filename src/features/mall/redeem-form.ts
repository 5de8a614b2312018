import { parseIdempotencyKey } from '../../lib/idempotency-key.ts';
import type { PaymentMethod } from './payment-methods.ts';

/** What a confirm form carries besides the address. Null where it was not made by our page. */
export type RedeemForm = {
  key: string;
  priceVersion: number;
  pointsEach: number;
  cashEachMinor: number;
  /** The parcel's fee as it stood there; null in a form without one. */
  shippingFeeMinor: number | null;
  /** How the cash is to be paid; null where there is none. */
  payment: PaymentMethod | null;
};

export function readRedeemForm(form: FormData): RedeemForm | null {
  const key = readKey(form);
  const priceVersion = readCount(form.get('priceVersion'));
  const pointsEach = readCount(form.get('pointsEach'));
  const cashEachMinor = form.has('cashEachMinor') ? readWhole(form.get('cashEachMinor')) : 0;
  if (key === null || priceVersion === null || pointsEach === null || cashEachMinor === null) return null;
  const shippingFeeMinor = readWhole(form.get('shippingFeeMinor'));
  const payment = cashEachMinor > 0 ? readMethod(form) : null;
  return { key, priceVersion, pointsEach, cashEachMinor, payment, shippingFeeMinor };
}

function readMethod(form: FormData): PaymentMethod {
  return form.get('payment') === 'counter' ? 'counter' : 'online';
}

export function readKey(form: FormData): string | null {
  const key = form.get('idempotencyKey');
  return typeof key === 'string' ? parseIdempotencyKey(key) : null;
}

/** A fresh one for every form that is drawn: sending that form twice is one act. */
export function newFormKey(): string {
  return crypto.randomUUID();
}

/** A whole number from 0, or null. */
export function readWhole(value: ReturnType<FormData['get']>): number | null {
  return value === '0' ? 0 : readCount(value);
}

function readCount(value: ReturnType<FormData['get']>): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : null;
}
