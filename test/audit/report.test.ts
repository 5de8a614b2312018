import { expect, test } from 'vitest';
import { reportText } from '../../src/audit/report.ts';

test('the report says in words, shop by shop, what does not add up', () => {
  const finding = {
    invariant: 'I5',
    object: 'stock ten_1/rwd_1',
    what: 'taken = Σ reservations',
    expected: 1,
    found: 2,
  } as const;
  const text = reportText({
    tenants: [{ tenantId: 'ten_1', name: '棉屿', accounts: 5, stocks: 3, rows: 212, findings: [finding] }],
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
