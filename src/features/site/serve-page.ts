import type { Locale } from '../../domain/locale.ts';
import { fillPage, type SitePage } from '../../domain/site-page.ts';
import { slugFault } from '../../domain/slug.ts';
import type { AppContext } from '../../http/env.ts';
import { findDemoShops } from './demo-shops.ts';
import { type PublicAudit, readPublicAudit } from './public-audit.ts';
import { staticPage } from './static-page.ts';

/** Stands for a mall in the docs where the reader has not come from her own console. */
const SOME_MALL = 'your-mall';

/**
 * One of the site's pages, in the language of its address or, where that names none, in the reader's. Nothing but
 * files and the edge is asked.
 */
export async function servePage(c: AppContext, page: SitePage, named: Locale | null): Promise<Response> {
  const { services } = c.var;
  const isHome = page === 'home';
  const [drawn, demos, audit] = await Promise.all([
    staticPage(c.env.ASSETS, new URL(c.req.url).origin, named ?? services.locale, page),
    isHome ? findDemoShops({ ctx: services }) : [],
    isHome ? readPublicAudit(services) : null,
  ]);
  if (named === null) c.header('vary', 'cookie, accept-language');
  c.header('cache-control', named === null ? 'private, no-cache' : 'public, max-age=60');
  const truths = new Set<string>([...demos, ...(demos.length > 0 ? ['demos'] : [])]);
  if (audit) truths.add(audit.findings === 0 ? 'audited' : 'audited-wrong');
  return c.html(
    fillPage(drawn, { ...addressesOf(c), ...figuresOf(audit, named ?? services.locale) }, truths),
  );
}

function addressesOf(c: AppContext) {
  const { scheme, rootHost, demoShops } = c.var.services.config;
  const at = (label: string) => `${scheme}://${label}.${rootHost}`;
  const asked = c.req.query('mall') ?? '';
  const mall = slugFault(asked) === null ? asked : null;
  return {
    origin: `${scheme}://${rootHost}`,
    console: at('console'),
    api: at('api'),
    query: mall === null ? '' : `?mall=${mall}`,
    mall: mall ?? SOME_MALL,
    'mall-url': at(mall ?? SOME_MALL),
    ...Object.fromEntries(demoShops.map((shop) => [`mall:${shop}`, at(shop)])),
  };
}

function figuresOf(audit: PublicAudit | null, locale: Locale): Record<string, string> {
  if (audit === null) return {};
  const { atMs, ...counts } = audit;
  const number = new Intl.NumberFormat(locale);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const figures = Object.entries(counts).map(([name, count]) => [`audit-${name}`, number.format(count)]);
  return { 'audit-time': `${time.format(atMs)} UTC`, ...Object.fromEntries(figures) };
}
