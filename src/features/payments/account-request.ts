import type Stripe from 'stripe';
import type { Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { type StripeFailure, stripeFailureOf } from '../../stripe/stripe-failure.ts';
import type { AccountRequest } from './queries.ts';

type Asker = Pick<Context, 'clock' | 'log'> & { stripe: Stripe };

/** Stripe keeps a key's answer for a day at least; later the same key could make a second account. */
const KEY_LIVES_MS = 23 * 60 * 60 * 1000;
/** How far Stripe's clock may be behind ours. */
const CLOCKS_APART_SECONDS = 600;

/** What came of a request: an account; a refusal; or nothing, so that another may be made. */
export type Requested =
  | { kind: 'account'; accountId: string }
  | { kind: 'refused'; code: string | null; parameter: string | null }
  | { kind: 'nothing' };

/**
 * The complete request for a shop's account, to be stored before it is sent. The merchant has Stripe's
 * full dashboard, pays Stripe's fees and bears its losses: charges are the shop's own.
 */
export function newAccountRequest(
  ctx: Pick<Context, 'tenant' | 'clock'>,
  { country, number }: { country: string; number: number },
): AccountRequest {
  const idempotencyKey = `account:${ctx.tenant.id}:${country}:${number}`;
  const params = {
    country,
    business_profile: { name: ctx.tenant.name },
    controller: {
      fees: { payer: 'account' },
      losses: { payments: 'stripe' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: 'full' },
    },
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    metadata: { tenantId: ctx.tenant.id, request: idempotencyKey },
  } satisfies Stripe.AccountCreateParams;
  return { idempotencyKey, params, requestedAtMs: ctx.clock.nowMs() };
}

/**
 * Sends a stored request, as often as need be, and finds the account of one whose answer was lost.
 * Throws AppError `unavailable` when it is still not known; the request then stands, to be sent again.
 */
export async function sendAccountRequest(ctx: Asker, request: AccountRequest): Promise<Requested> {
  const { idempotencyKey, params, requestedAtMs } = request;
  if (ctx.clock.nowMs() - requestedAtMs > KEY_LIVES_MS) return findAccount(ctx, request);
  try {
    const account = await ctx.stripe.accounts.create(params, { idempotencyKey });
    return { kind: 'account', accountId: account.id };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.kind === 'broken') return findAccount(ctx, request);
    if (failure.kind !== 'refused') throw unavailable(ctx, failure, thrown);
    ctx.log.warn('stripe.account_refused', { code: failure.code, stripeRequestId: failure.requestId });
    return { kind: 'refused', code: failure.code, parameter: parameterOf(thrown) };
  }
}

/** The account that carries the request's key, among those made since it was stored. */
async function findAccount(ctx: Asker, request: AccountRequest): Promise<Requested> {
  const since = Math.floor(request.requestedAtMs / 1000) - CLOCKS_APART_SECONDS;
  try {
    for await (const account of ctx.stripe.accounts.list({ created: { gte: since }, limit: 100 })) {
      if (account.metadata?.request === request.idempotencyKey)
        return { kind: 'account', accountId: account.id };
    }
    return { kind: 'nothing' };
  } catch (thrown) {
    throw unavailable(ctx, failureOf(thrown), thrown);
  }
}

/** A failure of Stripe's; what is not one is a bug and thrown on. */
export function failureOf(thrown: unknown): StripeFailure {
  const failure = stripeFailureOf(thrown);
  if (failure === null) throw thrown;
  return failure;
}

/** Says in the log why Stripe could not be asked; the caller is told that trying again is safe. */
export function unavailable(ctx: Pick<Context, 'log'>, failure: StripeFailure, cause: unknown): AppError {
  const { kind, code, status, requestId } = failure;
  const level = kind === 'key_refused' ? 'error' : 'warn';
  ctx.log[level]('stripe.unanswered', { kind, code, status, stripeRequestId: requestId });
  return new AppError('unavailable', {}, { cause });
}

function parameterOf(thrown: unknown): string | null {
  return (thrown as { param?: string }).param ?? null;
}
