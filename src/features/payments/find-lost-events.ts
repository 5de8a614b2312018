import type Stripe from 'stripe';
import type { Context, Services, Tenant } from '../../context.ts';
import { failureFields } from '../../lib/log.ts';
import { EVENT_TYPES } from '../../stripe/event-subject.ts';
import { stripeFailureOf } from '../../stripe/stripe-failure.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { setEventsCursor } from './event-queries.ts';
import { selectPaymentAccount } from './queries.ts';
import { receiveEvent } from './receive-event.ts';
import { refreshPaymentAccount } from './refresh-payment-account.ts';

const HOUR_MS = 3_600_000;
/** Stripe itself tries to deliver for so long. */
const FIRST_LOOK_MS = 72 * HOUR_MS;
/** Looked at in one piece, so that a run that is cut off has got somewhere. */
const WINDOW_MS = 6 * HOUR_MS;
/** Events may appear in the list a little later than they say. */
const OVERLAP_MS = HOUR_MS;
const ACCOUNTS_PER_PAGE = 100;
const ACCOUNTS_AT_ONCE = 5;
const EVENTS_PER_PAGE = 100;

export type LostEventFigures = { found: number; failed: number };

/**
 * Looks through the events of every connected account since the last look and receives those that no
 * webhook has brought. An account that cannot be read is tried again by the next run.
 */
export async function findLostEvents({
  ctx,
  input: { enter },
}: {
  ctx: Services;
  input: { enter(tenant: Tenant): Context };
}): Promise<LostEventFigures> {
  const figures: LostEventFigures = { found: 0, failed: 0 };
  if (ctx.stripe === null) return figures;
  let afterTenantId: string | null = null;
  for (;;) {
    const page: { tenantId: string; accountId: string }[] = await ctx.directory.connectedAccounts({
      afterTenantId,
      limit: ACCOUNTS_PER_PAGE,
    });
    for (let start = 0; start < page.length; start += ACCOUNTS_AT_ONCE) {
      const few = page.slice(start, start + ACCOUNTS_AT_ONCE);
      const found = await Promise.all(few.map((account) => tryAccount(ctx, account, enter)));
      for (const each of found) {
        if (each === null) figures.failed += 1;
        else figures.found += each;
      }
    }
    afterTenantId = page.at(-1)?.tenantId ?? null;
    if (page.length < ACCOUNTS_PER_PAGE) return figures;
  }
}

/** How many events were lost; null where that could not be found out. */
async function tryAccount(
  ctx: Services,
  { tenantId, accountId }: { tenantId: string; accountId: string },
  enter: (tenant: Tenant) => Context,
): Promise<number | null> {
  try {
    const tenant = await findTenant({ ctx, input: { tenantId } });
    if (!tenant) throw new Error('an account of a shop that is not there');
    return await lookThrough(enter(tenant), accountId);
  } catch (failure) {
    ctx.log.error('events not looked through', { tenantId, ...failureFields(failure) });
    return null;
  }
}

async function lookThrough(ctx: Context, accountId: string): Promise<number> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectPaymentAccount(ctx)]);
  const nowMs = ctx.clock.nowMs();
  let fromMs = Number(row?.eventsCursor ?? nowMs - FIRST_LOOK_MS);
  let lost = 0;
  while (fromMs < nowMs) {
    const toMs = Math.min(fromMs + WINDOW_MS, nowMs);
    try {
      lost += await receiveBetween(ctx, accountId, fromMs - OVERLAP_MS, toMs);
    } catch (thrown) {
      if (stripeFailureOf(thrown)?.kind !== 'no_access') throw thrown;
      await refreshPaymentAccount({ ctx, input: { accountId } });
      return lost;
    }
    await ctx.db.batch(ctx.tenant.id, [setEventsCursor(ctx, accountId, String(toMs))]);
    fromMs = toMs;
  }
  return lost;
}

/** In the order of Stripe's list, newest first: events only say where to look, so any order will do. */
async function receiveBetween(
  ctx: Context,
  accountId: string,
  fromMs: number,
  toMs: number,
): Promise<number> {
  const created = { gte: Math.floor(fromMs / 1_000), lte: Math.floor(toMs / 1_000) };
  const request: Stripe.EventListParams = { created, types: [...EVENT_TYPES], limit: EVENTS_PER_PAGE };
  let lost = 0;
  for await (const event of ctx.stripe?.events.list(request, { stripeAccount: accountId }) ?? []) {
    if ((await receiveEvent({ ctx, input: { event, accountId } })) === 'done') lost += 1;
  }
  return lost;
}
