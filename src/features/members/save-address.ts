import type { DeliveryAddress } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { newId } from '../../lib/ids.ts';
import { clearDefaultAddress, insertAddress, pruneAddresses, selectAddresses } from './queries.ts';

/** A form offers a few addresses; nobody picks from fifty. */
export const ADDRESSES_KEPT = 10;

/** The member's addresses, the one she used last in front. */
export async function listAddresses({ ctx, input }: { ctx: Context; input: { memberId: string } }) {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectAddresses(ctx, input.memberId)]);
  return rows;
}

/** Keeps an address for next time and puts it in front; one that is known already is only moved there. */
export async function saveAddress({
  ctx,
  input: { memberId, address },
}: {
  ctx: Context;
  input: { memberId: string; address: DeliveryAddress };
}): Promise<void> {
  const known = await listAddresses({ ctx, input: { memberId } });
  const [front] = known;
  if (front?.isDefault && isSame(front.address, address)) return;
  const row = {
    tenantId: ctx.tenant.id,
    id: newId('adr'),
    memberId,
    address,
    isDefault: true,
    createdAtMs: ctx.clock.nowMs(),
  };
  await ctx.db.batch(ctx.tenant.id, [
    clearDefaultAddress(ctx, memberId),
    insertAddress(ctx, row),
    pruneAddresses(ctx, memberId, ADDRESSES_KEPT),
  ]);
}

function isSame(left: DeliveryAddress, right: DeliveryAddress): boolean {
  return (Object.keys(right) as (keyof DeliveryAddress)[]).every((part) => left[part] === right[part]);
}
