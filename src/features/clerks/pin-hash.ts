import type { Config } from '../../config.ts';
import { derivedKey } from '../../lib/derived-key.ts';
import { equalInConstantTime, hmacBase64Url, randomToken } from '../../lib/hash.ts';

const SALT_BYTES = 16;

/** Whose PIN it is: the same digits are another hash for somebody else, and in another shop. */
export type PinOwner = { tenantId: string; userId: string };

/**
 * A million PINs are tried in a second by any slow hash's standards: what keeps them is that the key is
 * not in the database. It comes from AUTH_SECRET, so that a new secret ends PINs as it ends sessions.
 */
export function hashPin(
  config: Pick<Config, 'authSecret'>,
  owner: PinOwner,
  pin: string,
  salt: string = randomToken(SALT_BYTES),
): { salt: string; hash: string } {
  const key = derivedKey(config.authSecret, 'clerk-pin');
  const text = [owner.tenantId, owner.userId, salt, pin].join('\n');
  return { salt, hash: hmacBase64Url(key, text) };
}

/** Whether these digits are the PIN that was kept. */
export function isPinOf(
  config: Pick<Config, 'authSecret'>,
  owner: PinOwner,
  pin: string,
  kept: { salt: string; hash: string },
): boolean {
  return equalInConstantTime(hashPin(config, owner, pin, kept.salt).hash, kept.hash);
}
