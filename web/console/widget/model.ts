import type { Locale } from '../../../src/domain/locale.ts';
import type { SigningKey } from './api.ts';

/** The one in use and the one that replaces it. */
const LIVE_KEYS_MAX = 2;

/** Whether another key can be made before one is revoked. */
export function mayAddKey(keys: readonly Pick<SigningKey, 'revokedAt'>[]): boolean {
  return keys.filter(({ revokedAt }) => revokedAt === null).length < LIVE_KEYS_MAX;
}

/** Keys that sign stand in front; those that are revoked are only to be looked up. */
export function keysInOrder(keys: readonly SigningKey[]): SigningKey[] {
  return keys.toSorted((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null));
}

/** The key that goes on signing when this one is revoked; null where nobody could sign in any more. */
export function otherLiveKey(keys: readonly SigningKey[], { id }: Pick<SigningKey, 'id'>): SigningKey | null {
  return keys.find((key) => key.id !== id && key.revokedAt === null) ?? null;
}

/** What is wrong with a pasted key, seen before it is sent: a private half must not leave the device. */
export function publicKeyFault(text: string): 'missing' | 'private' | null {
  if (text.trim() === '') return 'missing';
  return /PRIVATE KEY|"d"\s*:/.test(text) ? 'private' : null;
}

/** A page of the shop's or of ours, in the reader's language. */
export function inLanguage(address: string, locale: Locale, base: string): string {
  const url = new URL(address, base);
  url.searchParams.set('lang', locale);
  return url.href;
}
