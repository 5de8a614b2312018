import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect, test } from 'vitest';
import type { Context, Tenant } from '../../src/context.ts';
import type { Directory } from '../../src/db/directory.ts';
import { createMember } from '../../src/features/members/create-member.ts';
import { creditOverdueOrders } from '../../src/features/orders/credit-overdue-orders.ts';
import { selectUncredited } from '../../src/features/orders/queries.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { reportOrder } from '../../src/features/orders/report-order.ts';
import { reportOrderSchema } from '../../src/features/orders/schemas.ts';
import { contextOf } from '../../src/http/services.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { runScheduled } from '../../src/scheduled.ts';
import { join, must, newKey, openShop, order, pointsOf, type Shop, unheard } from './world.ts';

afterEach(() => setClockOffsetMs(0));

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A report whose request ends between the claim and the account. */
async function cutOff(shop: Shop, memberId: string, given: object = {}): Promise<string> {
  const input = { ...reportOrderSchema.parse(order({ id: memberId }, given)), key: newKey() };
  await expect(reportOrder({ ctx: unheard(shop.owner), input })).rejects.toThrow('unavailable');
  return input.orderId;
}

/** One run of the cron's step over these shops alone; `enter` may give shops that something is wrong with. */
function credit(shops: Shop[], enter = (ctx: Context) => ctx, limit = 100) {
  const [{ owner }] = shops as [Shop];
  const overdueOrders: Directory['overdueOrders'] = async (asked) => {
    const all = await owner.directory.overdueOrders({ ...asked, limit: 10_000 });
    return all.filter((each) => shops.some((shop) => shop.tenant.id === each.tenantId)).slice(0, asked.limit);
  };
  const ctx = { ...owner, directory: { ...owner.directory, overdueOrders } };
  const system = { kind: 'system', name: 'cron' } as const;
  const into = (tenant: Tenant) => enter(contextOf(env, ctx, tenant, system));
  return creditOverdueOrders({ ctx, input: { enter: into, limit } });
}

async function uncredited({ owner, tenant }: Shop, memberId: string): Promise<string[]> {
  const [left] = await owner.db.batch(tenant.id, [selectUncredited(owner, memberId)]);
  return left.map(({ orderId }) => orderId);
}

test('an order whose report was cut off before the account heard of it is credited within two minutes, once', async () => {
  const shop = await openShop();
  const member = await join(shop);
  const orderId = await cutOff(shop, member.id);
  await credit([shop]);
  expect([await pointsOf(shop, member.id), await uncredited(shop, member.id)]).toEqual([0, [orderId]]);
  setClockOffsetMs(MINUTE_MS);
  const execution = createExecutionContext();
  await runScheduled('* * * * *', env, execution, shop.owner.log);
  await waitOnExecutionContext(execution);
  expect([await pointsOf(shop, member.id), await uncredited(shop, member.id)]).toEqual([100, []]);
  await credit([shop]);
  const again = await shop.api('POST', '/orders', order({ id: member.id }, { orderId }));
  expect([again.body.points, await pointsOf(shop, member.id)]).toEqual([100, 100]);
});

test('an order that waited for its buyer, and whose credit was cut off when she joined, is credited too', async () => {
  const shop = await openShop();
  const lin = { phone: null, email: 'lin@example.com', externalId: null };
  await shop.api('POST', '/orders', order({ email: lin.email }, { orderId: 'waited' }));
  const refund = { refundId: 'some', lines: [{ lineId: '1', amountMinor: 2_500 }] };
  await shop.api('POST', '/orders/web/waited/refunds', refund);
  const joining = { ...lin, displayName: null, locale: null };
  const { member } = must(await createMember({ ctx: unheard(shop.owner), input: joining }));
  setClockOffsetMs(MINUTE_MS);
  await credit([shop]);
  expect([await pointsOf(shop, member.id), await uncredited(shop, member.id)]).toEqual([75, []]);
});

