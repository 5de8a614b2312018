import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { readVoucherCode } from '../../domain/redemption/voucher.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { actOnRedemption } from './act-on-redemption.ts';
import { getRedemption } from './get-redemption.ts';
import { selectVoucher } from './voucher-queries.ts';

/** A voucher's redemption, and the member whose it is. */
export type FoundVoucher = {
  redemption: RedemptionView;
  member: { number: string; displayName: string } | null;
};

/**
 * What a code is worth at this moment, as its account has it. A code that was never shown, one of
 * another shop and one that is none look alike.
 */
export async function findVoucher({
  ctx,
  input,
}: {
  ctx: Context;
  input: { code: string };
}): Promise<Result<FoundVoucher>> {
  const named = await redemptionOfCode(ctx, input.code);
  if (!named.ok) return named;
  const { member, ...name } = named.value;
  const found = await getRedemption({ ctx, input: name });
  if (!found.ok) return found;
  return found.value.voucher ? succeed({ redemption: found.value, member }) : refuse({ code: 'not_found' });
}

/** The shop takes a voucher: once, before its end, and never one of another shop. */
export async function takeVoucher({
  ctx,
  input,
}: {
  ctx: Context;
  input: { code: string; key: string };
}): Promise<Result<FoundVoucher>> {
  const found = await findVoucher({ ctx, input });
  if (!found.ok) return found;
  const { redemptionId, memberId } = found.value.redemption;
  const used = await actOnRedemption(ctx, memberId, (account) =>
    account.takeVoucher({ ...commandOf(ctx, input.key), redemptionId }),
  );
  return used.ok ? succeed({ ...found.value, redemption: used.value }) : used;
}

async function redemptionOfCode(ctx: Context, typed: string) {
  const code = readVoucherCode(typed);
  if (code === null) return refuse({ code: 'not_found' });
  const [[named]] = await ctx.db.batch(ctx.tenant.id, [selectVoucher(ctx, code)]);
  return named ? succeed(named) : refuse({ code: 'not_found' });
}
