import type { ActorRef, RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { selectPersonNames } from '../staff/queries.ts';
import { NO_NAMES, type StaffNames } from './payment-answer.ts';

/** Names of the staff whom a redemption tells of; who has left the staff keeps hers. */
export function staffNamesIn(
  ctx: Context,
  { payment, cancelledBy, redeemedBy, usedBy, handedOverBy }: RedemptionView,
): Promise<StaffNames> {
  const refunded = payment?.refunds.map(({ actor }) => actor) ?? [];
  return staffNames(ctx, [payment?.takenBy, cancelledBy, redeemedBy, usedBy, handedOverBy, ...refunded]);
}

/** Names of those among `actors` that are staff, by their id. */
export async function staffNames(
  ctx: Context,
  actors: readonly (ActorRef | null | undefined)[],
): Promise<StaffNames> {
  const ids = [...new Set(actors.flatMap((actor) => (actor?.kind === 'staff' ? [actor.id] : [])))];
  if (ids.length === 0) return NO_NAMES;
  const found = await selectPersonNames(ctx.authDb, ids);
  return new Map(found.map(({ id, name }) => [id, name]));
}