test('a purchase that a clerk entered is credited in her name', async () => {
  const shop = await openShop();
  const { id: memberId } = await join(shop);
  const input = { memberId, amountMinor: 10_000, category: null, receipt: 'r-1', key: newKey() };
  await expect(recordPurchase({ ctx: unheard(shop.owner), input })).rejects.toThrow('unavailable');
  setClockOffsetMs(MINUTE_MS);
  await credit([shop]);
  const account = shop.owner.accounts.of(memberId);
  const entries = await account.listEntries({ beforeSeq: null, limit: 10 });
  const said = entries.ok ? entries.value.items.map(({ body }) => [body.points, body.actor]) : entries;
  expect(said).toEqual([[100, { kind: 'staff', id: 'usr_owner' }]]);
});

test('an order that cannot be credited holds up no other, and is tried again minutes later', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const [stuck, behind, elsewhere] = [await join(shop), await join(shop), await join(other)];
  const orderId = await cutOff(shop, stuck.id);
  await cutOff(shop, behind.id);
  await cutOff(other, elsewhere.id);
  setClockOffsetMs(MINUTE_MS);
  const away = (ctx: Context): Context => ({
    ...ctx,
    accounts: { of: (id) => (id === stuck.id ? unheard(ctx) : ctx).accounts.of(id) },
  });
  const figures = await credit([shop, other], away);
  const balances = [pointsOf(shop, stuck.id), pointsOf(shop, behind.id), pointsOf(other, elsewhere.id)];
  expect([figures, await Promise.all(balances)]).toEqual([
    { found: 3, credited: 2, failed: 1 },
    [0, 100, 100],
  ]);
  expect(await credit([shop])).toEqual({ found: 0, credited: 0, failed: 0 });
  expect(await uncredited(shop, stuck.id)).toEqual([orderId]);
  setClockOffsetMs(11 * MINUTE_MS);
  await credit([shop]);
  expect([await pointsOf(shop, stuck.id), await uncredited(shop, stuck.id)]).toEqual([100, []]);
});

test('one run takes so many orders and no more, whichever has waited longest first', async () => {
  const shop = await openShop();
  const member = await join(shop);
  for (const orderId of ['1', '2', '3']) await cutOff(shop, member.id, { orderId });
  setClockOffsetMs(MINUTE_MS);
  expect(await credit([shop], undefined, 2)).toEqual({ found: 2, credited: 2, failed: 0 });
  expect(await uncredited(shop, member.id)).toEqual(['3']);
});

test('what the account refuses is kept, and asked again a day later', async () => {
  const shop = await openShop();
  const member = await join(shop);
  await shop.api('POST', '/orders', order({ id: member.id }, { orderId: 'changed' }));
  const lines = [{ lineId: '1', amountMinor: 1 }];
  await cutOff(shop, member.id, { orderId: 'changed', lines });
  setClockOffsetMs(MINUTE_MS);
  expect(await credit([shop])).toEqual({ found: 1, credited: 0, failed: 1 });
  setClockOffsetMs(DAY_MS);
  expect(await credit([shop])).toEqual({ found: 0, credited: 0, failed: 0 });
  setClockOffsetMs(DAY_MS + 2 * MINUTE_MS);
  expect(await credit([shop])).toEqual({ found: 1, credited: 0, failed: 1 });
  expect([await pointsOf(shop, member.id), await uncredited(shop, member.id)]).toEqual([100, ['changed']]);
});

test('a later report of a known order is credited as well when it was cut off', async () => {
  const shop = await openShop();
  const member = await join(shop);
  const paid = { orderId: 'later', status: 'paid' };
  await shop.api('POST', '/orders', order({ id: member.id }, paid));
  await cutOff(shop, member.id, { ...paid, status: 'cancelled' });
  setClockOffsetMs(MINUTE_MS);
  await credit([shop]);
  expect([await pointsOf(shop, member.id), await uncredited(shop, member.id)]).toEqual([0, []]);
});
