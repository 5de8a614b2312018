import { isMemberNumber } from '../../../src/domain/member-number.ts';
import { readVoucherCode } from '../../../src/domain/redemption/voucher.ts';

/** What was typed or scanned, as the one thing that it can be. */
export type Typed =
  | { kind: 'voucher'; code: string }
  | { kind: 'member'; typed: string }
  | { kind: 'nothing' };

/** Fewer say nothing about who it is. */
const MEMBER_CHARACTERS_MIN = 4;

/**
 * A voucher's eight characters, or the address in its QR code, against everything that names a member: her
 * code's address, her number, a phone, its last digits. Eight digits alone are a number.
 */
export function readTyped(text: string): Typed {
  const typed = text.trim().normalize('NFKC');
  const address = URL.canParse(typed) ? new URL(typed) : null;
  const coded = address?.searchParams.get('code') ?? null;
  const code = readVoucherCode(coded ?? typed);
  const isMemberCode = address?.pathname.startsWith('/c/') ?? false;
  if (code !== null && !isMemberCode && !/^\d+$/.test(code)) return { kind: 'voucher', code };
  return typed.length < MEMBER_CHARACTERS_MIN ? { kind: 'nothing' } : { kind: 'member', typed };
}

/** Digits as somebody typed them, without what people put between them. */
export const digitsOf = (typed: string): string => typed.replace(/[\s\-–—()·.]/g, '');

/** Whether it names one person for sure without asking the server: then points can wait for a network. */
export function namesOnePerson(typed: string): boolean {
  const digits = digitsOf(typed);
  return isMemberNumber(digits) || /^\+?\d{9,15}$/.test(digits);
}

/** Whether somebody who is not a member yet can join by it. */
export function isWholePhone(typed: string): boolean {
  const digits = digitsOf(typed);
  return /^\+?\d{7,15}$/.test(digits) && !isMemberNumber(digits);
}
