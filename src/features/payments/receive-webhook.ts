import type { Context, Services, Tenant } from '../../context.ts';
import { verifyEvent } from '../../stripe/verify-event.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { type Received, receiveEvent } from './receive-event.ts';

/** `refused`: nobody here is meant, or it is not Stripe who speaks. */
export type WebhookAnswer = Received | 'refused';

/**
 * What Stripe sends to the one endpoint of all shops. The account that an event names leads to its
 * shop; whatever is not signed, too old, or of an account that no shop has now is refused.
 */
export async function receiveWebhook({
  ctx,
  input: { text, signature, enter },
}: {
  ctx: Services;
  input: { text: string; signature: string; enter(tenant: Tenant): Context };
}): Promise<WebhookAnswer> {
  const { stripe: setting } = ctx.config;
  if (setting === null) return 'refused';
  const { webhookSecret: secret } = setting;
  const event = await verifyEvent(text, signature, { secret, nowMs: ctx.clock.nowMs() });
  if (event === null) {
    ctx.log.warn('webhook not of Stripe', { requestId: ctx.requestId });
    return 'refused';
  }
  const { account: accountId } = event;
  // The platform's own account has no shop behind it, and nothing of ours happens on it.
  if (accountId === undefined) return 'other';
  const found = await ctx.directory.resolvePaymentAccount(accountId);
  const tenant = found && (await findTenant({ ctx, input: found }));
  if (!tenant) {
    ctx.log.warn('webhook of an unknown account', { requestId: ctx.requestId, eventId: event.id });
    return 'refused';
  }
  return receiveEvent({ ctx: enter(tenant), input: { event, accountId } });
}
