import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';
import { readManifest } from '../publication/read-mall.ts';
import { themeCss } from './pages.tsx';
import { rememberLanguage } from './remember-language.ts';
import { shopIcon } from './shop-icon.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const FOR_A_MINUTE = 'public, max-age=60';

/** What a mall serves besides pages: its look and the choice of language. */
export const fileRoutes = new Hono<AppEnv>()
  .get('/theme.css', async (c) => {
    const manifest = await readManifest(c.var.ctx);
    if (!manifest) throw new AppError('not_found');
    // Another version than asked for is another shop's day: keep it no longer than a page.
    const asked = c.req.query('v') === String(manifest.version);
    return c.body(themeCss(manifest.theme), 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': asked ? FOR_EVER : FOR_A_MINUTE,
    });
  })
  .get('/icon.svg', async (c) => {
    const { ctx } = c.var;
    const manifest = await readManifest(ctx);
    return c.body(shopIcon(ctx.tenant.name, manifest?.theme.light ?? null), 200, {
      'content-type': 'image/svg+xml',
      'cache-control': FOR_A_MINUTE,
    });
  })
  .get('/language', (c) => rememberLanguage(c));
