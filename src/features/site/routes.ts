import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { translator } from '../../messages/translator.ts';
import { assetNames } from '../mall/assets.ts';
import { rememberLanguage } from '../mall/remember-language.ts';
import { shopIcon } from '../mall/shop-icon.ts';
import { findDemoShops } from './demo-shops.ts';
import { siteHome } from './pages.tsx';

/** The product's own host. */
export const siteRoutes = new Hono<AppEnv>()
  .get('/', async (c) => {
    const { services } = c.var;
    const { locale, config } = services;
    const [assets, shops] = await Promise.all([
      assetNames(c.env.ASSETS, new URL(c.req.url).origin),
      findDemoShops({ ctx: services }),
    ]);
    const hostUrl = (label: string) => `${config.scheme}://${label}.${config.rootHost}`;
    c.header('vary', 'cookie, accept-language');
    c.header('cache-control', 'private, no-cache');
    return c.html(
      siteHome({
        locale,
        t: translator(locale, 'site'),
        assets: { ...assets, theme: null },
        signUpUrl: `${hostUrl('console')}/sign-up`,
        signInUrl: `${hostUrl('console')}/sign-in`,
        demos: shops.map(({ name, slug, locale: language }) => ({
          name,
          slug,
          locale: language,
          url: `${hostUrl(slug)}/`,
        })),
      }),
    );
  })
  .get('/icon.svg', (c) => c.body(shopIcon('P', null), 200, { 'content-type': 'image/svg+xml' }))
  .get('/language', (c) => rememberLanguage(c));
