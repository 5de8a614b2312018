import type { Overview } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { Result } from '../../lib/result.ts';
import { getMember } from './find-member.ts';
import { onAccount } from './open-account.ts';
import type { MemberRow } from './queries.ts';

/** A member with her points as her account has them at this moment. */
export async function getOverview({
  ctx,
  input,
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<Result<{ member: MemberRow; overview: Overview }>> {
  const member = await getMember({ ctx, input });
  if (!member.ok) return member;
  const overview = await onAccount(ctx, input.memberId, (account) => account.overview());
  return overview.ok ? { ok: true, value: { member: member.value, overview: overview.value } } : overview;
}
