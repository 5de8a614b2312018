import { describe, expect, test } from 'vitest';
import {
  type AmountKey,
  keyedAmount,
  NOTHING_RUNG,
  type Rung,
  readableAmount,
  rungBefore,
  rungSteps,
  saleOf,
  totalMinor,
  withLine,
  withoutLine,
} from '../../web/console/counter/sale.ts';

describe('the amount', () => {
  const keyed = (keys: string, currency: string) =>
    keys.split(' ').reduce((amount, key) => keyedAmount(amount, key as AmountKey, currency), '');

  test.each([
    ['1 2 8', 'CNY', '128'],
    ['1 2 8 . 5 0 9', 'CNY', '128.50'],
    ['0 0 7', 'CNY', '7'],
    ['. 5', 'CNY', '0.5'],
    ['1 . 2 . 3', 'CNY', '1.23'],
    ['1 2 back 3', 'CNY', '13'],
    ['1 . 5', 'JPY', '15'],
    ['1 00', 'JPY', '100'],
    ['9 9 9 9 9 9 9 9 9 9 9 9', 'CNY', '999999999'],
  ])('keys %s in %s make %s', (keys, currency, amount) => {
    expect(keyed(keys, currency)).toBe(amount);
  });

  test('what was pasted is read as meant, what is no amount is not taken', () => {
    const typed = ['¥128.50', '１２８', '12,50', 'abc', '1.2.3'].map((text) => readableAmount(text, 'CNY'));
    expect(typed).toEqual(['128.50', '128', '12.50', '', null]);
  });

  test('a sale has an amount, or is a visit that gives points of its own', () => {
    const facial = { ...NOTHING_RUNG, service: 'facial' };
    expect([
      saleOf(NOTHING_RUNG, 'CNY', true),
      saleOf({ ...NOTHING_RUNG, amount: '128.', category: '配饰' }, 'CNY', false),
      saleOf(facial, 'CNY', false),
      saleOf(facial, 'CNY', true),
      saleOf({ ...facial, amount: '268' }, 'CNY', true),
    ]).toEqual([
      null,
      { amountMinor: 12_800, category: '配饰' },
      null,
      { service: 'facial' },
      { amountMinor: 26_800, category: null, service: 'facial' },
    ]);
  });
});

describe('a sale of several amounts', () => {
  const coat = { ...NOTHING_RUNG, amount: '128', category: '上衣' };
  const two = { ...(withLine(coat, 'CNY') ?? coat), amount: '60', category: '换季清仓' };
  const lines = [
    { amountMinor: 12_800, category: '上衣' },
    { amountMinor: 6_000, category: '换季清仓' },
  ];

  test('is one sale of lines, what is still being typed among them', () => {
    const put = withLine(two, 'CNY') ?? two;
    expect([two, put].map((rung) => saleOf(rung, 'CNY', false))).toEqual([{ lines }, { lines }]);
    expect(totalMinor({ lines })).toBe(18_800);
  });

  test('begins the next amount empty and without a category; nothing typed is nothing to put aside', () => {
    const begun = withLine(coat, 'CNY');
    expect([begun?.amount, begun?.category, withLine(NOTHING_RUNG, 'CNY')]).toEqual(['', null, null]);
  });

  test('is gone back amount by amount, and any line can be taken out', () => {
    const before = rungBefore(two);
    expect([rungSteps(two), before.amount, before.lines, rungBefore(before)]).toEqual([
      2,
      '',
      lines.slice(0, 1),
      NOTHING_RUNG,
    ]);
    expect(saleOf(withoutLine(two, 0), 'CNY', false)).toEqual(lines[1]);
  });

  test('has an end: what a paper receipt names', () => {
    const many = Array.from({ length: 30 }).reduce<Rung>(
      (rung) => ({ ...(withLine(rung, 'CNY') ?? rung), amount: '1' }),
      coat,
    );
    expect(many.lines.length).toBe(19);
  });
});
