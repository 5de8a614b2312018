import { describe, expect, test } from 'vitest';
import type { Redemption } from '../../web/console/redemptions/api.ts';
import {
  cancelSaysOf,
  cashBackOf,
  cashSteps,
  promisedCash,
  whyUndone,
} from '../../web/console/redemptions/cash.ts';
import { CASH } from './fixture-cash.ts';

type Payment = NonNullable<Redemption['payment']>;
const { owed, waiting } = CASH;
const [asked] = owed.refunds;
if (asked === undefined) throw new Error('something is owed');
const withRefund = (over: Partial<typeof asked>, given: Partial<Payment> = {}): Payment => ({
  ...owed,
  ...given,
  refunds: [{ ...asked, ...over }],
});

describe('cash that goes back', () => {
  test.each([
    ['nothing', waiting, null],
    ['at the counter, not handed over', owed, { standing: 'toHandBack', amountMinor: 16_670 }],
    ['to a card', withRefund({}, { method: 'online' }), { standing: 'onItsWay', amountMinor: 16_670 }],
    ['refused', withRefund({ state: 'failed' }), { standing: 'failed', amountMinor: 16_670 }],
    ['all of it', withRefund({ state: 'succeeded' }), { standing: 'refunded', amountMinor: 16_670 }],
    [
      'a part of it',
      withRefund({ state: 'succeeded', amountMinor: 1_000 }),
      { standing: 'partRefunded', amountMinor: 1_000 },
    ],
  ])('%s', (_name, payment, expected) => {
    expect(cashBackOf(payment)).toEqual(expected);
  });
});

test('a cancel promises what is left of the cash, and says who must hand it over', () => {
  const paid = { ...owed, refunds: [], refundableMinor: 16_670 };
  const card = { ...paid, method: 'online' as const };
  expect(
    [null, waiting, paid, card].map((payment) => [promisedCash({ payment }), cancelSaysOf({ payment })]),
  ).toEqual([
    [0, 'points'],
    [0, 'points'],
    [16_670, 'byHand'],
    [16_670, 'cash'],
  ]);
});

test('the timeline names who took the cash and who gave it back', () => {
  const by = { kind: 'staff', name: '阿强', branch: null } as const;
  const at = '2026-11-20T09:00:00.000Z';
  expect(cashSteps(withRefund({ state: 'succeeded', by, updatedAt: at }))).toEqual([
    {
      told: 'cashTaken',
      at: owed.paidAt,
      amountMinor: 16_670,
      by: { kind: 'staff', name: '阿美', branch: null },
    },
    { told: 'cashHandedBack', at, amountMinor: 16_670, by },
  ]);
});

test('only what came to nothing says why', () => {
  expect([
    whyUndone({ state: 'undone', undoneBecause: 'payment_expired' }),
    whyUndone({ state: 'undone', undoneBecause: 'a_later_code' }),
    whyUndone({ state: 'confirmed', undoneBecause: null }),
  ]).toEqual(['payment_expired', null, null]);
});
