export const SLUG_CHARACTERS_MIN = 3;
export const SLUG_CHARACTERS_MAX = 40;

/** Our own hosts, names that people would take for ours, and what mail and browsers look for by name. */
const RESERVED = new Set(
  `about abuse account accounts admin administrator api app apps assets auth autoconfig autodiscover
  billing blog cdn checkout console contact counter dashboard demo dev developer developers docs
  download email example forum ftp git help host hostmaster imap inbox internal invitations legal
  local localhost login logout mail mall malls marketing media merchant merchants mx news ns ns1 ns2
  oauth office official pay payment payments pictures pointmall points pop pop3 postmaster preview
  privacy root sandbox security settings shop shops sign-in sign-up signin signup site smtp spam sso
  stage staging static status store support system team terms test webhook webhooks webmaster widget
  www www1 www2 your-mall your-shop`.split(/\s+/),
);

export type SlugFault = 'malformed' | 'reserved';

/**
 * Why a slug can belong to nobody, or null. It is one DNS label; `xn--` would show as other letters
 * than these and could imitate another shop's name.
 */
export function slugFault(slug: string): SlugFault | null {
  const label = /^[a-z0-9](?:[a-z0-9]|-(?!-))*[a-z0-9]$/.test(slug);
  if (!label || slug.length < SLUG_CHARACTERS_MIN || slug.length > SLUG_CHARACTERS_MAX) return 'malformed';
  return RESERVED.has(slug) ? 'reserved' : null;
}
