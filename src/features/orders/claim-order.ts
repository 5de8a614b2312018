import { actorRef, type Context } from '../../context.ts';
import type { Order } from '../../domain/order.ts';
import type { mergeReport, WaitingOrder } from '../../domain/waiting-order.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type Identifiers, selectMembersByIdentifiers } from '../members/queries.ts';
import { type ClaimRow, giveWaitingTo, insertClaim, replaceWaiting, selectClaim } from './queries.ts';

/** How long an order waits for its buyer to join. */
const WAITING_DAYS = 90;
const DAY_MS = 86_400_000;
/** Reports of one order that keep overtaking each other more often than this are a fault. */
const ATTEMPTS_MAX = 5;

/** Who the buyer is as far as is known: a member, or how to recognise her once she joins. */
export type Buyer = { memberId: string } | { memberId: null; identifiers: Identifiers };

/** How long a request has to tell the account by itself; what is left then is the cron's. */
const CREDIT_AFTER_MS = 60_000;

/** A report as it stands in its claim until the account has it. */
export function reported(ctx: Pick<Context, 'actor'>, order: Order): WaitingOrder {
  return { order, reportedBy: actorRef(ctx.actor), refunds: [] };
}

/** When the cron takes over what was begun now. */
export function creditAtMs(ctx: Pick<Context, 'clock'>): number {
  return ctx.clock.nowMs() + CREDIT_AFTER_MS;
}

/**
 * Keeps the report and decides, once and for all later reports and refunds, whose order this is.
 * Whatever happens to the request from here on, the order reaches its member's account.
 */
export function claimOrder(ctx: Context, order: Order, buyer: Buyer) {
  return insertClaim(ctx, newClaim(ctx, order, buyer), creditAtMs(ctx));
}

function newClaim(ctx: Context, order: Order, buyer: Buyer): ClaimRow {
  const nowMs = ctx.clock.nowMs();
  const waits = buyer.memberId === null;
  return {
    tenantId: ctx.tenant.id,
    channel: order.channel,
    orderId: order.orderId,
    memberId: buyer.memberId,
    phone: waits ? buyer.identifiers.phone : null,
    email: waits ? buyer.identifiers.email : null,
    externalId: waits ? buyer.identifiers.externalId : null,
    payload: reported(ctx, order),
    expiresAtMs: waits ? nowMs + WAITING_DAYS * DAY_MS : null,
    creditAtMs: waits ? null : creditAtMs(ctx),
    createdAtMs: nowMs,
  };
}

/**
 * Changes what waits. Whoever joined meanwhile ends the wait: the claim then comes back owned, with
 * the change not made, and the caller goes to the account instead.
 */
export async function changeWaiting(
  ctx: Context,
  claim: ClaimRow,
  change: (waiting: WaitingOrder) => ReturnType<typeof mergeReport>,
): Promise<Result<ClaimRow>> {
  let current: ClaimRow | undefined = claim;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    if (!current) return refuse({ code: 'order_unknown' });
    if (current.memberId !== null || current.payload === null) return succeed(current);
    const changed = change(current.payload);
    if (!changed.ok) return changed;
    const [replaced, reread]: ClaimRow[][] = await ctx.db.batch(ctx.tenant.id, [
      replaceWaiting(ctx, current, current.payload, changed.value),
      selectClaim(ctx, current),
    ]);
    if (replaced?.[0]) return succeed(replaced[0]);
    current = reread?.[0];
  }
  throw new Error('reports of one waiting order overtook each other five times');
}

/**
 * Looks once more for the buyer after the claim is committed. Someone who joined between the first
 * look and the commit could not see the claim; one of the two always sees the other.
 */
export async function lookForBuyerAgain(ctx: Context, claim: ClaimRow): Promise<ClaimRow> {
  const identifiers: Identifiers = { phone: claim.phone, email: claim.email, externalId: claim.externalId };
  const [[member]] = await ctx.db.batch(ctx.tenant.id, [selectMembersByIdentifiers(ctx, identifiers)]);
  if (!member) return claim;
  const [, [reread]] = await ctx.db.batch(ctx.tenant.id, [
    giveWaitingTo(ctx, member.id, identifiers, { nowMs: ctx.clock.nowMs(), creditAtMs: creditAtMs(ctx) }),
    selectClaim(ctx, claim),
  ]);
  return reread ?? claim;
}
