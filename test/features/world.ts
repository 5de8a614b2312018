import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { hosts } from '../../src/app.ts';
import type { Actor, Context, Tenant } from '../../src/context.ts';
import { SCOPES } from '../../src/context.ts';
import { apiKeys, tenants } from '../../src/db/schema/index.ts';
import { startingTheme } from '../../src/domain/industry.ts';
import { createReward } from '../../src/features/catalogue/create-reward.ts';
import type { RewardWithStock } from '../../src/features/catalogue/get-reward.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { type CreateRewardInput, createRewardSchema } from '../../src/features/catalogue/schemas.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { publishProgramme } from '../../src/features/programme/publish-programme.ts';
import type { PublishProgrammeInput } from '../../src/features/programme/schemas.ts';
import { contextOf, servicesOf } from '../../src/http/services.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { randomToken, sha256Hex } from '../../src/lib/hash.ts';
import { newId } from '../../src/lib/ids.ts';
import type { Result } from '../../src/lib/result.ts';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';

const OWNER: Actor = { kind: 'staff', userId: 'usr_owner', name: 'Owner', role: 'owner' };
const HALF = { numerator: 1, denominator: 2 };

/** One point per ¥1, entered at once, for ever: a test says what it changes. */
export const PLAIN: PublishProgrammeInput = {
  baseRate: { numerator: 1, denominator: 1 },
  categoryRates: [],
  daysUntilEntry: 0,
  expiry: { kind: 'never' },
  clawback: 'owe',
  graceDays: 7,
  openHoldsMax: 10,
};
export const HALVED = { ...PLAIN, baseRate: HALF };

let keys = 0;
/** An idempotency key that nothing has had yet. */
export function newKey(): string {
  keys += 1;
  return `key-${keys}`;
}

export type Answer = { status: number; body: Record<string, unknown> };
export type Shop = Awaited<ReturnType<typeof openShop>>;

/** A shop of its own, with an owner, an API key and, unless told otherwise, a plain programme. */
export async function openShop(programme: PublishProgrammeInput | null = PLAIN) {
  const deferred: Promise<unknown>[] = [];
  const services = servicesOf(env, {
    requestId: 'req_test',
    locale: 'en',
    defer: (work) => deferred.push(work),
  });
  const id = newId('ten');
  const tenant: Tenant = {
    id,
    slug: id.replace('ten_', 'shop-'),
    name: 'A shop',
    state: 'open',
    locale: 'zh-CN',
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    industry: 'clothing',
    region: null,
    pointsName: DEFAULT_POINTS_NAME,
  };
  const key = `pmk_${randomToken(24)}`;
  const nowMs = services.clock.nowMs();
  await services.db.batch(id, [
    services.db.build.insert(tenants).values({
      ...tenant,
      contact: { phone: null, email: null, address: null },
      theme: startingTheme('clothing'),
      createdAtMs: nowMs,
      openedAtMs: nowMs,
    }),
    services.db.build.insert(apiKeys).values({
      tenantId: id,
      id: newId('key'),
      name: 'test',
      keyHash: sha256Hex(key),
      prefix: key.slice(0, 10),
      scopes: [...SCOPES],
      createdBy: 'usr_owner',
      createdAtMs: nowMs,
      lastUsedAtMs: null,
      revokedAtMs: null,
    }),
  ]);
  const as = (actor: Actor): Context => contextOf(env, services, tenant, actor);
  const owner = as(OWNER);
  if (programme) {
    const published = await publishProgramme({ ctx: owner, input: { ...programme, key: newKey() } });
    if (!published.ok) throw new Error(published.refusal.code);
  }
  return {
    tenant,
    key,
    owner,
    as,
    member: (memberId: string) =>
      as({ kind: 'member', memberId, sessionGeneration: 0, provedUntilMs: Number.MAX_SAFE_INTEGER }),
    /** What was left to do after the answers, done. */
    settle: () => Promise.all(deferred.splice(0)),
    api: (method: string, path: string, body?: unknown, idempotencyKey: string = newKey()) =>
      callApi(key, { method, path, body, idempotencyKey }),
  };
}

