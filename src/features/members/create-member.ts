import type { Context } from '../../context.ts';
import type { Result } from '../../lib/result.ts';
import { readIdentifiers } from './identify-member.ts';
import { joinMember } from './join-member.ts';
import type { MemberRow } from './queries.ts';
import type { CreateMemberInput } from './schemas.ts';

/**
 * Enrols someone whom staff or the merchant's server vouches for; a person who is a member already is
 * answered as she is. The identifiers themselves make it safe to send again.
 */
export async function createMember({
  ctx,
  input,
}: {
  ctx: Context;
  input: CreateMemberInput;
}): Promise<Result<{ member: MemberRow; joined: boolean }>> {
  const identifiers = readIdentifiers(ctx, input);
  if (!identifiers.ok) return identifiers;
  const { displayName, locale } = input;
  const joinedFrom = ctx.actor.kind === 'staff' ? ('counter' as const) : ('api' as const);
  const wanted = { ...identifiers.value, displayName, locale, consentVersion: null, joinedFrom };
  return joinMember({ ctx, input: { ...wanted, loggedAs: 'members.create' } });
}
