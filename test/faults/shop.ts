import { randomUUID } from 'node:crypto';
import type { ServerAddress } from '../support/server.ts';
import { serverAt } from '../support/server.ts';
import type { ObjectName } from './journals.ts';
import { Member } from './member.ts';
import { Visitor } from './visitor.ts';

const PASSWORD = 'correct horse battery';
const SCOPES = ['orders:write', 'members:read', 'members:write', 'rewards:read', 'redemptions:read'];

const PROGRAMME = {
  baseRate: { numerator: 1, denominator: 2 },
  daysUntilEntry: 0,
  expiry: { kind: 'rolling', days: 365 },
};

export type Reward = { id: string; pointsEach: number; priceVersion: number; units: number };
/** Part of a price that is paid in cash: so many points at least, and the cash beside these. */
export type Mix = { pointsMin: number; cashMinor: number };

/** A shop that is open, by the addresses and keys through which people outside the server use it. */
export type Shop = {
  tenantId: string;
  /** The owner at her console. */
  owner: Visitor;
  /** The merchant's own server at the public API. */
  merchant: Visitor;
  members: Member[];
  givenPoints: number;
};

/** Makes a shop by the product's own requests: sign-up, code from the inbox, opening, key, members with points. */
export async function openShop(
  server: ServerAddress,
  wanted: { members: number; givenPoints: number },
): Promise<Shop> {
  const root = `localhost:${server.port}`;
  const slug = `shop-${randomUUID().slice(0, 8)}`;
  const email = `${slug}@merchant.test`;
  const owner = new Visitor(`console.${root}`);
  await owner.json('/api/auth/sign-up/email', { json: { name: 'Lin', email, password: PASSWORD } });
  const otp = await newestCode(server, email);
  await owner.json('/api/auth/email-otp/verify-email', { json: { email, otp } });
  const tenant = await owner.json<{ id: string }>('/api/tenants', {
    json: {
      name: 'Mianyu',
      slug,
      industry: 'clothing',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      locale: 'en',
    },
  });
  await owner.json('/api/tenant/open', { method: 'POST' });
  await owner.json('/api/programme', { method: 'PUT', json: PROGRAMME });
  const { key } = await owner.json<{ key: string }>('/api/api-keys', {
    json: { name: 'till', scopes: SCOPES },
  });
  const merchant = new Visitor(`api.${root}`, { authorization: `Bearer ${key}` });
  const members: Member[] = [];
  for (let number = 0; number < wanted.members; number += 1) {
    const address = `member-${number}@${slug}.test`;
    const { id } = await merchant.json<{ id: string }>('/v1/members', { json: { email: address } });
    await owner.json(`/api/members/${id}/adjustments`, {
      json: { points: wanted.givenPoints, reason: 'event' },
    });
    const visitor = new Visitor(`${slug}.${root}`);
    await signIn(server, visitor, address);
    members.push(new Member(id, visitor));
  }
  return { tenantId: tenant.id, owner, merchant, members, givenPoints: wanted.givenPoints };
}

/** Every object of a shop: its members' accounts and its rewards' stocks. */
export const objectsOf = ({ tenantId, members }: Shop, rewards: readonly Reward[]): ObjectName[] => [
  ...members.map(({ id }) => ({ kind: 'account' as const, tenantId, objectId: id })),
  ...rewards.map(({ id }) => ({ kind: 'stock' as const, tenantId, objectId: id })),
];

/** A published reward with so many units; none is a reward that is sold out from the first day. */
export async function publishReward(
  { owner }: Shop,
  pointsEach: number,
  units: number,
  mix: Mix | null = null,
): Promise<Reward> {
  const draft = { names: { en: `Tote ${pointsEach}` }, pointsEach, units, mix };
  return { ...(await publish(owner, draft)), pointsEach, units };
}

/** A published coupon of which there is no end: it is issued where a parcel would wait to be packed. */
export async function publishCoupon({ owner }: Shop, pointsEach: number): Promise<Omit<Reward, 'units'>> {
  const coupon = { faceMinor: 1_000, minimumSpendMinor: null };
  const draft = { names: { en: 'Coupon' }, kind: 'coupon', coupon, validDays: 30, pointsEach, units: null };
  return { ...(await publish(owner, draft)), pointsEach };
}

async function publish(owner: Visitor, draft: object): Promise<Pick<Reward, 'id' | 'priceVersion'>> {
  const { id } = await owner.json<{ id: string }>('/api/rewards', { json: draft });
  const shown = await owner.json<{ published: { current: { priceVersion: number } } }>(
    `/api/rewards/${id}/publish`,
    { method: 'POST' },
  );
  return { id, priceVersion: shown.published.current.priceVersion };
}

async function signIn(server: ServerAddress, visitor: Visitor, identifier: string): Promise<void> {
  await visitor.send('/sign-in', { form: { identifier, to: '/' } });
  const code = await newestCode(server, identifier);
  const response = await visitor.send('/sign-in/code', { form: { identifier, code, to: '/' } });
  if (response.status !== 303) throw new Error(`sign-in answered ${response.status}`);
}

async function newestCode(server: ServerAddress, to: string): Promise<string> {
  const [newest] = await serverAt(server).inbox(to);
  const code = /\b\d{6}\b/.exec(`${newest?.subject} ${newest?.text}`)?.[0];
  if (!code) throw new Error(`no code was sent to ${to}`);
  return code;
}
