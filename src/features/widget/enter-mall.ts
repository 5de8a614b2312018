import type { Context } from '../../context.ts';
import { AppError } from '../../http/errors.ts';
import type { MemberSession } from '../../http/member-session.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { readMember } from '../mall/read-member.ts';
import { getMember } from '../members/find-member.ts';
import { onAccount } from '../members/open-account.ts';
import { selectTicket, spendTicket } from './queries.ts';

/** Where the visitor goes; `session` is the one that begins with it. */
export type Entry =
  | { kind: 'entered'; path: string; session: MemberSession }
  /** The ticket is spent, but she is signed in as the very member it was for. */
  | { kind: 'there_already'; path: string }
  | { kind: 'over'; path: string };

/** Whom a ticket that can still be used would sign in, and whether somebody is signed in here. */
export type Arrival = { memberName: string; here: 'nobody' | 'same' | 'another' };

/** What going on with this ticket would change here; null where it would not sign anybody in. Uses nothing up. */
export async function readArrival({
  ctx,
  input,
}: {
  ctx: Context;
  input: { ticket: string };
}): Promise<Arrival | null> {
  const [here, [[ticket]]] = await Promise.all([
    readMember({ ctx }),
    ctx.db.batch(ctx.tenant.id, [selectTicket(ctx, sha256Hex(input.ticket))]),
  ]);
  if (!ticket || ticket.usedAtMs !== null || ticket.expiresAtMs <= ctx.clock.nowMs()) return null;
  const { memberId } = ticket;
  const member = await getMember({ ctx, input: { memberId } });
  if (!member.ok) return null;
  const { displayName, number } = member.value;
  const memberName = displayName || number;
  if (here.kind !== 'known') return { memberName, here: 'nobody' };
  return { memberName, here: here.memberId === memberId ? 'same' : 'another' };
}

/** Uses a ticket up: of many that bring it at once, one enters. Sessions that were ended take it along. */
export async function enterMall({ ctx, input }: { ctx: Context; input: { ticket: string } }): Promise<Entry> {
  const hash = sha256Hex(input.ticket);
  const [[spent], [known]] = await ctx.db.batch(ctx.tenant.id, [
    spendTicket(ctx, hash, ctx.clock.nowMs()),
    selectTicket(ctx, hash),
  ]);
  if (!spent) return known ? spentBefore(ctx, known) : { kind: 'over', path: '/' };
  const { memberId, sessionGeneration, path } = spent;
  const [member, overview] = await Promise.all([
    getMember({ ctx, input: { memberId } }),
    onAccount(ctx, memberId, (account) => account.overview()),
  ]);
  if (!overview.ok) throw new AppError('internal', {}, { cause: overview.refusal });
  const holds =
    member.ok && member.value.state === 'active' && overview.value.sessionGeneration === sessionGeneration;
  return holds
    ? { kind: 'entered', path, session: { memberId, sessionGeneration, provedUntilMs: null } }
    : { kind: 'over', path };
}

async function spentBefore(ctx: Context, ticket: { memberId: string; path: string }): Promise<Entry> {
  const member = await readMember({ ctx });
  const same = member.kind === 'known' && member.memberId === ticket.memberId;
  return { kind: same ? 'there_already' : 'over', path: ticket.path };
}
