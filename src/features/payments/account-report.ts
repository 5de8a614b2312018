import type Stripe from 'stripe';
import type { AccountReport } from '../../domain/payment/connected-account.ts';

/** What of Stripe's account anything here is decided by. */
export function accountReport(account: Stripe.Account): AccountReport {
  const { requirements, capabilities } = account;
  const due = new Set([...(requirements?.currently_due ?? []), ...(requirements?.past_due ?? [])]);
  const deadline = requirements?.current_deadline ?? null;
  return {
    // An account may be let charge in some way and not yet by card; the mall offers cards only.
    chargesEnabled: account.charges_enabled && capabilities?.card_payments === 'active',
    payoutsEnabled: account.payouts_enabled,
    detailsSubmitted: account.details_submitted,
    disabledReason: requirements?.disabled_reason ?? null,
    requirements: {
      due: [...due].sort(),
      pending: [...(requirements?.pending_verification ?? [])].sort(),
      deadlineMs: deadline === null ? null : deadline * 1000,
    },
  };
}
