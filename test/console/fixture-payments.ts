import type { PaymentSettings } from '../../src/features/payments/schemas.ts';

const connected: PaymentSettings = {
  cardsAvailable: true,
  counterEnabled: true,
  applicationFeeBasisPoints: 150,
  state: 'enabled',
  country: 'JP',
  accountId: 'acct_1PgafTB7WZ01zgkW',
  chargesEnabled: true,
  payoutsEnabled: true,
  due: [],
  checking: false,
  dueBy: null,
};
const closed = { chargesEnabled: false, payoutsEnabled: false };
const nothing = { ...connected, ...closed, country: null, accountId: null, counterEnabled: false };

/** One answer for each situation that the page tells apart. */
export const PAYMENTS = {
  unavailable: { ...nothing, cardsAvailable: false, applicationFeeBasisPoints: 0, state: 'none' },
  unconnected: { ...nothing, applicationFeeBasisPoints: 0, state: 'none' },
  onboarding: { ...connected, ...closed, state: 'onboarding', due: ['business', 'bank', 'terms'] },
  enabled: connected,
  due: { ...connected, state: 'restricted', due: ['documents'], dueBy: '2027-03-01T04:00:00.000Z' },
  late: {
    ...connected,
    ...closed,
    state: 'restricted',
    due: ['business', 'person', 'documents', 'bank', 'terms', 'other'],
  },
  payoutsHeld: { ...connected, state: 'restricted', payoutsEnabled: false, checking: true },
  checking: { ...connected, ...closed, state: 'restricted', checking: true },
  disabled: { ...connected, ...closed, state: 'disabled' },
  deauthorised: { ...connected, ...closed, state: 'deauthorised' },
} as const satisfies Record<string, PaymentSettings>;

export type PaymentsSituation = keyof typeof PAYMENTS;
