import { Hono } from 'hono';
import { slugFault } from '../../domain/slug.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { translator } from '../../messages/translator.ts';
import { assetNames } from '../mall/assets.ts';
import { rememberLanguage } from '../mall/remember-language.ts';
import { shopIcon } from '../mall/shop-icon.ts';
import { findDemoShops } from './demo-shops.ts';
import { designRoutes } from './design-routes.ts';
import { type RefusalCode, siteHome, widgetDocsPage } from './pages.tsx';

/** Stands for a mall in the docs where the reader has not come from her own console. */
const SOME_MALL = 'your-mall';

/** What `POST /widget/v1/session` may answer to a developer who sets it up, most likely first. */
const SESSION_REFUSALS: RefusalCode[] = [
  'token_invalid',
  'token_expired',
  'token_replayed',
  'origin_not_allowed',
  'account_frozen',
  'too_many_requests',
  'not_found',
  'unavailable',
];

async function frameOf(c: AppContext, path: string) {
  const { locale, config } = c.var.services;
  const assets = await assetNames(c.env.ASSETS, new URL(c.req.url).origin);
  c.header('vary', 'cookie, accept-language');
  c.header('cache-control', 'private, no-cache');
  return {
    locale,
    t: translator(locale, 'site'),
    assets: { ...assets, theme: null },
    path,
    signInUrl: `${config.scheme}://console.${config.rootHost}/sign-in`,
  };
}

/** The product's own host. */
export const siteRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { services } = c.var;
    const { config } = services;
    const [frame, shops] = await Promise.all([frameOf(c, '/'), findDemoShops({ ctx: services })]);
    const hostUrl = (label: string) => `${config.scheme}://${label}.${config.rootHost}`;
    return c.html(
      siteHome({
        ...frame,
        signUpUrl: `${hostUrl('console')}/sign-up`,
        demos: shops.map(({ name, slug, locale: language }) => ({
          name,
          slug,
          locale: language,
          url: `${hostUrl(slug)}/`,
        })),
      }),
    );
  })
  .get('/docs/widget', async (c) => {
    const { scheme, rootHost } = c.var.services.config;
    const asked = c.req.query('mall') ?? '';
    const known = slugFault(asked) === null;
    const mall = known ? asked : SOME_MALL;
    const siteUrl = `${scheme}://${rootHost}`;
    return c.html(
      widgetDocsPage({
        ...(await frameOf(c, known ? `/docs/widget?mall=${mall}` : '/docs/widget')),
        docs: translator(c.var.services.locale, 'docs'),
        mall,
        mallUrl: `${scheme}://${mall}.${rootHost}`,
        siteUrl,
        consoleUrl: `${scheme}://console.${rootHost}/settings/widget`,
        openApiUrl: `${siteUrl}/widget/v1/openapi.json`,
        refusals: SESSION_REFUSALS.map((code) => ({ code, status: STATUS_BY_CODE[code] })),
      }),
    );
  })
  .route('/', designRoutes)
  .get('/icon.svg', (c) =>
    c.body(shopIcon({ name: 'P', colours: null }), 200, { 'content-type': 'image/svg+xml' }),
  )
  .get('/language', (c) => rememberLanguage(c));