type Call = { method: string; path: string; body?: unknown; idempotencyKey: string | null };

/** One request of the merchant's own server. */
export async function callApi(apiKey: string | null, { method, path, body, idempotencyKey }: Call) {
  const headers = new Headers({ 'content-type': 'application/json', 'accept-language': 'en' });
  if (apiKey) headers.set('authorization', `Bearer ${apiKey}`);
  if (idempotencyKey && method !== 'GET') headers.set('idempotency-key', idempotencyKey);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`http://api.localhost:8787/v1${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: text }),
  });
  const execution = createExecutionContext();
  const response = await hosts.api.fetch(request, env, execution);
  await waitOnExecutionContext(execution);
  return { status: response.status, body: await response.json<Record<string, unknown>>() } satisfies Answer;
}

let people = 0;
/** Somebody who has joined, recognised by an external id and an e-mail address. */
export async function join(shop: Shop): Promise<{ id: string; email: string; externalId: string }> {
  people += 1;
  const person = { email: `member-${people}@example.com`, externalId: `customer-${people}` };
  const { status, body } = await shop.api('POST', '/members', person);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: String(body.id), ...person };
}

/** A completed order of one line; a test says what it is about. */
export function order(member: object, given: object = {}) {
  return {
    orderId: newKey(),
    channel: 'web',
    member,
    currency: 'CNY',
    occurredAt: new Date(Date.now()).toISOString(),
    status: 'completed',
    lines: [{ lineId: '1', amountMinor: 10_000 }],
    ...given,
  };
}

export async function pointsOf(shop: Shop, memberId: string): Promise<number> {
  const { body } = await shop.api('GET', `/members/${memberId}/balance`);
  return Number(body.balancePoints);
}

export const ADDRESS = {
  recipientName: '林小满',
  phone: '13800138000',
  country: 'CN',
  region: '上海市',
  city: '上海市',
  line1: '静安区南京西路 1 号',
  line2: null,
  postalCode: null,
};

/** A published reward of 500 points and 10 units; a test says what differs. */
export async function shelve(shop: Shop, given: Partial<CreateRewardInput> = {}): Promise<RewardWithStock> {
  const draft = createRewardSchema.parse({
    names: { 'zh-CN': '餐具两件套', en: 'Tableware set' },
    pointsEach: 500,
    units: 10,
    ...given,
  });
  const created = must(await createReward({ ctx: shop.owner, input: { ...draft, key: newKey() } }));
  const input = { rewardId: created.reward.id, key: newKey() };
  return must(await publishReward({ ctx: shop.owner, input }));
}

/** A member with that many points, given by staff. */
export async function memberWith(shop: Shop, points: number): Promise<string> {
  const { id: memberId } = await join(shop);
  const input = { memberId, points, reason: 'event' as const, note: null, key: newKey() };
  must(await adjustPoints({ ctx: shop.owner, input }));
  return memberId;
}

/** What a member presses on a reward's page, at the price that it shows now. */
export function press({ reward }: RewardWithStock, given: object = {}) {
  const { priceVersion = 1, pointsEach = 500 } = reward.published?.current ?? {};
  return {
    rewardId: reward.id,
    quantity: 1,
    priceVersion,
    pointsEach,
    cashEachMinor: 0,
    payment: null,
    delivery: ADDRESS,
    key: newKey(),
    ...given,
  };
}

/** The same request, cut off before an account hears of any order; every other call goes through. */
export function unheard(ctx: Context): Context {
  const of = (memberId: string): ReturnType<Context['accounts']['of']> => ({
    ...ctx.accounts.of(memberId),
    earnOrder: () => Promise.reject(new AppError('unavailable')),
  });
  return { ...ctx, accounts: { of } };
}

export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
