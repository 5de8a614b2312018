import { expect, test } from 'vitest';
import { crowdOf } from '../../scripts/demo/crowd.ts';
import { historyOf } from '../../scripts/demo/history.ts';
import { lamplight } from '../../scripts/demo/shops/lamplight.ts';
import { mianyu } from '../../scripts/demo/shops/mianyu.ts';
import { mutang } from '../../scripts/demo/shops/mutang.ts';
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
  [mutang, 520],
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
