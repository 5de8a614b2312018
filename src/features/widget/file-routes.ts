import { Hono } from 'hono';
import { assetFrom } from '../../http/assets.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { AppError } from '../../http/errors.ts';

/** Every page of every merchant asks for it by this one name: a new release arrives within minutes. */
const LOADER = 'widget.js';
const LOADER_FRESH = 'public, max-age=300, stale-while-revalidate=86400';

/** The widget's script, for pages that stand anywhere; on the product's own host and on each mall's. */
export const widgetFileRoutes = new Hono<AppEnv>()
  .get(`/${LOADER}`, (c) => serve(c, LOADER))
  .get('/widget/:name{[\\w.-]+\\.js}', (c) => serve(c, c.req.param('name')));

async function serve(c: AppContext, name: string): Promise<Response> {
  const found = await assetFrom(c, 'widget', name);
  if (!found) throw new AppError('not_found');
  found.headers.set('access-control-allow-origin', '*');
  found.headers.set('cross-origin-resource-policy', 'cross-origin');
  found.headers.set('timing-allow-origin', '*');
  if (name === LOADER) found.headers.set('cache-control', LOADER_FRESH);
  return found;
}
