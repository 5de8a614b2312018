import { getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../http/env.ts';

const EMBED_COOKIE = 'pm_embed';

/**
 * Whether the page stands inside the shop's own app. `?embed=app` on the first page says so for the
 * visit, `?embed=off` takes it back: links inside the mall need not carry it.
 */
export function isEmbedded(c: AppContext): boolean {
  const asked = c.req.query('embed');
  if (asked === undefined) return getCookie(c, EMBED_COOKIE) === 'app';
  const embedded = asked === 'app';
  setCookie(c, EMBED_COOKIE, embedded ? 'app' : 'off', {
    path: '/',
    sameSite: 'Lax',
    secure: c.var.services.config.scheme === 'https',
    httpOnly: true,
  });
  return embedded;
}
