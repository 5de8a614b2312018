import { afterEach, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { openAsk } from '../../src/features/counter-spending/open-ask.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { recordPurchase } from '../../src/features/orders/record-purchase.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { getClosing } from '../../src/features/tenants/get-closing.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { shopThatTakesCash } from './cash-shop.ts';
import { close, DAY_MS, MINUTE_MS, now, pass, reopen } from './closing-shop.ts';
import { join, memberWith, must, newKey, openShop, order, pointsOf, press, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
test('a redemption whose answer was lost as the shop closed is the same one when it is sent again; a new one is refused', async () => {
  const shop = await openShop();
  const reward = await shelve(shop);
  const memberId = await memberWith(shop, 1_200);
  must(await close(shop));
  const member = await now(shop.member(memberId));
  const input = press(reward);
  const of = (id: string): ReturnType<Context['accounts']['of']> => {
    const account = member.accounts.of(id);
    return {
      ...account,
      async redeem(command) {
        await account.redeem(command);
        throw new AppError('unavailable');
      },
    };
  };
  await expect(redeem({ ctx: { ...member, accounts: { of } }, input })).rejects.toThrow('unavailable');
  pass(3 * MINUTE_MS);
  expect(must(await redeem({ ctx: member, input }))).toMatchObject({ state: 'confirmed', points: 500 });
  expect(await redeem({ ctx: member, input: press(reward) })).toMatchObject({
    refusal: { code: 'shop_closed' },
  });
  const balance = must(await shop.owner.accounts.of(memberId).overview()).balances;
  expect(balance).toMatchObject({ availablePoints: 700, heldPoints: 0 });
});

test('of many that redeem across the moment each is whole or refused, and points and units agree', async () => {
  const shop = await openShop();
  const reward = await shelve(shop);
  const memberIds = await Promise.all(Array.from({ length: 8 }, () => memberWith(shop, 500)));
  must(await close(shop));
  pass(2 * MINUTE_MS - 30);
  const answers = await Promise.all(
    memberIds.map(async (memberId, turn) => {
      if (turn >= 4) pass(10);
      return redeem({ ctx: await now(shop.member(memberId)), input: press(reward) });
    }),
  );
  pass(MINUTE_MS);
  const late = await redeem({ ctx: await now(shop.member(memberIds[0] ?? '')), input: press(reward) });
  const made = answers.filter(({ ok }) => ok).length;
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
  expect([late.ok, [...new Set(codes)].filter((code) => code !== 'shop_closed')]).toEqual([false, []]);
  const accounts = memberIds.map((id) => shop.owner.accounts.of(id).overview());
  const left = (await Promise.all(accounts)).map((each) => must(each).balances.availablePoints);
  expect(left.filter((points) => points === 0)).toHaveLength(made);
  const { counts } = must(await shop.owner.stocks.of(reward.reward.id).overview());
  expect([counts.takenUnits, counts.reservedUnits]).toEqual([made, 0]);
});

test('a card payment that comes after the shop has closed is still hers', async () => {
  const shop = await shopThatTakesCash();
  const { redemptionId, payment } = await shop.order();
  must(await close(shop));
  pass(5 * MINUTE_MS);
  shop.stripe.pay(payment?.sessionId ?? '');
  const account = shop.owner.accounts.of(shop.memberId);
  expect(must(await account.settlePayment({ redemptionId }))).toMatchObject({ state: 'confirmed' });
});

test('nothing of the books moves: closed and opened again, each member has what she had', async () => {
  const shop = await openShop();
  const memberId = await memberWith(shop, 800);
  const before = await pointsOf(shop, memberId);
  must(await close(shop, { days: 7 }));
  pass(9 * DAY_MS);
  expect((await shop.api('GET', `/members/${memberId}/balance`)).body).toMatchObject({ code: 'shop-closed' });
  const answer = await shop.api('POST', '/orders', order({ id: memberId }));
  expect([answer.status, answer.body.code]).toEqual([410, 'shop-closed']);
  must(await reopen(shop));
  expect(await pointsOf(shop, memberId)).toBe(before);
  expect((await shop.api('POST', '/orders', order({ id: memberId }))).status).toBe(200);
});

test('sent twice it closes once; another closing waits until the first is taken back; nobody opens it after ninety days', async () => {
  const shop = await openShop();
  const key = newKey();
  expect(await close(shop, { typed: 'another shop' })).toMatchObject({ refusal: { field: 'typed' } });
  const first = must(await close(shop, { days: 30, key }));
  pass(MINUTE_MS);
  expect(must(await close(shop, { days: 30, key })).closing).toEqual(first.closing);
  expect(await close(shop, { days: 7 })).toMatchObject({ refusal: { code: 'changed_elsewhere' } });
  must(await reopen(shop));
  expect(must(await reopen(shop)).closing).toBeNull();
  must(await close(shop));
  pass(91 * DAY_MS);
  expect(await reopen(shop)).toMatchObject({ refusal: { code: 'shop_closed' } });
});

test('stopped, earning ends for what happens from then on; what was sold before still counts, also when it is completed late', async () => {
  const shop = await openShop();
  const { id } = await join(shop);
  const sold = order({ id }, { status: 'paid' });
  expect((await shop.api('POST', '/orders', sold)).status).toBe(200);
  must(await close(shop, { days: 30, stopsEarning: true }));
  const ctx = await now(shop.owner);
  pass(3 * MINUTE_MS);
  const at = () => new Date(ctx.clock.nowMs()).toISOString();
  const refused = await shop.api('POST', '/orders', order({ id }, { occurredAt: at() }));
  expect([refused.status, refused.body.code]).toEqual([409, 'earning-ended']);
  const done = { ...sold, status: 'completed', occurredAt: at() };
  expect((await shop.api('POST', '/orders', done)).status).toBe(200);
  expect(await pointsOf(shop, id)).toBe(100);
  const sale = { memberId: id, amountMinor: 5_000, key: newKey() };
  const purchase = await recordPurchase({ ctx, input: sale });
  expect(purchase).toMatchObject({ ok: false, refusal: { code: 'earning_ended' } });
  const { id: late } = await join(shop);
  expect(await pointsOf(shop, late)).toBe(0);
});

test('what becomes of an order from before is still reported when the shop has closed; a new one is refused', async () => {
  const shop = await openShop();
  const { id } = await join(shop);
  const [sold, returned] = [order({ id }, { status: 'paid' }), order({ id })];
  for (const each of [sold, returned]) expect((await shop.api('POST', '/orders', each)).status).toBe(200);
  must(await close(shop));
  pass(5 * MINUTE_MS);
  const done = await shop.api('POST', '/orders', { ...sold, status: 'completed' });
  expect([done.status, done.body.code]).toEqual([200, undefined]);
  const lines = [{ lineId: '1', amountMinor: 10_000 }];
  const path = `/orders/${returned.channel}/${returned.orderId}/refunds`;
  const back = await shop.api('POST', path, { refundId: 'r1', lines });
  expect([back.status, back.body.code]).toEqual([200, undefined]);
  const { balances } = must(await shop.owner.accounts.of(id).overview());
  expect(balances).toMatchObject({ availablePoints: 100, pendingPoints: 0 });
  const late = await shop.api('POST', '/orders', order({ id }));
  expect([late.status, late.body.code]).toEqual([410, 'shop-closed']);
});

test('a clerk asks nobody to spend in a shop that has closed', async () => {
  const shop = await openShop();
  const reward = await shelve(shop);
  const memberId = await memberWith(shop, 800);
  must(await close(shop));
  pass(5 * MINUTE_MS);
  const { rewardId, quantity, priceVersion, pointsEach, cashEachMinor } = press(reward);
  const input = { memberId, rewardId, quantity, priceVersion, pointsEach, cashEachMinor, key: newKey() };
  expect(await openAsk({ ctx: await now(shop.owner), input })).toMatchObject({
    refusal: { code: 'shop_closed' },
  });
});

test('its staff still correct points, and read what is left to do in figures', async () => {
  const shop = await openShop();
  const memberId = await memberWith(shop, 800);
  must(await close(shop));
  pass(3 * MINUTE_MS);
  const ctx = await now(shop.owner);
  const input = { memberId, points: -100, reason: 'correction' as const, note: null, key: newKey() };
  must(await adjustPoints({ ctx, input }));
  expect(await getClosing({ ctx })).toMatchObject({ toFulfil: 0, vouchers: 0, refunds: 0, paidMinor: 0 });
});
