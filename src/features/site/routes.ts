import { Hono } from 'hono';
import { shopIcon } from '../../domain/design/shop-icon.ts';
import { LOCALES } from '../../domain/locale.ts';
import { SITE_PAGES, type SitePage } from '../../domain/site-page.ts';
import type { AppEnv } from '../../http/env.ts';
import { robotsText, sitemapXml, TEXT, XML } from '../../http/sitemap.ts';
import { rememberLanguage } from '../mall/remember-language.ts';
import { designRoutes } from './design-routes.ts';
import { servePage } from './serve-page.ts';

const PAGES = Object.entries(SITE_PAGES) as [SitePage, string][];

/** The product's own host: each page at one address in each language, and at one that takes the reader's. */
export const siteRoutes = new Hono<AppEnv>();

for (const [page, path] of PAGES) {
  siteRoutes.get(path || '/', (c) => servePage(c, page, null));
  for (const locale of LOCALES) siteRoutes.get(`/${locale}${path}`, (c) => servePage(c, page, locale));
}

siteRoutes
  .get('/:path{.+/}', (c) => c.redirect(`/${c.req.path.split('/').filter(Boolean).join('/')}`, 301))
  .get('/robots.txt', (c) => {
    const { origin } = new URL(c.req.url);
    // The parts of a mall in every state are no page that anybody looks for.
    return c.body(robotsText({ sitemapUrl: `${origin}/sitemap.xml`, hidden: ['/docs/design'] }), 200, TEXT);
  })
  .get('/sitemap.xml', (c) => c.body(siteMap(new URL(c.req.url).origin), 200, XML))
  .route('/', designRoutes)
  .get('/icon.svg', (c) =>
    c.body(shopIcon({ name: 'P', colours: null }), 200, { 'content-type': 'image/svg+xml' }),
  )
  .get('/language', (c) => rememberLanguage(c));

function siteMap(origin: string): string {
  return sitemapXml(
    PAGES.flatMap(([, path]) =>
      LOCALES.map((locale) => ({
        url: `${origin}/${locale}${path}`,
        languages: [
          ...LOCALES.map((each) => ({ locale: each, url: `${origin}/${each}${path}` })),
          { locale: 'x-default' as const, url: `${origin}${path || '/'}` },
        ],
      })),
    ),
  );
}
