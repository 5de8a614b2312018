import { describe, expect, test } from 'vitest';
import { fromChargeAmount, toChargeAmount } from '../../../src/domain/payment/charge-amount.ts';
import {
  attemptOf,
  checkoutRequest,
  type OnlineTerms,
} from '../../../src/domain/payment/checkout-request.ts';
import { ONLINE, START_MS } from './memory-shop.ts';

const line = (cashEachMinor: number, quantity = 1, name = '腕表') => ({
  names: { 'zh-CN': name, en: 'Watch' },
  quantity,
  cashEachMinor,
});
const subject = (...lines: ReturnType<typeof line>[]) => ({
  tenantId: 'ten_1',
  memberId: 'mem_1',
  redemptionId: 'rdm_1',
  lines,
});
const terms = (given: Partial<OnlineTerms> = {}) => ({ ...(ONLINE as OnlineTerms), ...given });
const START = Math.floor(START_MS / 1_000);
const reference = { tenantId: 'ten_1', memberId: 'mem_1', redemptionId: 'rdm_1', attempt: '1' };

describe('the complete Checkout request', () => {
  test('names the redemption everywhere, takes cards alone and lives for 40 minutes', () => {
    expect(checkoutRequest(terms(), subject(line(30_000), line(0)), START_MS)).toEqual({
      accountId: 'acct_1',
      idempotencyKey: 'rdm_1:checkout:1',
      params: {
        mode: 'payment',
        allowed_payment_method_types: ['card'],
        client_reference_id: 'rdm_1',
        line_items: [
          {
            quantity: 1,
            price_data: { currency: 'cny', unit_amount: 30_000, product_data: { name: '腕表' } },
          },
        ],
        metadata: reference,
        payment_intent_data: { metadata: reference, application_fee_amount: 750 },
        expires_at: START + 40 * 60,
        success_url: 'https://shop.test/paid',
        cancel_url: 'https://shop.test/back',
        locale: 'zh',
        adaptive_pricing: { enabled: false },
      },
    });
  });

  test('another attempt has its own key, its own reference and the whole time again', () => {
    const first = checkoutRequest(terms(), subject(line(30_000)), START_MS);
    const second = attemptOf(first, 2, START_MS + 60_000);
    expect(second).toEqual({
      ...first,
      idempotencyKey: 'rdm_1:checkout:2',
      params: {
        ...first.params,
        metadata: { ...reference, attempt: '2' },
        payment_intent_data: {
          ...first.params.payment_intent_data,
          metadata: { ...reference, attempt: '2' },
        },
        expires_at: START + 41 * 60,
      },
    });
  });

  test.each([
    ['CNY', 333, 250, 333, 8],
    ['JPY', 500, 250, 500, 12],
    ['KWD', 1_230, 250, 1_230, 30],
    ['ISK', 100, 250, 10_000, 200],
    ['MGA', 50_000, 250, 500, 12],
  ])(
    'in %s writes %d with a fee of %d basis points as Stripe does',
    (currency, minor, points, amount, fee) => {
      const { params } = checkoutRequest(
        terms({ currency, applicationFeeBasisPoints: points }),
        subject(line(minor)),
        START_MS,
      );
      expect([
        params.line_items[0]?.price_data.unit_amount,
        params.payment_intent_data.application_fee_amount,
      ]).toEqual([amount, fee]);
    },
  );

  test('asks for no fee where none is due: Stripe refuses a fee of nothing', () => {
    const { params } = checkoutRequest(terms({ applicationFeeBasisPoints: 0 }), subject(line(1)), START_MS);
    expect(params.payment_intent_data).toEqual({ metadata: reference });
  });

  test('says the name in the language of the page, or in one that there is', () => {
    const names = (locale: OnlineTerms['locale']) =>
      checkoutRequest(terms({ locale }), subject(line(1)), START_MS).params.line_items[0]?.price_data
        .product_data;
    expect([names('en'), names('zh-TW')]).toEqual([{ name: 'Watch' }, { name: '腕表' }]);
  });
});

test.each([
  ['CNY', 435, 435],
  ['JPY', 435, 435],
  ['KWD', 1_230, 1_230],
  ['ISK', 435, 43_500],
  ['UGX', 435, 43_500],
  // Two decimals by ISO 4217, none at Stripe: 435.00 MGA are 435.
  ['MGA', 43_500, 435],
])('an amount in %s passes to Stripe and back', (currency, minor, amount) => {
  expect(toChargeAmount(minor, currency)).toBe(amount);
  expect(fromChargeAmount(amount, currency)).toBe(minor);
});
