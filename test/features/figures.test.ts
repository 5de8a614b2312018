import { expect, test } from 'vitest';
import { memberDays, members, tenants } from '../../src/db/schema/index.ts';
import { tenantDay } from '../../src/domain/calendar.ts';
import { shiftDay } from '../../src/domain/figures/day.ts';
import { getFigures } from '../../src/features/home/get-figures.ts';
import { linkDaysOf } from '../../src/projection/member-days.ts';
import { openShop, type Shop } from './world.ts';

type Day = Partial<Omit<typeof memberDays.$inferInsert, 'tenantId' | 'day'>> & {
  memberId: string;
  daysAgo: number;
};
const NOTHING = {
  purchases: 0,
  spentMinor: 0,
  redemptions: 0,
  broughtPoints: 0,
  issuedPoints: 0,
  redeemedPoints: 0,
  expiredPoints: 0,
};

const todayOf = ({ owner, tenant }: Shop) => tenantDay(owner.clock.nowMs(), tenant.timeZone);

/** Days of members as the projection would have them. */
async function lived(shop: Shop, days: Day[]): Promise<void> {
  const { db, tenant } = shop.owner;
  const rows = days.map(({ daysAgo, ...given }) => ({
    ...{ ...NOTHING, ...given },
    ...{ tenantId: tenant.id, day: shiftDay(todayOf(shop), -daysAgo) },
  }));
  await db.batch(tenant.id, [
    db.build.insert(memberDays).values(rows),
    linkDaysOf(db, tenant.id, [...new Set(days.map(({ memberId }) => memberId))]),
  ]);
}

let numbers = 10_000_000;
async function joined(shop: Shop, id: string, given: Partial<typeof members.$inferInsert> = {}) {
  const { db, tenant, clock } = shop.owner;
  numbers += 1;
  const row = { tenantId: tenant.id, id, number: String(numbers), displayName: '', locale: 'zh-CN' } as const;
  const createdAtMs = clock.nowMs();
  await db.batch(tenant.id, [
    db.build.insert(members).values({ ...row, state: 'active', createdAtMs, ...given }),
  ]);
}

const bought = (memberId: string, daysAgo: number, spentMinor = 10_000): Day => ({
  ...{ memberId, daysAgo, spentMinor },
  purchases: 1,
  issuedPoints: spentMinor / 100,
});

test('who bought on two days came again, within the period and of this shop alone; two purchases of one day are one coming', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  await lived(other, [bought('a', 1), bought('a', 2)]);
  await lived(shop, [
    bought('a', 0),
    bought('a', 6),
    { ...bought('b', 3), purchases: 2 },
    // Taken back whole: no purchase, so no second one.
    { memberId: 'b', daysAgo: 5, issuedPoints: 0 },
    // Once in the period and once before it.
    bought('c', 1),
    bought('c', 7),
    { memberId: 'd', daysAgo: 2, redemptions: 1, redeemedPoints: 60 },
    bought('e', 13),
    bought('e', 12),
    bought('f', 400),
  ]);
  const { repeat, active, redemption, sales } = await getFigures({ ctx: shop.owner, input: { period: '7' } });
  expect({ repeat, active, redemption, sales }).toEqual({
    repeat: {
      now: { buyers: 3, repeatBuyers: 1 },
      before: { buyers: 2, repeatBuyers: 1 },
      daily: [0, 0, 0, 0, 0, 0, 1],
    },
    active: { now: 4, before: 2, daily: [1, 0, 0, 1, 1, 1, 1] },
    redemption: {
      now: { issuedPoints: 400, redeemedPoints: 60 },
      before: { issuedPoints: 300, redeemedPoints: 0 },
      daily: [0, 0, 0, 0, 60, 0, 0],
    },
    sales: {
      now: { amountMinor: 40_000, purchases: 5 },
      before: { amountMinor: 30_000, purchases: 3 },
      daily: [10_000, 0, 0, 10_000, 0, 10_000, 10_000],
    },
  });
});

test('new members are those who joined on the shop’s days and still are; the owner’s own try counts until somebody else is there', async () => {
  const shop = await openShop();
  await joined(shop, 'own', { isTest: true });
  await lived(shop, [bought('own', 0), bought('own', 1)]);
  const figures = () => getFigures({ ctx: shop.owner, input: { period: '7' } });
  const alone = await figures();
  expect([alone.members, alone.joined.now, alone.repeat.now.repeatBuyers]).toEqual([1, 1, 1]);
  await joined(shop, 'a');
  await joined(shop, 'gone', { state: 'erased' });
  const day = 86_400_000;
  await joined(shop, 'earlier', { createdAtMs: shop.owner.clock.nowMs() - 8 * day });
  const both = await figures();
  expect([both.members, both.joined.now, both.repeat.now]).toEqual([2, 1, { buyers: 0, repeatBuyers: 0 }]);
});

test('a shop without members has figures of nothing', async () => {
  const {
    members: count,
    days,
    active,
    hasOpening,
  } = await getFigures({
    ctx: (await openShop()).owner,
    input: { period: 'opening' },
  });
  expect([count, days.length, active, hasOpening]).toEqual([
    0,
    30,
    { now: 0, before: null, daily: Array(30).fill(0) },
    false,
  ]);
});

test('days that an older Pointmall wrote in part are left out, and from when on all is known is told', async () => {
  const shop = await openShop();
  await lived(shop, [bought('a', 20), bought('a', 4), bought('a', 3), bought('b', 0)]);
  const { db, tenant } = shop.owner;
  const figuresFrom = shiftDay(todayOf(shop), -3);
  await db.batch(tenant.id, [db.build.update(tenants).set({ figuresFrom })]);
  const { knownFrom, sales, hasOpening } = await getFigures({ ctx: shop.owner, input: { period: '7' } });
  expect({ knownFrom, sales: [sales.now, sales.before], hasOpening }).toEqual({
    knownFrom: figuresFrom,
    sales: [{ amountMinor: 20_000, purchases: 2 }, null],
    hasOpening: false,
  });
});
