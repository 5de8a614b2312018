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

const SITE = /^(https?):\/\/([^\s/?#\\@*]+)\/?$/i;
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|[\w-]+(\.[\w-]+)*\.localhost)(:\d+)?$/i;

/** What is wrong with a typed site, as far as it shows before it is sent; null where nothing does. */
export function originFault(text: string): 'missing' | 'scheme' | 'http' | 'path' | 'other' | null {
  const typed = text.trim();
  if (typed === '') return 'missing';
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(typed)) return 'scheme';
  const [, scheme, host] = SITE.exec(typed) ?? [];
  if (scheme === undefined || host === undefined)
    return /^https?:\/\/[^\s/?#\\@*]+[/?#]/i.test(typed) ? 'path' : 'other';
  return scheme.toLowerCase() === 'http' && !THIS_MACHINE.test(host) ? 'http' : null;
}
