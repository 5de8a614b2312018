import { payingOf } from '../../src/audit/cash-figures.ts';
import { HEARD_WITHIN_MS } from '../../src/audit/checks/cash-at-stripe.ts';
import type { TenantEvidence } from '../../src/audit/evidence.ts';
import { listCash } from '../../src/stripe/list-cash.ts';
import { stripeClient } from '../../src/stripe/stripe-client.ts';
import { type Books, readPaymentAccount } from './postgres.ts';
import { mapFew, type Reach } from './reach.ts';

const ACCOUNTS_AT_ONCE = 2;

/** Stripe's own lists of the shop's account and of those that its payments name; null without a key. */
export async function listAtStripe(
  { stripe: setting }: Pick<Reach, 'stripe'>,
  books: Books,
  evidence: TenantEvidence,
): Promise<TenantEvidence['atStripe']> {
  if (setting === null) return null;
  const stripe = stripeClient(setting);
  const named = payingOf(evidence).map(({ payment }) => payment.accountId);
  const current = await readPaymentAccount(books, evidence.tenantId);
  const accountIds = [...new Set([current, ...named])].filter((id) => id !== null);
  const sinceMs = evidence.objects.reduce((latest, { state }) => Math.max(latest, state.nowMs), 0);
  return mapFew(
    accountIds,
    async (accountId) => ({
      accountId,
      listed: await listCash(stripe, accountId, sinceMs - HEARD_WITHIN_MS),
    }),
    ACCOUNTS_AT_ONCE,
  );
}
