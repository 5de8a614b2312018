import type { Overview } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { onAccount } from '../members/open-account.ts';
import { withinOrNull } from './within.ts';

/** A page waits this long for an account before it goes on without the figures. */
export const ACCOUNT_WAIT_MS = 4_000;

export type KnownMember = { kind: 'known'; memberId: string; overview: Overview };

/** The reader's own figures. Unknown is not zero, and not a failed page either. */
export type MemberRead = { kind: 'visitor' } | { kind: 'unknown' } | KnownMember;

/** Who reads, by her account: a session that the account has ended belongs to a visitor. */
export async function readMember({ ctx }: { ctx: Context }): Promise<MemberRead> {
  if (ctx.actor.kind !== 'member') return { kind: 'visitor' };
  const { memberId, sessionGeneration } = ctx.actor;
  const answer = await withinOrNull(
    ACCOUNT_WAIT_MS,
    onAccount(ctx, memberId, (account) => account.overview()),
  );
  if (!answer?.ok) return { kind: 'unknown' };
  const overview = answer.value;
  return overview.sessionGeneration === sessionGeneration
    ? { kind: 'known', memberId, overview }
    : { kind: 'visitor' };
}

/** The member for a page that is nothing without her; null sends the reader to sign in. */
export async function requireMember({ ctx }: { ctx: Context }) {
  const member = await readMember({ ctx });
  if (member.kind === 'unknown') throw new AppError('unavailable');
  return member.kind === 'known' ? member : null;
}
