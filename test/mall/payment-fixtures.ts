import type { PaymentPanel } from '../../web/mall/views.ts';
import { NOW_MS } from './fixtures.ts';

const panel = (change: Partial<PaymentPanel>): PaymentPanel => ({
  method: 'online',
  amount: '¥166.70',
  step: 'to_pay',
  url: 'https://checkout.stripe.com/c/pay/cs_1',
  payUntilMs: NOW_MS + 28 * 60_000,
  minutesLeft: 28,
  givesBack: null,
  refunds: [],
  refunded: 'none',
  ...change,
});

/** Every way in which the cash of an order can stand. */
export const PAYMENTS: Record<string, PaymentPanel> = {
  'to be paid': panel({}),
  'to be paid in the shop': panel({ method: 'counter', url: null }),
  'whose payment page is prepared': panel({ step: 'preparing', url: null }),
  'whose payment ends': panel({ step: 'ending', url: null }),
  'that came to nothing': panel({ step: 'none', url: null }),
  'of which Stripe has not spoken': panel({ step: 'unknown', url: null }),
  'paid and given back': panel({
    step: 'paid',
    url: null,
    givesBack: { amount: '¥1,500', amountMinor: 150_000 },
    refunded: 'part',
    refunds: [
      { amount: '¥100', state: 'done', atMs: NOW_MS - 3_600_000 },
      { amount: '¥50', state: 'under_way', atMs: NOW_MS - 3_600_000 },
      { amount: '¥16', state: 'delayed', atMs: NOW_MS - 3_600_000 },
      { amount: '¥0.70', state: 'by_hand', atMs: NOW_MS - 3_600_000 },
    ],
  }),
};
