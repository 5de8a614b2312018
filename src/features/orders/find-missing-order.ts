import type { PurchaseView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { onAccount } from '../members/open-account.ts';
import type { MemberRow } from '../members/queries.ts';
import { creditWaitingOrders } from './credit-waiting-orders.ts';
import { selectClaimsOfOrder } from './queries.ts';

/** An order whose points a member misses: hers as her account has it, or not known to be hers. */
export type MissingOrder = { kind: 'found'; order: PurchaseView } | { kind: 'unknown' };

/** One number may come from several channels; more than these are no numbers of orders. */
const CHANNELS_MAX = 10;

/**
 * Looks for an order by its number. What waited for her is credited first, so that a report which
 * came before she joined is found. Somebody else's order answers as one that does not exist.
 */
export async function findMissingOrder({
  ctx,
  input: { member, orderNumber },
}: {
  ctx: Context;
  input: { member: MemberRow; orderNumber: string };
}): Promise<MissingOrder> {
  await creditWaitingOrders({ ctx, input: member });
  const [claims] = await ctx.db.batch(ctx.tenant.id, [
    selectClaimsOfOrder(ctx, orderNumber, member.id, CHANNELS_MAX),
  ]);
  for (const { channel, orderId } of claims) {
    const order = await onAccount(ctx, member.id, (account) => account.getOrder(channel, orderId));
    if (order.ok) return { kind: 'found', order: order.value };
  }
  return { kind: 'unknown' };
}
