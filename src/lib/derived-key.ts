import { hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/**
 * A key of its own for one purpose, from the one secret that is configured: what is made for one
 * purpose is worth nothing for another. 256 bits.
 */
export function derivedKey(secret: string, purpose: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hkdfSync('sha256', secret, '', `pointmall/${purpose}`, KEY_BYTES));
}
