const ORIGIN_CHARACTERS_MAX = 300;
/** Scheme and authority; the slash at the end is what browsers show in the address bar. */
const SITE = /^(https?):\/\/([^\s/?#\\@*]+)\/?$/i;
const THIS_MACHINE = /^(localhost|127\.0\.0\.1|[\w-]+(\.[\w-]+)*\.localhost)$/;

/**
 * What a merchant typed as her site's address, as browsers send it in `Origin`: scheme, host and port
 * alone. Null for anything else, and for a site that is not encrypted, except on one's own machine.
 */
export function parseOrigin(text: string): string | null {
  const typed = text.trim();
  if (typed.length > ORIGIN_CHARACTERS_MAX || !SITE.test(typed)) return null;
  const url = URL.parse(typed);
  if (url === null) return null;
  return url.protocol === 'https:' || THIS_MACHINE.test(url.hostname) ? url.origin : null;
}
