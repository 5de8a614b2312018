import { Hono } from 'hono';
import { type Industry, startingTheme } from '../../domain/industry.ts';
import type { Theme } from '../../domain/shop.ts';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';
import { assetNames, layoutOf, sheetText } from '../mall/assets.ts';
import { inScheme, themeCss } from '../mall/pages.tsx';
import { designPage } from './pages.tsx';

const CSS = 'text/css; charset=utf-8';
const FOR_A_MINUTE = 'public, max-age=60';
const INDUSTRY_OF: Record<Theme['layout'], Industry> = {
  editorial: 'clothing',
  soft: 'beauty',
  lively: 'courses',
};

type Query = (name: string) => string | undefined;

function lookOf(query: Query) {
  return {
    layout: layoutOf(query('layout')),
    scheme: query('scheme') === 'dark' ? 'dark' : 'light',
  } as const;
}

/** Every part of a mall in every state, in each look: `/docs/design?layout=soft&scheme=dark`. */
export const designRoutes = new Hono<AppEnv>()
  .get('/docs/design', async (c) => {
    const { locale, clock } = c.var.services;
    const { layout, scheme } = lookOf((name) => c.req.query(name));
    const query = `layout=${layout}&scheme=${scheme}`;
    const { script } = await assetNames(c.env.ASSETS, new URL(c.req.url).origin);
    c.header('vary', 'cookie, accept-language');
    c.header('cache-control', 'private, no-cache');
    return c.html(
      designPage({
        locale,
        nowMs: clock.nowMs(),
        assets: {
          style: `/docs/design/style.css?${query}`,
          script,
          theme: `/docs/design/theme.css?${query}`,
        },
        path: `/docs/design?${query}`,
        layout,
        scheme,
      }),
    );
  })
  .get('/docs/design/style.css', async (c) => {
    const { layout, scheme } = lookOf((name) => c.req.query(name));
    const css = await sheetText(c.env.ASSETS, new URL(c.req.url).origin, [layout, 'design']);
    if (css === null) throw new AppError('not_found');
    return c.body(inScheme(css, scheme), 200, { 'content-type': CSS, 'cache-control': FOR_A_MINUTE });
  })
  .get('/docs/design/theme.css', (c) => {
    const { layout, scheme } = lookOf((name) => c.req.query(name));
    const css = themeCss(startingTheme(INDUSTRY_OF[layout]));
    return c.body(inScheme(css, scheme), 200, { 'content-type': CSS, 'cache-control': FOR_A_MINUTE });
  });
