/** Names of the shop's own links for joining: "by the door", "VIP group 2". */
export const JOIN_LINK_NAME_MAX = 40;
/** More would be a list that nobody reads; archived ones are not counted. */
export const JOIN_LINKS_MAX = 100;

/** Short enough for a small code, and without letters that look alike. */
const TOKEN = /^[2-9a-hjkmnp-tv-z]{8}$/;
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** A link's token from eight bytes: which letter each stands for is as good as random. */
export function joinToken(eightBytes: Uint8Array): string {
  return Array.from(eightBytes.subarray(0, 8), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

export function isJoinToken(text: string): boolean {
  return TOKEN.test(text);
}

/** The path of the mall that a link leads to. */
export function joinLinkPath(token: string): string {
  return `/j/${token}`;
}

/** A part of a whole in whole per cent; null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((100 * Math.min(part, whole)) / whole) : null;
}
