const CONTROL_OR_SPACE = /[\p{Cc}\s\\]/u;

/** A whole `https:` address of another site, without a name and password in it. */
export function isHttpsAddress(href: string): boolean {
  if (CONTROL_OR_SPACE.test(href) || !URL.canParse(href)) return false;
  const { protocol, username, password, hostname } = new URL(href);
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
}

/** What a banner or a link may lead to: a path of the mall itself, or an `https:` address. */
export function isHref(href: string): boolean {
  const ownPath = /^\/(?!\/)/.test(href) && !CONTROL_OR_SPACE.test(href);
  return ownPath || isHttpsAddress(href);
}
