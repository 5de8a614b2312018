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

/** What each member of the list holds, as her account would have it. */
function balances(shop: typeof mianyu, nowMs: number): number[] {
  return historyOf(shop, nowMs).map((member) => {
    const { lines } = importMembersSchema.shape.members.element.parse(member);
    const told = lines.map(({ occurredAt, availableAt, expiresAt, ...line }) => ({
      ...line,
      occurredAtMs: Date.parse(occurredAt),
      availableAtMs: availableAt === null ? null : Date.parse(availableAt),
      expiresAtMs: expiresAt === null ? null : Date.parse(expiresAt),
    }));
    const input = { batchId: 'cards', lines: told, actor: staff };
    const decision = decideImport(emptyLedger(), input, { isKnown: () => false, nowMs });
    if (decision.kind !== 'changed') throw new Error(JSON.stringify([member.displayName, decision]));
    return after(emptyLedger(), decision.change.draft).totals.balancePoints;
  });
}

test.each([
  ['mianyu', mianyu, 640],
  ['mutang', mutang, 520],
  ['lamplight', lamplight, 120],
] as const)(
  '%s: an account takes every card as it stands, and holds the same each time',
  (_, shop, people) => {
    const [first, second] = [balances(shop, NOW_MS), balances(shop, NOW_MS)];
    expect(second).toEqual(first);
    expect(first.length + crowdOf(shop).length + shop.people.length).toBe(people);
    const phones = historyOf(shop, NOW_MS).map(({ phone }) => String(phone));
    expect(new Set(phones).size).toBe(phones.length);
    expect(phones.every((phone) => isPhoneIn(phone, shop.locale === 'zh-TW' ? 'TW' : 'CN'))).toBe(true);
  },
);

test('the cards tell a believable year: a third is redeemed, a little has ended, a few hold much', () => {
  for (const shop of [mianyu, mutang, lamplight]) {
    const lines = historyOf(shop, NOW_MS).flatMap((member) => member.lines);
    const sumOf = (...movements: string[]) =>
      lines
        .filter(({ movement }) => movements.includes(movement))
        .reduce((sum, { points }) => sum + points, 0);
    const given = sumOf('balance', 'earned');
    const share = (points: number) => Math.round((100 * points) / given);
    expect(share(sumOf('redeemed'))).toBeGreaterThanOrEqual(28);
    expect(share(sumOf('redeemed'))).toBeLessThanOrEqual(42);
    expect(share(sumOf('expired'))).toBeGreaterThanOrEqual(3);
    expect(share(sumOf('expired'))).toBeLessThanOrEqual(9);
    const held = balances(shop, NOW_MS).toSorted((left, right) => right - left);
    const top = held.slice(0, held.length / 5).reduce((sum, points) => sum + points, 0);
    expect(top).toBeGreaterThan(0.35 * held.reduce((sum, points) => sum + points, 0));
  }
});
