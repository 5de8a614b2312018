import Stripe from 'stripe';

/**
 * What a failed call to Stripe says about its effect:
 * - `lost`: no answer came, so it may have happened. The same request with the same key asks again.
 * - `broken`: Stripe answered with a fault of its own. It may have happened, and the same key gives
 *   the same fault again for a day: only reading what there is tells.
 * - `busy`: nothing happened now (too many requests, or this key is being worked on). Later again.
 * - `no_access`: the account is not, or no longer, connected to this platform.
 * - `key_refused`: the platform's own key is wrong or may not do this; nothing happened, and no shop
 *   can mend it.
 * - `refused`: Stripe read the request and says no, for the reason in `code`.
 */
export type StripeFailure = {
  kind: 'lost' | 'broken' | 'busy' | 'no_access' | 'key_refused' | 'refused';
  code: string | null;
  status: number | null;
  /** Stripe's own name of the request, for its support; the only detail that belongs into a log. */
  requestId: string | null;
};

/** Reads what the library threw; null for faults that are not Stripe's, which are to be thrown on. */
export function stripeFailureOf(thrown: unknown): StripeFailure | null {
  if (!(thrown instanceof Stripe.errors.StripeError)) return null;
  const { code, statusCode, requestId } = thrown;
  const detail = { code: code ?? null, status: statusCode ?? null, requestId: requestId ?? null };
  return { kind: kindOf(thrown), ...detail };
}

function kindOf(error: Stripe.errors.StripeError): StripeFailure['kind'] {
  const { statusCode: status, code } = error;
  if (status === undefined) return 'lost';
  // A key without the right is answered 403 too, and says nothing about the account.
  if (code === 'account_invalid') return 'no_access';
  if (status === 401 || status === 403) return 'key_refused';
  if (status === 409 || status === 429 || code === 'lock_timeout') return 'busy';
  return status >= 500 ? 'broken' : 'refused';
}
