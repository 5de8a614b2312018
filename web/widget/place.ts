/**
 * Where a mall answers. The script stands on the product's root host, `<slug>.` before it is the mall;
 * on a mall's own pages the script comes from that mall's host.
 */
export function mallOrigin(scriptUrl: string, pageHost: string, slug: string): string {
  const { protocol, host } = new URL(scriptUrl);
  const own = host === pageHost && host.startsWith(`${slug}.`);
  return `${protocol}//${slug}.${own ? host.slice(slug.length + 1) : host}`;
}

/** Whether a text can be a mall's name in a host: what isn't asks nobody. */
export function isSlug(text: string | null | undefined): text is string {
  return /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(text ?? '');
}
