import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { openShop } from '../mall/open-shop.ts';
import type { serverAt } from '../support/server.ts';

type Server = ReturnType<typeof serverAt>;
export type SigningKey = { kid: string; secret: string };

/** The merchant's own site; nothing has to answer there. */
export const SITE = 'https://shop.example';

export type WidgetShop = Awaited<ReturnType<typeof openWidgetShop>>;

/** Sends a token from the merchant's site, as her page does. */
export async function swapToken(server: Server, slug: string, token: string) {
  const response = await server.fetch(server.url('/widget/v1/session?locale=en', slug), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SITE },
    body: JSON.stringify({ token }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** As the merchant's server signs for one of its customers. */
export function signToken({ kid, secret }: SigningKey, slug: string, sub: string): Promise<string> {
  return new SignJWT({ sub, jti: randomUUID() })
    .setProtectedHeader({ alg: 'HS256', kid })
    .setAudience(`pointmall:${slug}`)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(new TextEncoder().encode(secret));
}

/** A shop with an open mall, whose widget stands on its own site and signs customers in. */
export async function openWidgetShop(server: Server) {
  const shop = await openShop(server, { name: 'Cloud & Thread', locale: 'en' });
  const { slug, call } = shop;
  await call('POST', '/api/widget/origins', { origin: SITE });
  const { id, secret } = await call('POST', '/api/widget/keys', { name: 'Web shop', publicKey: null });
  const key: SigningKey = { kid: String(id), secret: String(secret) };
  return {
    slug,
    key,
    /** A way into the mall for a customer of the site, as "open the mall" in her widget asks for it. */
    async ticket(sub: string, to = '/points'): Promise<string> {
      const session = await swapToken(server, slug, await signToken(key, slug, sub));
      if (session.status !== 200) throw new Error(JSON.stringify(session.body));
      const response = await server.fetch(server.url('/widget/v1/me/ticket', slug), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: SITE,
          authorization: `Bearer ${session.body.bearer}`,
        },
        body: JSON.stringify({ to }),
      });
      const { url } = (await response.json()) as { url?: string };
      if (!url) throw new Error(`no ticket: ${response.status}`);
      return url;
    },
  };
}
