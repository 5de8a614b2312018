import { expect, test } from 'vitest';
import type { PaymentView } from '../../src/account/contract.ts';
import { checkCash } from '../../src/audit/checks/cash.ts';
import { soundBooks } from './books.ts';
import { BY_CARD, REFUND as HALF_BACK } from './card-payment.ts';

const PAID: PaymentView = {
  ...BY_CARD,
  ...{ method: 'counter', sessionId: null, paymentIntentId: null, accountId: null },
};
const REFUND: PaymentView['refunds'][number] = {
  ...HALF_BACK,
  ...{ amountMinor: 1_000, cumulativeMinor: 1_000, refundKey: 'rdm_1:1000' },
  ...{ state: 'requested', because: 'cancelled', stripeRefundId: null },
};

type State = 'confirmed' | 'cancelled' | 'awaiting_payment' | 'undone';

/** The books of the audit's tests with a cash part; Postgres has what `copied` says. */
function findings(state: State, payment: PaymentView, copied = payment): string[] {
  const evidence = soundBooks();
  for (const object of evidence.objects)
    if (object.kind === 'account')
      for (const each of object.state.redemptions) Object.assign(each, { state, payment });
  for (const row of evidence.redemptions)
    Object.assign(row, { state, body: { ...row.body, payment: copied } });
  return checkCash(evidence).map(({ what }) => what);
}

test.each<[string, State, PaymentView]>([
  ['paid and kept', 'confirmed', PAID],
  ['partly refunded and kept', 'confirmed', { ...PAID, refunds: [{ ...REFUND, amountMinor: 400 }] }],
  ['cancelled and on its way back', 'cancelled', { ...PAID, refunds: [REFUND] }],
  ['never paid', 'undone', { ...PAID, state: 'closed', received: null }],
])('I7 finds nothing in cash that is %s', (_, state, payment) => {
  expect(findings(state, payment)).toEqual([]);
});

test.each<[string, State, PaymentView, string]>([
  ['cash without goods', 'cancelled', PAID, 'cash without goods or refund'],
  ['goods without cash', 'confirmed', { ...PAID, received: null }, 'what came in'],
  [
    'goods for another amount',
    'confirmed',
    { ...PAID, received: { amountMinor: 1, currency: 'CNY' } },
    'what came in',
  ],
  ['too much going back', 'confirmed', { ...PAID, refunds: [REFUND, REFUND] }, 'no more goes back'],
  ['a payment forgotten', 'awaiting_payment', { ...PAID, state: 'open', received: null }, 'decided in time'],
  ['a payment undecided after the goods', 'undone', { ...PAID, state: 'open', received: null }, 'undecided'],
])('I7 finds %s', (_, state, payment, what) => {
  expect(findings(state, payment).join()).toContain(what);
});

test('I7 finds other cash in Postgres than in the objects', () => {
  expect(findings('confirmed', PAID, { ...PAID, received: null })).toEqual([
    'totals in Postgres per currency',
  ]);
});
