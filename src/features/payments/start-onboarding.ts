import type Stripe from 'stripe';
import type { Context } from '../../context.ts';
import { cardsCanBeHad } from '../../domain/payment/card-countries.ts';
import type { ConnectState } from '../../domain/payment/connected-account.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { failureOf, newAccountRequest, sendAccountRequest, unavailable } from './account-request.ts';
import {
  type AccountRequest,
  dropRequest,
  insertUnconnected,
  type PaymentAccountRow,
  refuseUnlessRequested,
  selectPaymentAccount,
  storeAccount,
  storeRequest,
} from './queries.ts';
import { refreshPaymentAccount } from './refresh-payment-account.ts';

type Connected = Context & { stripe: Stripe };

/** Steps from nothing to a link are four; more means that others change the same all the time. */
const STEPS_MAX = 8;

/**
 * Where the merchant goes on at Stripe: a page of Stripe's that opens once and for a few minutes. The
 * shop's account is made first, where it has none for that country; its complete request and key are
 * stored before it is sent, so that a lost answer, or two people pressing at once, make one account.
 * Another country takes another account, possible until Stripe has the shop's details. Sent again it
 * answers another page for the same account.
 */
export async function startOnboarding({
  ctx,
  input: { country },
}: {
  ctx: Context;
  input: { country: string };
}): Promise<Result<{ url: string }>> {
  const { stripe } = ctx;
  if (stripe === null) return refuse({ code: 'cards_unavailable' });
  if (!cardsCanBeHad(country)) return refuse({ code: 'country_without_cards', country });
  const connected: Connected = { ...ctx, stripe };
  for (let step = 1; step <= STEPS_MAX; step += 1) {
    const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectPaymentAccount(ctx)]);
    const next = nextStep(row, country);
    switch (next.kind) {
      case 'refuse':
        return refuse({ code: 'wrong_state', state: next.state });
      case 'link':
        return linkTo(connected, next.accountId);
      case 'replace':
        if (await isUntouched(connected)) await storeNewRequest(connected, country, next.requests);
        break;
      case 'request':
        await storeNewRequest(connected, country, next.requests);
        break;
      case 'settle': {
        const refused = await settleRequest(connected, country, next.request);
        if (refused) return refused;
      }
    }
  }
  throw new AppError('unavailable');
}

type Next =
  | { kind: 'request'; requests: number }
  | { kind: 'settle'; request: AccountRequest }
  | { kind: 'replace'; requests: number }
  | { kind: 'link'; accountId: string }
  | { kind: 'refuse'; state: ConnectState };

function nextStep(row: PaymentAccountRow | undefined, country: string): Next {
  if (!row) return { kind: 'request', requests: 0 };
  const { state, requests, request, accountId } = row;
  if (state === 'none' || state === 'deauthorised') return { kind: 'request', requests };
  if (state === 'disabled') return { kind: 'refuse', state };
  const same = row.country === country;
  if (request) return same ? { kind: 'settle', request } : { kind: 'request', requests };
  if (accountId !== null && same) return { kind: 'link', accountId };
  return state === 'onboarding' ? { kind: 'replace', requests } : { kind: 'refuse', state };
}

/** Whether Stripe still waits for the shop's first details: what it has is not thrown away unasked. */
async function isUntouched(ctx: Connected): Promise<boolean> {
  const found = await refreshPaymentAccount({ ctx });
  return found.ok && found.value.state === 'onboarding';
}

/** Stores a request; one that was overtaken is not, and the next step reads what is there instead. */
async function storeNewRequest(ctx: Connected, country: string, requestsBefore: number): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const request = newAccountRequest(ctx, { country, number: requestsBefore + 1 });
  const { applicationFeeBasisPoints } = ctx.config.stripe ?? { applicationFeeBasisPoints: 0 };
  await ctx.db.attempt(ctx.tenant.id, [
    insertUnconnected(ctx, nowMs),
    storeRequest(ctx, { request, country, applicationFeeBasisPoints, requestsBefore, nowMs }),
    refuseUnlessRequested(ctx, request.idempotencyKey),
    addAuditRow(ctx, 'payments.connect', ctx.tenant.id, { country }),
  ]);
}

/** Sends the request that stands and stores what came of it; answers a refusal where that is final. */
async function settleRequest(ctx: Connected, country: string, request: AccountRequest) {
  const { idempotencyKey: key } = request;
  const requested = await sendAccountRequest(ctx, request);
  const nowMs = ctx.clock.nowMs();
  if (requested.kind === 'account') {
    await ctx.db.batch(ctx.tenant.id, [storeAccount(ctx, key, requested.accountId, nowMs)]);
    return null;
  }
  await ctx.db.batch(ctx.tenant.id, [dropRequest(ctx, key, nowMs)]);
  if (requested.kind === 'nothing') return null;
  const { parameter, code } = requested;
  if (parameter === 'country') return refuse({ code: 'country_without_cards', country });
  return refuse({ code: 'stripe_refused', reason: code ?? 'unknown' });
}

async function linkTo(ctx: Connected, account: string): Promise<Result<{ url: string }>> {
  const page = `${ctx.config.scheme}://console.${ctx.config.rootHost}/settings/payments`;
  try {
    const { url } = await ctx.stripe.accountLinks.create({
      account,
      type: 'account_onboarding',
      return_url: `${page}?from=stripe`,
      refresh_url: `${page}?from=expired`,
    });
    return succeed({ url });
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure.kind === 'refused')
      return refuse({ code: 'stripe_refused', reason: failure.code ?? 'unknown' });
    if (failure.kind !== 'no_access') throw unavailable(ctx, failure, thrown);
    const found = await refreshPaymentAccount({ ctx });
    return found.ok ? refuse({ code: 'wrong_state', state: found.value.state }) : found;
  }
}
