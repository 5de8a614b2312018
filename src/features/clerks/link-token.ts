import type { Config } from '../../config.ts';
import { derivedKey } from '../../lib/derived-key.ts';
import { equalInConstantTime, hmacBase64Url } from '../../lib/hash.ts';

/** 128 bits of the signature: a shorter link is a QR that a worn camera still reads. */
const MAC_CHARACTERS = 22;

/**
 * What stands in a clerk's link: the row's id and our signature over it. The database alone is not
 * enough to make one, and the same link can be shown again.
 */
export function clerkLinkToken(config: Pick<Config, 'authSecret'>, linkId: string): string {
  return `${linkId}.${macOf(config, linkId)}`;
}

/** The link's id; null for what we never made. */
export function readClerkLinkToken(config: Pick<Config, 'authSecret'>, token: string): string | null {
  const [linkId = '', mac = '', ...rest] = token.split('.');
  return rest.length === 0 && equalInConstantTime(mac, macOf(config, linkId)) ? linkId : null;
}

/** The address that a clerk opens on the shop's phone. */
export function clerkLinkUrl(config: Config, linkId: string): string {
  return `${config.scheme}://console.${config.rootHost}/join-counter/${clerkLinkToken(config, linkId)}`;
}

function macOf({ authSecret }: Pick<Config, 'authSecret'>, linkId: string): string {
  return hmacBase64Url(derivedKey(authSecret, 'clerk-link'), linkId).slice(0, MAC_CHARACTERS);
}
