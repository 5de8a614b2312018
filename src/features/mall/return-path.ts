const ORIGIN = 'https://mall.invalid';
const PATH_CHARACTERS_MAX = 500;

/** A path of this mall to go back to, or its home page: nobody is sent to another site. */
export function returnPath(to: string | null | undefined): string {
  return ownPath(to) ?? '/';
}

/** The path and query of an address on this mall's own host; null where it could lead elsewhere. */
export function ownPath(to: string | null | undefined): string | null {
  if (!to?.startsWith('/') || to.length > PATH_CHARACTERS_MAX) return null;
  const url = URL.parse(to, ORIGIN);
  // Dots are gone by now: what began as "/.//other.site" would be another host's address.
  if (url?.origin !== ORIGIN || url.pathname.startsWith('//')) return null;
  return url.pathname + url.search;
}
