import { randomUUID } from 'node:crypto';
import type { serverAt } from '../support/server.ts';

type Server = ReturnType<typeof serverAt>;
type Sent = { json?: unknown; form?: Record<string, string>; method?: string };

/** A browser with its own cookies on one host of a running server. */
function browserOn(server: Server, subdomain: string) {
  const cookies = new Map<string, string>();
  return async (path: string, { json, form, method }: Sent = {}) => {
    const body = json === undefined ? form && new URLSearchParams(form).toString() : JSON.stringify(json);
    const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
    const response = await server.fetch(server.url(path, subdomain), {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        origin: server.url('', subdomain),
        'accept-language': 'en',
        'idempotency-key': randomUUID(),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': type }),
      },
      ...(body === undefined ? {} : { body }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split('; ');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const text = await response.text();
    if (response.status >= 400) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return text;
  };
}

async function codeFor(server: Server, to: string): Promise<string> {
  const [newest] = await server.inbox(to);
  return /\b\d{6}\b/.exec(`${newest?.subject} ${newest?.text}`)?.[0] ?? '';
}

/** A shop made over HTTP alone, as its owner would, with one reward of 500 points on its shelf. */
export async function openShop(server: Server) {
  const console = browserOn(server, 'console');
  const email = `${randomUUID().slice(0, 8)}@merchant.test`;
  const slug = `shop-${randomUUID().slice(0, 8)}`;
  const call = async (path: string, json?: unknown) =>
    JSON.parse((await console(path, { method: 'POST', json: json ?? {} })) || 'null');
  await call('/api/auth/sign-up/email', { name: 'Lin', email, password: 'correct horse battery' });
  await call('/api/auth/email-otp/verify-email', { email, otp: await codeFor(server, email) });
  const tenant = await call('/api/tenants', {
    name: 'Mianyu',
    slug,
    industry: 'clothing',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
  });
  await console('/api/programme', {
    method: 'PUT',
    json: { baseRate: { numerator: 1, denominator: 1 }, daysUntilEntry: 0, expiry: { kind: 'never' } },
  });
  const reward = await call('/api/rewards', { names: { 'zh-CN': '帆布袋' }, pointsEach: 500, units: 20 });
  await call(`/api/rewards/${reward.id}/publish`);
  await call('/api/tenant/open');
  return { slug, tenantId: String(tenant.id), rewardId: String(reward.id), call };
}

type Shop = Awaited<ReturnType<typeof openShop>>;

/** A member who joined, bought for ¥2,000 and redeemed the reward once. */
export async function buyAndRedeem(server: Server, shop: Shop) {
  const email = `${randomUUID().slice(0, 8)}@member.test`;
  const member = await shop.call('/api/members', { email });
  await shop.call(`/api/members/${member.id}/purchases`, { amountMinor: 200_000 });
  const mall = browserOn(server, shop.slug);
  await mall('/sign-in', { form: { identifier: email, to: '/' } });
  await mall('/sign-in/code', { form: { identifier: email, code: await codeFor(server, email), to: '/' } });
  await mall(`/rewards/${shop.rewardId}/confirm`, {
    form: {
      idempotencyKey: randomUUID(),
      priceVersion: '1',
      pointsEach: '500',
      recipientName: '林夕',
      phone: '13800138000',
      country: 'CN',
      region: '浙江',
      city: '杭州',
      line1: '西湖区 1 号',
      line2: '',
      postalCode: '310000',
    },
  });
  return { memberId: String(member.id) };
}
