import { expect, test } from 'vitest';
import type { PaymentView, RedemptionView } from '../../src/account/contract.ts';
import { minutesToPay, paymentPanel } from '../../src/features/mall/payment-panel.ts';
import { frame, NOW_MS } from './fixtures.ts';

const { words } = frame('en', '/redemptions/rdm_1');
const MINUTE_MS = 60_000;

/** An order that waits for ¥166.70, thirty minutes from now at the latest. */
function order(change: Partial<PaymentView>, state: RedemptionView['state'] = 'awaiting_payment') {
  const payment = {
    method: 'online',
    amountMinor: 16_670,
    currency: 'CNY',
    state: 'open',
    url: 'https://pay.example/1',
    payUntilMs: NOW_MS + 30 * MINUTE_MS,
    refunds: [],
    ...change,
  };
  return { state, payment } as unknown as RedemptionView;
}

test.each<[string, RedemptionView, string]>([
  ['an address is known', order({}), 'to_pay'],
  ['Stripe has not answered', order({ state: 'requesting', url: null }), 'preparing'],
  ['staff are waited for', order({ method: 'counter', url: null }), 'to_pay'],
  ['it is being closed', order({ state: 'closing' }), 'ending'],
  ['its time is over', order({ payUntilMs: NOW_MS }), 'ending'],
  ['the cash has come', order({ state: 'paid', url: null }, 'shipped'), 'paid'],
  ['no cash will come', order({ state: 'closed', url: null }, 'undone'), 'none'],
  ['it was let go without a word of Stripe', order({ state: 'abandoned', url: null }, 'undone'), 'unknown'],
])('where %s the panel says so', (_name, view, step) => {
  expect(paymentPanel(words, view)?.step).toBe(step);
});

test('an order of points alone has no panel and no minutes', () => {
  const view = { state: 'confirmed' } as RedemptionView;
  expect([paymentPanel(words, view), minutesToPay(view, NOW_MS)]).toEqual([null, null]);
});

test('cash for the shop’s counter is waited for by days, and an ending payment not at all', () => {
  const views = [order({ method: 'counter', url: null }), order({ state: 'closing' })];
  expect(views.map((view) => minutesToPay(view, NOW_MS))).toEqual([null, null]);
});

test('a minute that has begun counts, and none is left below zero', () => {
  const left = (ms: number) => minutesToPay(order({ payUntilMs: NOW_MS + ms }), NOW_MS);
  expect([left(30 * MINUTE_MS), left(1), left(0), left(-1)]).toEqual([30, 1, 0, 0]);
});
