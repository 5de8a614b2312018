import { describe, expect, test } from 'vitest';
import { openMall } from './mall-shop.ts';

const APART = 'Cafe\u0301';
const COMPOSED = 'Caf\u00E9';

test('two ways of typing one word are one category, one name and one order', async () => {
  const mall = await openMall();
  await mall.call('PUT', '/api/programme', {
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [{ category: APART, rate: { numerator: 3, denominator: 1 } }],
    daysUntilEntry: 0,
    expiry: { kind: 'never' },
  });
  const { memberId } = await mall.memberWith(0);
  await mall.call('PATCH', `/api/members/${memberId}`, { displayName: `\u202E${APART}\u200B` });
  const purchases = `/api/members/${memberId}/purchases`;
  const bought = await mall.call('POST', purchases, {
    amountMinor: 1000,
    category: COMPOSED,
    receipt: APART,
  });
  const again = await mall.call('POST', purchases, { amountMinor: 1000, category: APART, receipt: COMPOSED });
  const found = await mall.call('GET', `/api/members?search=${encodeURIComponent(APART)}`);
  const [member] = found.items as { id: string; displayName: string }[];
  expect([bought.points, again.countedBefore !== null, member?.id, member?.displayName]).toEqual([
    30,
    true,
    memberId,
    COMPOSED,
  ]);
});

describe('an address that nobody’s link has', () => {
  const ODD = ['%00', '%F0%9F%8E%81', '%E2%80%AE', '%ED%A0%80', '%', '..%2F..', 'W'.repeat(2000)];
  const PATHS = [
    (odd: string) => `/rewards/${odd}`,
    (odd: string) => `/rewards/${odd}/confirm`,
    (odd: string) => `/redemptions/${odd}`,
    (odd: string) => `/redemptions?cursor=${odd}`,
    (odd: string) => `/me/addresses/${odd}`,
    (odd: string) => `/points?before=${odd}&tab=${odd}`,
    (odd: string) => `/points/missing?number=${odd}`,
    (odd: string) => `/?q=${odd}&kind=${odd}`,
    (odd: string) => `/v/${odd}`,
    (odd: string) => `/sign-in?to=${odd}`,
    (odd: string) => `/language?lang=${odd}&to=${odd}`,
    (odd: string) => `/pictures/${odd}`,
  ];

  test('is a page, a way elsewhere or missing, never a fault of ours', async () => {
    const mall = await openMall();
    const member = await mall.memberWith(100);
    const asked = PATHS.flatMap((path) => ODD.map(path));
    const answers = await Promise.all(
      asked.map(async (path) => [path, (await member.get(path)).status] as const),
    );
    expect(answers.filter(([, status]) => status >= 500)).toEqual([]);
  });
});
