import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** SHA-256 in lower-case hex. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** HMAC-SHA-256 in base64url, for signatures and for hashes that must not be guessable. */
export function hmacBase64Url(secret: string | Uint8Array, text: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('base64url');
}

/** HMAC-SHA-256 as bytes, under a key of bytes. */
export function hmacSha256(key: Uint8Array, text: string): Uint8Array {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

/** Compares without telling by its time how much agrees; both sides are hashed, so lengths may differ. */
export function equalInConstantTime(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash('sha256').update(left, 'utf8').digest(),
    createHash('sha256').update(right, 'utf8').digest(),
  );
}

/** Unguessable text of that many random bytes, base64url. */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Six digits, each value equally likely. */
export function randomSixDigits(): string {
  return randomInt(0, 1_000_000).toString().padStart(6, '0');
}
