import { startOfDayAfter } from '../calendar.ts';

/** Letters and digits that nobody takes for another one: no 0 and O, no 1, I and L, no U for V. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const CODE_CHARACTERS = 8;
const CODE = new RegExp(`^[${ALPHABET}]{${CODE_CHARACTERS}}$`);
/** Bytes from here on would favour the first letters. */
const BYTES_END = 256 - (256 % ALPHABET.length);

/** A voucher as the member shows it and the shop verifies it. */
export type Voucher = {
  /** Of one shop; names this redemption alone. */
  code: string;
  issuedAtMs: number;
  /** The first moment at which it no longer counts; null: it never ends. */
  validUntilMs: number | null;
  usedAtMs: number | null;
};

/** The voucher that a redemption will issue once its reward is the member's. */
export type VoucherOffer = { code: string; validDays: number | null; timeZone: string };

/** A code out of random bytes; null where they do not suffice, which of 32 happens once in 10^20. */
export function voucherCodeOf(random: Uint8Array): string | null {
  const fair = [...random].filter((byte) => byte < BYTES_END).slice(0, CODE_CHARACTERS);
  if (fair.length < CODE_CHARACTERS) return null;
  return fair.map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export function isVoucherCode(text: string): boolean {
  return CODE.test(text);
}

/** A code as typed, read out or scanned, an address that ends in one included; null where it is none. */
export function readVoucherCode(typed: string): string | null {
  const last = typed.trim().split('/').at(-1) ?? '';
  const text = last
    .normalize('NFKC')
    .replace(/[\s·.\-–—]/g, '')
    .toUpperCase();
  return isVoucherCode(text) ? text : null;
}

/** It counts to the end of the shop's day that many days after the one on which it is issued. */
export function issuedVoucher({ code, validDays, timeZone }: VoucherOffer, nowMs: number): Voucher {
  const validUntilMs = validDays === null ? null : startOfDayAfter(nowMs, validDays + 1, timeZone);
  return { code, issuedAtMs: nowMs, validUntilMs, usedAtMs: null };
}

/** By the clock, whether or not that has been written down. */
export function isOver({ validUntilMs }: Voucher, nowMs: number): boolean {
  return validUntilMs !== null && nowMs >= validUntilMs;
}
