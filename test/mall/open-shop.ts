import { randomUUID } from 'node:crypto';
import type { serverAt } from '../support/server.ts';

type Server = ReturnType<typeof serverAt>;

export type ShopReward = {
  names: Record<string, string>;
  descriptions?: Record<string, string>;
  pointsEach: number;
  marketPriceMinor?: number;
  limitPerMember?: number;
  mix?: { pointsMin: number; cashMinor: number };
  startsAt?: string;
  endsAt?: string;
  units?: number | null;
  kind?: 'goods' | 'coupon' | 'service';
  coupon?: { faceMinor: number; minimumSpendMinor: number | null };
  validDays?: number | null;
  picture?: string;
};

export type Shop = {
  slug: string;
  owner: { email: string; password: string };
  /** Calls the console's API as the owner; throws on anything but success. */
  call(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  addReward(reward: ShopReward): Promise<string>;
  /** A member with this much to spend, found again by her e-mail. */
  addMember(email: string, points: number): Promise<string>;
};

/** Signs a merchant up over HTTP, as the console does, and opens a mall with a published programme. In yuan unless said. */
export async function openShop(
  server: Server,
  shop: { name: string; locale: string; currency?: string },
): Promise<Shop> {
  const tag = randomUUID().slice(0, 8);
  const email = `owner-${tag}@shop.example`;
  const password = `long enough ${tag}`;
  const cookies = new Map<string, string>();
  const send = async (method: string, path: string, body?: unknown, type = 'application/json') => {
    const response = await server.fetch(server.url(path, 'console'), {
      method,
      headers: {
        'content-type': type,
        origin: server.url('', 'console'),
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'idempotency-key': randomUUID(),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  };
  await send('POST', '/api/auth/sign-up/email', { name: 'Owner', email, password });
  const [letter] = await server.inbox(email);
  const otp = /\b\d{6}\b/.exec(letter?.text ?? '')?.[0];
  await send('POST', '/api/auth/email-otp/verify-email', { email, otp });
  const slug = `shop-${tag}`;
  await send('POST', '/api/tenants', {
    currency: 'CNY',
    ...shop,
    slug,
    industry: 'clothing',
    timeZone: 'Asia/Shanghai',
  });
  await send('PUT', '/api/programme', {
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [{ category: '换季清仓', rate: { numerator: 1, denominator: 2 } }],
    daysUntilEntry: 0,
    expiry: { kind: 'end_of_next_year' },
  });
  await send('POST', '/api/tenant/open');
  return {
    slug,
    owner: { email, password },
    call: send,
    async addReward({ picture, ...reward }) {
      const created = await send('POST', '/api/rewards', reward);
      const rewardId = String(created.id);
      if (picture) await send('PUT', `/api/rewards/${rewardId}/picture`, picture, 'image/svg+xml');
      await send('POST', `/api/rewards/${rewardId}/publish`);
      return rewardId;
    },
    async addMember(memberEmail, points) {
      const created = await send('POST', '/api/members', { email: memberEmail });
      const memberId = String(created.id ?? (created.member as { id: string }).id);
      if (points > 0)
        await send('POST', `/api/members/${memberId}/adjustments`, { points, reason: 'goodwill' });
      return memberId;
    },
  };
}
