import type { Locale } from '../domain/locale.ts';

/** A page that may be found, and where it is in each language. */
export type SitemapEntry = {
  url: string;
  languages: readonly { locale: Locale | 'x-default'; url: string }[];
};

/** A sitemap of at most 50,000 pages, with the languages of each. */
export function sitemapXml(entries: readonly SitemapEntry[]): string {
  const pages = entries.map(({ url, languages }) => {
    const links = languages.map(
      (each) => `<xhtml:link rel="alternate" hreflang="${each.locale}" href="${escaped(each.url)}"/>`,
    );
    return `<url><loc>${escaped(url)}</loc>${links.join('')}</url>`;
  });
  const spaces =
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${spaces}>${pages.join('')}</urlset>\n`;
}

/** What crawlers may read: everything but `hidden`, and where the list is; null keeps them out. */
export function robotsText(open: { sitemapUrl: string; hidden: readonly string[] } | null): string {
  if (open === null) return 'User-agent: *\nDisallow: /\n';
  const hidden = open.hidden.map((path) => `Disallow: ${path}\n`).join('');
  return `User-agent: *\n${hidden || 'Allow: /\n'}\nSitemap: ${open.sitemapUrl}\n`;
}

export const XML = {
  'content-type': 'application/xml; charset=utf-8',
  'cache-control': 'public, max-age=3600',
};
export const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' };

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
