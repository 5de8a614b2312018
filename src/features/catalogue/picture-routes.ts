import { Hono } from 'hono';
import type { AppEnv } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';
import { formatOfKey } from './picture-format.ts';
import { pictureObjectKey } from './store-picture.ts';

/**
 * Pictures of the shop that the host or the session names: `/pictures/:key` on a mall, under `/api` on
 * the console. A key names its bytes, so what was fetched once is never fetched again.
 */
export const pictureRoutes = new Hono<AppEnv>().get('/pictures/:key', async (c) => {
  const key = c.req.param('key');
  const format = formatOfKey(key);
  const tenant = c.get('tenant') ?? c.get('ctx')?.tenant;
  if (!format || !tenant) throw new AppError('not_found');
  const stored = await c.var.services.pictures.get(pictureObjectKey(tenant.id, key));
  if (!stored) throw new AppError('not_found');
  return c.body(stored.body, 200, {
    'content-type': format.contentType,
    'content-length': String(stored.size),
    etag: stored.httpEtag,
    'cache-control': 'public, max-age=31536000, immutable',
    // A drawing opened by itself is a document: it may run and load nothing.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'x-content-type-options': 'nosniff',
    // The merchant's own site shows its rewards too.
    'cross-origin-resource-policy': 'cross-origin',
  });
});
