import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { openShop, type Shop, type ShopReward } from '../mall/open-shop.ts';
import type { serverAt } from '../support/server.ts';

type Server = ReturnType<typeof serverAt>;

export type HostPage = { html: string; policy?: string };

/** A shop with the widget set up as its owner does it in the console. */
export type WidgetShop = Shop & {
  /** What the merchant's server answers to her own page: a token for her customer. */
  sign(customer: string): Promise<string>;
  /** A customer who is a member already, with this much to spend. */
  customer(points: number): Promise<string>;
};

/** Opens a mall whose widget may stand on `origin`, with one signing key and these rewards. */
export async function openWidgetShop(
  server: Server,
  origin: string,
  { name, rewards }: { name: string; rewards: ShopReward[] },
): Promise<WidgetShop> {
  const shop = await openShop(server, { name, locale: 'zh-CN' });
  for (const reward of rewards) await shop.addReward(reward);
  await shop.call('POST', '/api/widget/origins', { origin });
  const key = await shop.call('POST', '/api/widget/keys', { name: 'Web shop', publicKey: null });
  const secret = new TextEncoder().encode(String(key.secret));

  function sign(customer: string): Promise<string> {
    return new SignJWT({ name: '林小满' })
      .setProtectedHeader({ alg: 'HS256', kid: String(key.id) })
      .setAudience(`pointmall:${shop.slug}`)
      .setSubject(customer)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(secret);
  }

  return {
    ...shop,
    sign,
    async customer(points) {
      const customer = `customer-${randomUUID()}`;
      const answer = await server.fetch(server.url('/widget/v1/session', shop.slug), {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ token: await sign(customer) }),
      });
      const { member } = (await answer.json()) as { member: { id: string } };
      if (points > 0)
        await shop.call('POST', `/api/members/${member.id}/adjustments`, { points, reason: 'goodwill' });
      return customer;
    },
  };
}

export type HostSite = Awaited<ReturnType<typeof startHostSite>>;

/** A merchant's own site, on a host that is none of ours: pages, a session cookie, tokens for her customer. */
export async function startHostSite() {
  const pages = new Map<string, HostPage>();
  /** How the site's server signs for whoever is signed in there; empty for visitors. */
  let tokensAsked = 0;
  let signer = async (_mall: string): Promise<string> => '';
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://host');
    if (url.pathname === '/pointmall-token') {
      tokensAsked++;
      response.setHeader('content-type', 'text/plain');
      return response.end(await signer(url.searchParams.get('mall') ?? ''));
    }
    const page = pages.get(url.pathname);
    if (!page) {
      response.statusCode = url.pathname === '/favicon.ico' ? 204 : 404;
      return response.end();
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('set-cookie', 'host_session=1; Path=/; HttpOnly; SameSite=Lax');
    if (page.policy) response.setHeader('content-security-policy', page.policy);
    response.end(page.html);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://shop.localhost:${port}`;
  return {
    origin,
    /** Puts a page on the site and says where it is. */
    page(path: string, page: HostPage): string {
      pages.set(path, page);
      return `${origin}${path}`;
    },
    signsFor(next: (mall: string) => Promise<string>): void {
      tokensAsked = 0;
      signer = next;
    },
    /** How often a page asked who is signed in, since that changed. */
    tokensAsked: () => tokensAsked,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
