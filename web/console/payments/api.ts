import { queryOptions } from '@tanstack/react-query';
import type { PaymentSettings } from '../../../src/features/payments/schemas.ts';
import { read, write } from '../api/client.ts';

export type { PaymentSettings };

export const PAYMENTS_KEY = ['payments'] as const;

export const paymentsQuery = queryOptions({
  queryKey: PAYMENTS_KEY,
  queryFn: ({ signal }) => read<PaymentSettings>('/payments', {}, signal),
});

/** A page of Stripe's that opens once; each call answers a new one for the same account. */
export function startOnboarding(input: { country: string }, key: string): Promise<{ url: string }> {
  return write('/payments/onboarding', { method: 'POST', body: input, key });
}

/** Has Stripe asked how the account stands. */
export function refreshPayments(_input: null, key: string): Promise<PaymentSettings> {
  return write('/payments/refresh', { method: 'POST', key });
}

export function setCounterPayment(input: { enabled: boolean }, key: string): Promise<PaymentSettings> {
  return write('/payments/counter', { method: 'PUT', body: input, key });
}
