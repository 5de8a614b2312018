import type Stripe from 'stripe';
import type { Context } from '../../context.ts';
import { type AccountReport, connectStateOf } from '../../domain/payment/connected-account.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { accountReport } from './account-report.ts';
import { failureOf, unavailable } from './account-request.ts';
import { lookAtAwaited } from './look-at-awaited.ts';
import { type PaymentAccountRow, selectPaymentAccount, storeReport } from './queries.ts';
import { republishPayments } from './republish-payments.ts';

/**
 * Asks Stripe how the shop's account stands, stores it and brings what members see up to date. An
 * event of Stripe's is only a reason to call this: what it says is never taken over, so events may
 * come twice, late and in any order. Where it shuts us out, what is awaited there is looked at. A named account that is not the shop's now is `not_found`.
 */
export async function refreshPaymentAccount({
  ctx,
  input = {},
}: {
  ctx: Context;
  input?: { accountId?: string };
}): Promise<Result<PaymentAccountRow>> {
  const { stripe } = ctx;
  if (stripe === null) return refuse({ code: 'cards_unavailable' });
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectPaymentAccount(ctx)]);
  if (!row) return refuse({ code: 'not_found' });
  const { accountId } = row;
  if (input.accountId !== undefined && input.accountId !== accountId) return refuse({ code: 'not_found' });
  if (accountId === null) return succeed(row);
  const askedAtMs = ctx.clock.nowMs();
  const report = await askStripe({ ...ctx, stripe }, accountId);
  const state = report === null ? 'deauthorised' : connectStateOf(report);
  const stored = storeReport(ctx, { accountId, state, report, askedAtMs });
  const changed = state !== row.state;
  const [[after]] = changed
    ? await ctx.db.batch(ctx.tenant.id, [
        stored,
        addAuditRow(ctx, 'payments.state', accountId, { from: row.state, to: state }),
      ])
    : await ctx.db.batch(ctx.tenant.id, [stored]);
  await republishPayments({ ctx });
  // Every time: an earlier call may have died before it came to the last of them.
  if (state === 'deauthorised') await lookAtAwaited({ ctx });
  if (after) return succeed(after);
  // Somebody has asked later than this, or the account was replaced: theirs is the newer word.
  const [[newer]] = await ctx.db.batch(ctx.tenant.id, [selectPaymentAccount(ctx)]);
  return newer ? succeed(newer) : refuse({ code: 'not_found' });
}

/** What Stripe says of the account; null when it is not this platform's to ask about any more. */
async function askStripe(
  ctx: Context & { stripe: Stripe },
  accountId: string,
): Promise<AccountReport | null> {
  try {
    return accountReport(await ctx.stripe.accounts.retrieve(accountId));
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.kind === 'no_access') return null;
    throw unavailable(ctx, failure, thrown);
  }
}
