import Stripe from 'stripe';
import type { Config } from '../config.ts';

/** An object's job and a person's page wait this long; the library's own 80 s would hold up both. */
const ANSWER_WITHIN_MS = 20_000;

type Setting = Pick<NonNullable<Config['stripe']>, 'secretKey' | 'apiBase'>;

/**
 * Stripe, or locally its stand-in, for the platform's own key; a shop's account is named per request
 * (`stripeAccount`). It never repeats a request by itself: whoever asks has stored the request and its
 * idempotency key before, and decides when to send it again. Throws what `stripeFailureOf` tells apart.
 */
export function stripeClient({ secretKey, apiBase }: Setting, fetchFn?: typeof fetch): Stripe {
  return new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient(fetchFn),
    maxNetworkRetries: 0,
    timeout: ANSWER_WITHIN_MS,
    telemetry: false,
    ...(apiBase === null ? {} : placeOf(apiBase)),
  });
}

function placeOf(apiBase: string) {
  const { hostname, port } = new URL(apiBase);
  return { host: hostname, port: port === '' ? 80 : port, protocol: 'http' as const };
}
