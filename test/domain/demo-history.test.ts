import { expect, test } from 'vitest';
import { crowdOf } from '../../scripts/demo/crowd.ts';
import { historyOf } from '../../scripts/demo/history.ts';
import { HOUR_MS, momentOf, momentsOf } from '../../scripts/demo/moments.ts';
import { lamplight } from '../../scripts/demo/shops/lamplight.ts';
import { mianyu } from '../../scripts/demo/shops/mianyu.ts';
import { mutang } from '../../scripts/demo/shops/mutang.ts';
import { openedAtMs } from '../../scripts/demo/story.ts';
import { tenantDay } from '../../src/domain/calendar.ts';
import { shiftDay } from '../../src/domain/figures/day.ts';
import { percentOf } from '../../src/domain/figures/figures.ts';
import { decideImport } from '../../src/domain/ledger/import-history.ts';
import { importMembersSchema } from '../../src/features/imports/schemas.ts';
import { isPhoneIn } from '../../src/lib/contact-identifier.ts';
import { after, emptyLedger, staff } from './ledger/world.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 12);

const SHOPS = [mianyu, mutang, lamplight];
const cards = new Map(SHOPS.map((shop) => [shop.slug, historyOf(shop, NOW_MS)]));
const cardsOf = ({ slug }: typeof mianyu) => cards.get(slug) ?? [];

/** What the member of a card holds, as her account would have it. */
function balanceOf(card: ReturnType<typeof historyOf>[number]): number {
  const { lines } = importMembersSchema.shape.members.element.parse(card);
  const told = lines.map(({ occurredAt, availableAt, expiresAt, ...line }) => ({
    ...line,
    occurredAtMs: Date.parse(occurredAt),
    availableAtMs: availableAt === null ? null : Date.parse(availableAt),
    expiresAtMs: expiresAt === null ? null : Date.parse(expiresAt),
  }));
  const input = { batchId: 'cards', lines: told, actor: staff };
  const decision = decideImport(emptyLedger(), input, { known: () => null, nowMs: NOW_MS });
  if (decision.kind !== 'changed') throw new Error(JSON.stringify([card.displayName, decision]));
  return after(emptyLedger(), decision.change.draft).totals.balancePoints;
}

test.each([
  [mianyu, 640],
  // 520 when the gathering ended; Chen joined yesterday.
  [mutang, 521],
  [lamplight, 120],
] as const)(
  '$slug: an account takes every card as it stands; everybody has a phone of her own',
  (shop, people) => {
    const held = cardsOf(shop).map(balanceOf);
    expect(held.every((points) => points >= 0)).toBe(true);
    expect(held.length + crowdOf(shop).length + shop.people.length).toBe(people);
    const phones = cardsOf(shop).map(({ phone }) => String(phone));
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.slice(-5).every((phone) => isPhoneIn(phone, shop.locale === 'zh-TW' ? 'TW' : 'CN'))).toBe(
      true,
    );
  },
);

/** Everybody's purchases, of cards and of those who live the months themselves: who, when, for how much. */
function purchasesOf(shop: typeof mianyu, nowMs: number) {
  const cards = historyOf(shop, nowMs).flatMap(({ phone, lines }) =>
    lines
      .filter(({ movement }) => movement === 'earned')
      .map(({ occurredAt, amountMinor }) => ({
        ...{ who: String(phone), atMs: Date.parse(occurredAt), amountMinor: amountMinor ?? 0 },
      })),
  );
  const own = [...shop.people, ...crowdOf(shop)].flatMap(({ phone, orders }) =>
    orders
      .filter(({ isCancelled }) => !isCancelled)
      .map(({ hoursAgo, amountMinor }) => ({ who: phone, atMs: nowMs - hoursAgo * HOUR_MS, amountMinor })),
  );
  return [...cards, ...own];
}

test.each([NOW_MS, Date.UTC(2026, 0, 3, 1, 20), Date.UTC(2027, 6, 31, 16, 30)])(
  'told at %i, Mianyu sold 15 percent more in the thirty days after its opening, to more who came again',
  (nowMs) => {
    const openedDay = tenantDay(openedAtMs(nowMs), mianyu.timeZone);
    const bought = purchasesOf(mianyu, nowMs).map((each) => ({
      ...each,
      day: tenantDay(each.atMs, mianyu.timeZone),
    }));
    const trade = (fromDay: string, toDay: string) => {
      const own = bought.filter(({ day }) => day >= fromDay && day <= toDay);
      const daysOf = Object.values(Object.groupBy(own, ({ who }) => who)).map(
        (theirs) => new Set(theirs?.map(({ day }) => day)).size,
      );
      return {
        orders: own.length,
        salesMinor: own.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        repeatPercent: percentOf(daysOf.filter((days) => days > 1).length, daysOf.length),
      };
    };
    expect([
      trade(shiftDay(openedDay, -30), shiftDay(openedDay, -1)),
      trade(openedDay, shiftDay(openedDay, 29)),
    ]).toEqual([
      { orders: 270, salesMinor: 3_456_000, repeatPercent: 20 },
      { orders: 310, salesMinor: 3_974_400, repeatPercent: 24 },
    ]);
  },
);

test('Mutang had 400 members before its thirty days of first bookings and 520 when they ended two weeks ago', () => {
  const moments = momentsOf('full');
  const own = [...mutang.people, ...crowdOf(mutang)].map(
    ({ joinedHoursAgo }) => NOW_MS - momentOf(moments, joinedHoursAgo) * HOUR_MS,
  );
  const joined = [...own, ...cardsOf(mutang).map(({ memberSince }) => Date.parse(String(memberSince)))];
  const byDaysAgo = (days: number) => joined.filter((atMs) => atMs <= NOW_MS - days * 24 * HOUR_MS).length;
  expect([byDaysAgo(44), byDaysAgo(14)]).toEqual([400, 520]);
});

test('the same cards every time', () => {
  expect(historyOf(lamplight, NOW_MS)).toEqual(cardsOf(lamplight));
});

test('the cards tell a believable year: about a third is redeemed, a little has ended', () => {
  for (const shop of SHOPS) {
    const lines = cardsOf(shop).flatMap((card) => card.lines);
    const sumOf = (...movements: string[]) =>
      lines
        .filter(({ movement }) => movements.includes(movement))
        .reduce((sum, { points }) => sum + points, 0);
    const share = (points: number) => Math.round((100 * points) / sumOf('balance', 'earned'));
    expect(share(sumOf('redeemed'))).toBeGreaterThanOrEqual(28);
    expect(share(sumOf('redeemed'))).toBeLessThanOrEqual(42);
    expect(share(sumOf('expired'))).toBeGreaterThanOrEqual(3);
    expect(share(sumOf('expired'))).toBeLessThanOrEqual(9);
  }
});
