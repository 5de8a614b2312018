import type { DeliveryAddress } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { asJson } from '../../lib/as-json.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import {
  deleteAddress,
  type OwnAddress,
  selectAddress,
  setAddress,
  setDefaultAddress,
} from './address-queries.ts';
import { type AddressRow, insertAddress } from './queries.ts';
import { ADDRESSES_KEPT, listAddresses } from './save-address.ts';

type Input<More = object> = { ctx: Context; input: OwnAddress & More };

/** One of the member's addresses. */
export async function getAddress({ ctx, input }: Input): Promise<Result<AddressRow>> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectAddress(ctx, input)]);
  return row ? succeed(row) : refuse({ code: 'not_found' });
}

/** Keeps another address; the first one leads. Sent twice it is one. */
export async function addAddress({
  ctx,
  input: { memberId, address, key },
}: {
  ctx: Context;
  input: { memberId: string; address: DeliveryAddress; key: string };
}): Promise<Result<null>> {
  const known = await listAddresses({ ctx, input: { memberId } });
  if (known.length >= ADDRESSES_KEPT) {
    return refuse({ code: 'limit_reached', limit: ADDRESSES_KEPT, taken: known.length });
  }
  const row = {
    tenantId: ctx.tenant.id,
    id: newId('adr'),
    memberId,
    address,
    isDefault: known.length === 0,
    createdAtMs: ctx.clock.nowMs(),
  };
  const added = await runOnce({
    ctx,
    key,
    operation: 'addresses.add',
    input: asJson(address),
    statements: [insertAddress(ctx, row)],
    value: null,
    status: 201,
  });
  return added.ok ? succeed(null) : added;
}

/** What was written stays as written: orders that went there keep their own copy. */
export async function changeAddress({
  ctx,
  input,
}: Input<{ address: DeliveryAddress }>): Promise<Result<AddressRow>> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [setAddress(ctx, input, input.address)]);
  return row ? succeed(row) : refuse({ code: 'not_found' });
}

/** Removes it; once gone it is gone, and asking again changes nothing. */
export async function removeAddress({ ctx, input }: Input): Promise<void> {
  await ctx.db.batch(ctx.tenant.id, [deleteAddress(ctx, input)]);
}

/** Makes it the one that forms begin with. */
export async function preferAddress({ ctx, input }: Input): Promise<void> {
  await ctx.db.batch(ctx.tenant.id, [setDefaultAddress(ctx, input)]);
}
