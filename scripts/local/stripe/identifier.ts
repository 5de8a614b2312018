import { randomBytes } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LENGTH_DEFAULT = 24;

/** A new id such as `pi_1Pgafy…`: a prefix and random letters and digits. */
export function newId(prefix: string, length = LENGTH_DEFAULT): string {
  const letters = Array.from(randomBytes(length), (byte) => LETTERS[byte % LETTERS.length]);
  return `${prefix}_${letters.join('')}`;
}
