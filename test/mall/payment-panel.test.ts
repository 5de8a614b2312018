import { expect, test } from 'vitest';
import type { PaymentView, RedemptionView } from '../../src/account/contract.ts';
import { paymentPanel, timeToPay } from '../../src/features/mall/payment-panel.ts';
import { clockLeft } from '../../web/shared/deadline-script.ts';
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
  expect([paymentPanel(words, view), timeToPay(view, NOW_MS)]).toEqual([null, null]);
});

test('cash for the shop’s counter is waited for by days, and an ending payment not at all', () => {
  const views = [order({ method: 'counter', url: null }), order({ state: 'closing' })];
  expect(views.map((view) => timeToPay(view, NOW_MS))).toEqual([null, null]);
});

test('a minute that has begun counts, and none is left below zero', () => {
  const left = (ms: number) => timeToPay(order({ payUntilMs: NOW_MS + ms }), NOW_MS)?.minutesLeft;
  expect([left(30 * MINUTE_MS), left(1), left(0), left(-1)]).toEqual([30, 1, 0, 0]);
});

test.each<[string, number[], string]>([
  ['nothing', [], 'none'],
  ['part of it', [6_670], 'part'],
  ['all of it', [6_670, 10_000], 'whole'],
])('cash of which %s went back says so', (_name, amounts, refunded) => {
  const received = { amountMinor: 16_670, currency: 'CNY' };
  const refunds = amounts.map((amountMinor) => ({ amountMinor, state: 'succeeded', updatedAtMs: NOW_MS }));
  const view = order({ state: 'paid', received, refunds } as unknown as Partial<PaymentView>, 'confirmed');
  expect(paymentPanel(words, view)?.refunded).toBe(refunded);
});

test('the clock of a deadline counts whole seconds, and says nothing once it is over', () => {
  const left = [30 * MINUTE_MS, 27 * MINUTE_MS + 3_001, 1, 0, -5];
  expect(left.map(clockLeft)).toEqual(['30:00', '27:04', '0:01', null, null]);
});
