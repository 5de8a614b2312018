import { isMemberNumber } from '../member-number.ts';
import { readTurningCode, type TurningCode } from './turning-code.ts';

/** Digits of a phone's end that a clerk is told when the whole number takes too long to say. */
export const PHONE_END_DIGITS = 4;
const NUMBER_DIGITS = 8;

/** What a clerk typed, scanned or was told, by its form alone. */
export type TypedMember =
  | { by: 'code'; code: TurningCode & { signature: string } }
  /** With a right check digit; in some countries a phone has eight digits, too. */
  | { by: 'number'; number: string }
  | { by: 'mistyped_number'; digits: string }
  /** The end of a phone number. */
  | { by: 'digits'; digits: string }
  /** A phone or an e-mail address, or neither. */
  | { by: 'contact'; text: string };

/** Reads what was typed; spaces, hyphens and wide digits are read as meant. */
export function readTyped(typed: string): TypedMember {
  const code = readTurningCode(typed);
  if (code !== null) return { by: 'code', code };
  const text = typed.normalize('NFKC').trim();
  const digits = text.replace(/[\s.\-–—]/g, '');
  if (!/^\d+$/.test(digits)) return { by: 'contact', text: text.replace(/\s/g, '') };
  if (digits.length === NUMBER_DIGITS)
    return isMemberNumber(digits) ? { by: 'number', number: digits } : { by: 'mistyped_number', digits };
  const isEnd = digits.length >= PHONE_END_DIGITS && digits.length < NUMBER_DIGITS;
  return isEnd ? { by: 'digits', digits } : { by: 'contact', text: digits };
}
