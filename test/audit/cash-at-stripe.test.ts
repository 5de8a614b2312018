import { expect, test } from 'vitest';
import type { PaymentView } from '../../src/account/contract.ts';
import { checkCashAtStripe, HEARD_WITHIN_MS } from '../../src/audit/checks/cash-at-stripe.ts';
import type { ListedCash, ListedCharge, ListedRefund } from '../../src/stripe/list-cash.ts';
import { soundBooks } from './books.ts';
import { BY_CARD, REFUND } from './card-payment.ts';

const UNPAID: PaymentView = { ...BY_CARD, state: 'closed', received: null };
const HALF_BACK: PaymentView = { ...BY_CARD, refunds: [REFUND] };
const CHARGE: ListedCharge = {
  chargeId: 'ch_1',
  paymentIntentId: 'pi_1',
  amountMinor: 1_000,
  currency: 'CNY',
  chargedAtMs: 1,
  tenantId: 'ten_1',
  redemptionId: 'rdm_1',
};
const ELSEWHERE: ListedCharge = {
  ...CHARGE,
  ...{ chargeId: 'ch_2', paymentIntentId: 'pi_2', tenantId: null, redemptionId: null },
};
const LISTED: ListedRefund = {
  stripeRefundId: 're_1',
  amountMinor: 500,
  status: 'succeeded',
  failure: null,
  refundKey: 'rdm_1:500',
  attempt: 1,
  paymentIntentId: 'pi_1',
  currency: 'CNY',
  createdAtMs: 1,
};
const PAID: ListedCash = { charges: [CHARGE], refunds: [], failedLately: [] };
const PAID_BACK: ListedCash = { ...PAID, refunds: [LISTED] };
const withCharge = (set: Partial<ListedCharge>): ListedCash => ({
  ...PAID,
  charges: [{ ...CHARGE, ...set }],
});
const withRefund = (set: Partial<ListedRefund>): ListedCash => ({
  ...PAID,
  refunds: [{ ...LISTED, ...set }],
});

/** The sound books with a card payment, beside what Stripe lists of its account. */
function audited(payment: PaymentView, listed: ListedCash | null) {
  const evidence = soundBooks();
  let nowMs = 0;
  for (const object of evidence.objects) {
    if (object.kind !== 'account') continue;
    nowMs = object.state.nowMs;
    for (const each of object.state.redemptions) Object.assign(each, { state: 'confirmed', payment });
  }
  evidence.atStripe = [{ accountId: 'acct_1', listed }];
  return { ...checkCashAtStripe(evidence), nowMs };
}

test('cash that both sides know to the cent is found sound, and summed up', () => {
  const listed = { ...PAID_BACK, charges: [CHARGE, ELSEWHERE] };
  expect(audited(HALF_BACK, listed)).toMatchObject({
    findings: [],
    figures: {
      totals: { CNY: { received: 1_000, kept: 500, refunded: 500 } },
      atStripe: { CNY: { charged: 1_000, refunded: 500, unheard: 0 } },
      unlisted: [],
    },
  });
});

test.each<[string, PaymentView, ListedCash]>([
  ['what the shop takes elsewhere', BY_CARD, { ...PAID, charges: [CHARGE, ELSEWHERE] }],
  ['a payment whose decision is not due', { ...UNPAID, state: 'closing' }, PAID],
  ['a refund that is asked for and not known', { ...BY_CARD, refunds: [waiting()] }, PAID],
  [
    'a refund that failed at once, here and there',
    { ...BY_CARD, refunds: [{ ...REFUND, state: 'failed' }] },
    withRefund({ status: 'failed' }),
  ],
  [
    'a refund that Stripe told lately to have failed',
    HALF_BACK,
    { ...withRefund({ status: 'failed' }), failedLately: ['re_1'] },
  ],
])('%s is no finding', (_, payment, listed) => {
  expect(audited(payment, listed).findings).toEqual([]);
});

test('cash and refunds that are younger than the search for lost events may still be heard of', () => {
  const { nowMs } = audited(BY_CARD, PAID);
  const [young, old] = [nowMs - HEARD_WITHIN_MS + 1, nowMs - HEARD_WITHIN_MS];
  const heard = (atMs: number) => [
    audited(UNPAID, withCharge({ chargedAtMs: atMs })).findings.length,
    audited(BY_CARD, withRefund({ createdAtMs: atMs })).findings.length,
    audited(BY_CARD, { ...PAID, charges: [CHARGE, { ...other(), chargedAtMs: atMs }] }).findings.length,
  ];
  expect([heard(young), heard(old)]).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ]);
  expect(audited(UNPAID, withCharge({ chargedAtMs: young })).figures.atStripe).toEqual({
    CNY: { charged: 1_000, refunded: 0, unheard: 1_000 },
  });
});

test.each<[string, PaymentView, ListedCash, unknown, unknown]>([
  ['a charge of another amount', BY_CARD, withCharge({ amountMinor: 999 }), [1_000, 'CNY'], [999, 'CNY']],
  ['a charge in another currency', BY_CARD, withCharge({ currency: 'USD' }), [1_000, 'CNY'], [1_000, 'USD']],
  ['cash that Stripe does not have', BY_CARD, { ...PAID, charges: [] }, [1_000, 'CNY'], null],
  ['cash that came in for what was let go', UNPAID, PAID, null, [1_000, 'CNY']],
  ['cash twice for one redemption', BY_CARD, { ...PAID, charges: [CHARGE, second()] }, null, [1_000, 'CNY']],
  ['cash for no redemption', BY_CARD, { ...PAID, charges: [CHARGE, other()] }, null, [1_000, 'CNY']],
  ['a refund that nobody knows', BY_CARD, PAID_BACK, null, 500],
  ['a refund of another amount', HALF_BACK, withRefund({ amountMinor: 501 }), 500, 501],
  ['a refund that Stripe does not have', HALF_BACK, PAID, 500, null],
  ['a refund that failed there', HALF_BACK, withRefund({ status: 'failed' }), 500, 'failed'],
  [
    'a refund that went through and counts as failed here',
    { ...BY_CARD, refunds: [{ ...REFUND, state: 'failed' }] },
    PAID_BACK,
    null,
    500,
  ],
])('I7 finds %s', (_, payment, listed, expected, found) => {
  expect(audited(payment, listed).findings).toEqual([
    expect.objectContaining({ invariant: 'I7', expected, found }),
  ]);
});

test('an account that Stripe no longer shows is said to be so, with its cash, and is no finding', () => {
  expect(audited(BY_CARD, null)).toMatchObject({
    findings: [],
    figures: {
      atStripe: {},
      unlisted: [{ accountId: 'acct_1', totals: { CNY: { received: 1_000, kept: 1_000, refunded: 0 } } }],
    },
  });
});

function waiting(): PaymentView['refunds'][number] {
  return { ...REFUND, state: 'requested', stripeRefundId: null };
}

function second(): ListedCharge {
  return { ...CHARGE, chargeId: 'ch_3', paymentIntentId: 'pi_3' };
}

function other(): ListedCharge {
  return { ...second(), redemptionId: 'rdm_2' };
}
