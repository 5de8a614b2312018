import { isMemberNumber } from '../member-number.ts';

/** The code that a member's phone shows turns with every minute. */
const STEP_MS = 60_000;
/** From the beginning of its minute on: a minute to be shown, another one to be scanned and sent. */
const VALID_MS = 120_000;
const STEP_CHARACTERS = 5;
/** Lower case and no sign: a barcode gun types them on any keyboard. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const SIGNATURE_BYTES = 10;
const CODE = /^(\d{8})([ps])([\da-z]{5})([\da-hjkmnp-tv-z]{16})$/;

/** What a turning code says: who shows it, in which minute, and whether her session has proved itself. */
export type TurningCode = {
  number: string;
  /** Her device typed a code so lately that a large redemption needs no other one. */
  isProved: boolean;
  /** Minutes since 1970. */
  step: number;
};

/** The minute in which a code is made. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / STEP_MS);
}

/** When the code of a minute is replaced by the next one. */
export function turnsAtMs(step: number): number {
  return (step + 1) * STEP_MS;
}

/** The first moment at which the code of a minute says nothing any more. */
export function codeEndsAtMs(step: number): number {
  return step * STEP_MS + VALID_MS;
}

/** Whether a code of that minute lets spend now; one of a minute to come was made by no clock of ours. */
export function isFresh({ step }: Pick<TurningCode, 'step'>, nowMs: number): boolean {
  return step <= stepAt(nowMs) && nowMs < codeEndsAtMs(step);
}

/** The part of a code that its signature covers. */
export function unsignedCode({ number, isProved, step }: TurningCode): string {
  return `${number}${isProved ? 'p' : 's'}${step.toString(36).padStart(STEP_CHARACTERS, '0')}`;
}

/** The first eighty bits of a hash as sixteen letters and digits; nobody guesses them in two minutes. */
export function signatureOf(hash: Uint8Array): string {
  const bytes = hash.subarray(0, SIGNATURE_BYTES);
  if (bytes.length < SIGNATURE_BYTES) throw new RangeError('a hash has at least eighty bits');
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]).join('');
}

/**
 * A code as scanned, or the address that ends in one; null where it is none. Whether it was made by us
 * its signature tells.
 */
export function readTurningCode(typed: string): (TurningCode & { signature: string }) | null {
  const last = typed.normalize('NFKC').trim().split('/').at(-1) ?? '';
  const [, number = '', proved, minute = '', signature = ''] = CODE.exec(last.toLowerCase()) ?? [];
  if (!isMemberNumber(number)) return null;
  return { number, isProved: proved === 'p', step: Number.parseInt(minute, 36), signature };
}
