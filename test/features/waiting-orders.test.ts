import { afterEach, describe, expect, test } from 'vitest';
import { createMember } from '../../src/features/members/create-member.ts';
import { selectUncredited } from '../../src/features/orders/queries.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { must, openShop, order, PLAIN, pointsOf, type Shop, unheard } from './world.ts';

afterEach(() => setClockOffsetMs(0));

const DAY_MS = 86_400_000;
const LIN = { email: 'lin@example.com' };
const NOBODY = { phone: null, email: null, externalId: null, displayName: null, locale: null };

async function joins(shop: Shop, person: object = LIN): Promise<string> {
  const { body } = await shop.api('POST', '/members', person);
  return String(body.id);
}

function refund(shop: Shop, orderId: string, refundId: string, amountMinor: number) {
  return shop.api('POST', `/orders/web/${orderId}/refunds`, {
    refundId,
    lines: [{ lineId: '1', amountMinor }],
  });
}

describe('an order of somebody who is not a member yet', () => {
  test('waits 90 days and is credited when she joins, once', async () => {
    const shop = await openShop();
    const report = order(LIN);
    const waiting = await shop.api('POST', '/orders', report);
    const keptMs = Date.parse(String(waiting.body.keptUntil)) - Date.now();
    expect([waiting.status, waiting.body.state]).toEqual([202, 'waiting']);
    expect(Math.round(keptMs / 86_400_000)).toBe(90);
    const memberId = await joins(shop);
    expect(await pointsOf(shop, memberId)).toBe(100);
    const again = await shop.api('POST', '/orders', report);
    expect([again.status, again.body.state, again.body.points]).toEqual([200, 'credited', 100]);
    await joins(shop);
    expect(await pointsOf(shop, memberId)).toBe(100);
  });

  test.each([
    ['phone', { phone: '138 0013 8000' }, { phone: '+8613800138000' }],
    ['e-mail', { email: 'Lin@Example.com' }, { email: 'lin@example.com' }],
    ['id of the merchant', { externalId: 'customer 7' }, { externalId: 'customer 7' }],
  ])('finds her by %s, however it was written', async (_name, reported, joined) => {
    const shop = await openShop();
    await shop.api('POST', '/orders', order(reported));
    expect(await pointsOf(shop, await joins(shop, joined))).toBe(100);
  });

  test('keeps its later status and its refunds until then', async () => {
    const shop = await openShop();
    const report = order(LIN, { orderId: 'waiting', status: 'paid' });
    await shop.api('POST', '/orders', report);
    const refunded = await refund(shop, 'waiting', 'refund-1', 2_500);
    await refund(shop, 'waiting', 'refund-1', 2_500);
    const tooMuch = await refund(shop, 'waiting', 'refund-2', 7_501);
    const completed = await shop.api('POST', '/orders', { ...report, status: 'completed' });
    const latePaid = await shop.api('POST', '/orders', report);
    expect([refunded.status, refunded.body.state]).toEqual([202, 'waiting']);
    expect([tooMuch.status, tooMuch.body.remainingMinor]).toEqual([422, 7_500]);
    expect([completed.body.status, latePaid.body.status]).toEqual(['completed', 'completed']);
    const memberId = await joins(shop);
    const { body } = await shop.api('GET', `/members/${memberId}/balance`);
    expect([body.availablePoints, body.pendingPoints]).toEqual([75, 0]);
  });

  test('may be completed later than it was made, and a refund of a cancelled one leaves nothing behind', async () => {
    const shop = await openShop({ ...PLAIN, daysUntilEntry: 7 });
    const made = new Date(Date.now() - 30 * DAY_MS).toISOString();
    const report = order(LIN, { occurredAt: made, status: 'paid' });
    const completed = { ...report, status: 'completed', occurredAt: new Date(Date.now()).toISOString() };
    await shop.api('POST', '/orders', report);
    const later = await shop.api('POST', '/orders', completed);
    expect([later.status, later.body.status]).toEqual([202, 'completed']);
    await shop.api('POST', '/orders', order(LIN, { orderId: 'cancelled' }));
    await refund(shop, 'cancelled', 'refund-1', 2_500);
    await shop.api('POST', '/orders', order(LIN, { orderId: 'cancelled', status: 'cancelled' }));
    const memberId = await joins(shop);
    const { body } = await shop.api('GET', `/members/${memberId}/balance`);
    expect([body.availablePoints, body.pendingPoints]).toEqual([0, 100]);
    const [left] = await shop.owner.db.batch(shop.tenant.id, [selectUncredited(shop.owner, memberId)]);
    expect(left).toEqual([]);
  });

  test('is told from the refund of another whose names run together alike', async () => {
    const shop = await openShop();
    await shop.api('POST', '/orders', order(LIN, { orderId: 'a' }));
    await refund(shop, 'a', 'b', 2_500);
    await shop.api('POST', '/orders', order(LIN, { orderId: 'a:b' }));
    expect(await pointsOf(shop, await joins(shop))).toBe(175);
  });

  test('cannot change its lines while it waits', async () => {
    const shop = await openShop();
    const report = order(LIN);
    await shop.api('POST', '/orders', report);
    const changed = await shop.api('POST', '/orders', {
      ...report,
      lines: [{ lineId: '1', amountMinor: 99_999 }],
    });
    expect([changed.status, changed.body.code]).toEqual([409, 'order-changed']);
    expect(await pointsOf(shop, await joins(shop))).toBe(100);
  });

  test('is credited once when joining and reporting race, whoever is first', async () => {
    const shop = await openShop();
    const people = Array.from({ length: 12 }, (_, index) => ({ email: `racer-${index}@example.com` }));
    const balances = await Promise.all(
      people.map(async (person) => {
        const report = order(person);
        const [memberId] = await Promise.all([
          joins(shop, person),
          shop.api('POST', '/orders', report),
          shop.api('POST', '/orders', report),
          joins(shop, person),
        ]);
        return pointsOf(shop, memberId);
      }),
    );
    expect(balances).toEqual(people.map(() => 100));
  });

  test('is forgotten after 90 days; reported again it earns like any other', async () => {
    const shop = await openShop();
    const report = order(LIN);
    await shop.api('POST', '/orders', report);
    setClockOffsetMs(90 * 86_400_000 + 1_000);
    const memberId = await joins(shop);
    const before = await pointsOf(shop, memberId);
    const again = await shop.api('POST', '/orders', report);
    expect([before, again.status, again.body.points, await pointsOf(shop, memberId)]).toEqual([
      0, 200, 100, 100,
    ]);
  });

  test('does not keep her out where it cannot be credited now', async () => {
    const shop = await openShop();
    await shop.api('POST', '/orders', order(LIN));
    const { member } = must(await createMember({ ctx: unheard(shop.owner), input: { ...NOBODY, ...LIN } }));
    expect(await pointsOf(shop, member.id)).toBe(0);
    const again = await shop.api('POST', '/orders', order(LIN));
    expect([again.body.memberId, await pointsOf(shop, member.id)]).toEqual([member.id, 100]);
  });
});
