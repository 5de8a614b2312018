import type Stripe from 'stripe';
import type { Context } from '../../context.ts';
import type { CheckoutReference } from '../../domain/payment/checkout-request.ts';
import { AppError } from '../../lib/app-error.ts';
import { subjectOf } from '../../stripe/event-subject.ts';
import { stripeFailureOf } from '../../stripe/stripe-failure.ts';
import { insertEvent, selectEvent } from './event-queries.ts';
import { refreshPaymentAccount } from './refresh-payment-account.ts';

/**
 * `done`: its subject was looked at. `known`: it was before. `other`: it is about nothing of ours, as
 * most that happens on a shop's own account. `foreign`: it names another shop, and was left alone.
 */
export type Received = 'done' | 'known' | 'other' | 'foreign';

/**
 * Takes an event of a shop's account as a reason to look at what it is about, and notes it when that
 * went through; until then Stripe sends it again. The event's own word is never taken for anything.
 */
export async function receiveEvent({
  ctx,
  input: { event, accountId },
}: {
  ctx: Context;
  input: { event: Stripe.Event; accountId: string };
}): Promise<Received> {
  const subject = subjectOf(event);
  if (subject.kind === 'other') return 'other';
  const [[known]] = await ctx.db.batch(ctx.tenant.id, [selectEvent(ctx, event.id)]);
  if (known) return 'known';
  if (subject.kind === 'account') {
    await refreshPaymentAccount({ ctx, input: { accountId } });
  } else {
    const { paymentIntentId } = subject;
    const reference = isWhole(subject.reference)
      ? subject.reference
      : await referenceOf(ctx, accountId, paymentIntentId);
    if (reference === null) return 'other';
    if (reference.tenantId !== ctx.tenant.id) {
      ctx.log.error('event of a foreign payment', { tenantId: ctx.tenant.id, eventId: event.id });
      return 'foreign';
    }
    const { memberId, redemptionId } = reference;
    const settled = await ctx.accounts.of(memberId).settlePayment({ redemptionId });
    if (!settled.ok) {
      ctx.log.error('event of an unknown payment', { tenantId: ctx.tenant.id, eventId: event.id });
      return 'foreign';
    }
  }
  const nowMs = ctx.clock.nowMs();
  const { id: eventId, type, created } = event;
  const noted = { eventId, type, accountId, createdAtMs: created * 1_000, nowMs };
  await ctx.db.batch(ctx.tenant.id, [...insertEvent(ctx, noted)]);
  return 'done';
}

type Reference = Pick<CheckoutReference, 'tenantId' | 'memberId' | 'redemptionId'>;

function isWhole(given: Partial<CheckoutReference>): given is Reference {
  return [given.tenantId, given.memberId, given.redemptionId].every((part) => part !== undefined);
}

/** Refunds made outside and disputes carry no reference of ours; the payment that they are about does. */
async function referenceOf(
  { stripe, log, requestId }: Context,
  accountId: string,
  paymentIntentId: string | null,
): Promise<Reference | null> {
  if (stripe === null || paymentIntentId === null) return null;
  try {
    const onAccount = { stripeAccount: accountId };
    const { metadata } = await stripe.paymentIntents.retrieve(paymentIntentId, {}, onAccount);
    return isWhole(metadata) ? metadata : null;
  } catch (thrown) {
    const failure = stripeFailureOf(thrown);
    if (failure === null) throw thrown;
    if (failure.kind === 'refused' || failure.kind === 'no_access') return null;
    log.warn('payment of an event not read', { requestId, kind: failure.kind });
    throw new AppError('unavailable', {}, { cause: thrown });
  }
}
