import { expect, test } from 'vitest';
import { reportText, summaryOf } from '../../src/audit/report.ts';

test('the report says in words, shop by shop, what does not add up', () => {
  const finding = {
    invariant: 'I5',
    object: 'stock ten_1/rwd_1',
    what: 'taken = Σ reservations',
    expected: 1,
    found: 2,
  } as const;
  const shop = { tenantId: 'ten_1', name: '棉屿', accounts: 5, stocks: 3, rows: 212 };
  const cash = {
    totals: { CNY: { received: 46_670, kept: 30_000, refunded: 16_670 } },
    atStripe: { CNY: { charged: 31_670, refunded: 16_670, unheard: 15_000 } },
    unlisted: [
      { accountId: 'acct_old', totals: { CNY: { received: 30_000, kept: 30_000, refunded: 0 } } },
      { accountId: 'acct_older', totals: {} },
    ],
  };
  const text = reportText({
    tenants: [{ ...shop, cash, findings: [finding] }],
    database: { relations: 19, probes: 0, findings: [] },
  });
  expect(text.split('\n')).toEqual([
    '棉屿 (ten_1): 5 members, 3 rewards, 212 rows of books',
    '  ✓ I1 Every balance equals its entries, and the points still there',
    '  ✓ I2 Nobody has less than nothing, owed points apart',
    '  ✓ I3 Every purchase, refund and redemption happened exactly once',
    '  ✓ I4 The history that pages show equals the books',
    '  ✗ I5 Units given out, reserved and left add up: 1 not',
    '  ✓ I6 Every redemption is whole or undone',
    '  ✓ I7 No cash is kept without goods or a refund',
    '  ✓ I8 Shops are kept apart',
    '  ✓ I9 No page of the books was changed afterwards',
    '  Cash in CNY: ¥466.70 came in, ¥300 kept, ¥166.70 given back or about to be; Stripe lists ¥316.70 charged, ¥166.70 refunded, ¥150 not heard of here',
    '  Stripe no longer shows account acct_old: ¥300 could not be compared',
    '  Stripe no longer shows account acct_older: no cash was taken by it',
    '    I5 stock ten_1/rwd_1',
    '      taken = Σ reservations',
    '      expected 1',
    '      found    2',
    '',
    "Between shops: 19 tables, 0 questions about other shops' ids",
    '  ✓ I8 Shops are kept apart',
    '',
    '1 thing does not add up in 1 shop.',
  ]);
});

test('the report says where Stripe was not asked about cash that it holds', () => {
  const cash = { totals: {}, atStripe: null, unlisted: [] };
  const shop = { tenantId: 'ten_1', name: '棉屿', accounts: 1, stocks: 1, rows: 1, findings: [], cash };
  const text = reportText({ tenants: [shop], database: { relations: 0, probes: 0, findings: [] } });
  expect(text).toContain('Stripe was not asked: set STRIPE_SECRET_KEY to compare its lists');
});

test('what is published of an audit is how much was looked at and how much was wrong, and names nobody', () => {
  const cash = { totals: {}, atStripe: null, unlisted: [] };
  const finding = { invariant: 'I5', object: 'stock', what: 'units', expected: 1, found: 2 } as const;
  const shop = {
    tenantId: 'ten_1',
    name: '棉屿',
    accounts: 5,
    stocks: 3,
    rows: 212,
    findings: [finding],
    cash,
  };
  const database = { relations: 19, probes: 0, findings: [finding] };
  expect(summaryOf({ tenants: [shop, { ...shop, findings: [] }], database }, 7)).toEqual({
    atMs: 7,
    shops: 2,
    accounts: 10,
    entries: 424,
    findings: 2,
  });
});
