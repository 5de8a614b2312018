import type { Overview, RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { queueFarewell } from '../../db/queue-letters.ts';
import { wantedLetter } from '../../domain/letter.ts';
import { UNDER_WAY_STATES } from '../../domain/redemption/redemption.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { commandOf } from '../command.ts';
import { eraseGrantNotes } from '../counter/queries.ts';
import { deleteAnswers } from '../profile-form/queries.ts';
import { deleteQuestions } from '../questions/queries.ts';
import { deleteAddresses } from './address-queries.ts';
import { getMember } from './find-member.ts';
import { insertFormerContacts } from './former-contact-queries.ts';
import { contactHashes } from './former-contacts.ts';
import { onAccount } from './open-account.ts';
import { eraseMember } from './queries.ts';

const NEWEST_REDEMPTIONS = 100;

export type Closing = {
  overview: Overview;
  underWay: RedemptionView[];
  /** Vouchers that can still be used, and are lost. */
  vouchers: number;
};

/** What closing the account would cost her, and what stands in its way. */
export async function prepareClosing({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<Closing> {
  const overview = await onAccount(ctx, memberId, (account) => account.overview());
  const page = await onAccount(ctx, memberId, (account) =>
    account.listRedemptions({ beforeSeq: null, limit: NEWEST_REDEMPTIONS }),
  );
  if (!overview.ok || !page.ok) throw new AppError('unavailable');
  const underWay = page.value.items.filter(({ state }) => UNDER_WAY_STATES.includes(state));
  const vouchers = page.value.items.filter(({ state }) => state === 'issued').length;
  return { overview: overview.value, underWay, vouchers };
}

/**
 * Closes a member's account for good: her points are forfeited and her debt is written off, what names her is
 * erased in the account, its copies and the profile, and every session ends. What the books need stays, without a
 * name, and a hash of each contact, so that joining again gives no second welcome. Each step can be run again, and the session ends last: cut off anywhere, sending it again
 * finishes it.
 */
export async function closeAccount({
  ctx,
  input: { memberId, key },
}: {
  ctx: Context;
  input: { memberId: string; key: string };
}): Promise<Result<null>> {
  const { underWay } = await prepareClosing({ ctx, input: { memberId } });
  const [first] = underWay;
  if (first) return refuse({ code: 'wrong_state', state: first.state });
  const member = await getMember({ ctx, input: { memberId } });
  const former = member.ok ? contactHashes(ctx, member.value) : [];
  const erased = await onAccount(ctx, memberId, (account) =>
    account.eraseDetails(commandOf(ctx, `${key}:erase`)),
  );
  if (!erased.ok) return erased;
  await ctx.db.batch(ctx.tenant.id, [
    deleteAddresses(ctx, memberId),
    deleteQuestions(ctx, memberId),
    eraseGrantNotes(ctx, memberId),
    deleteAnswers(ctx, memberId),
    queueFarewell(ctx, wantedLetter('account_closed', memberId, memberId), ctx.clock.nowMs()),
    ...(former.length === 0 ? [] : [insertFormerContacts(ctx, former, ctx.clock.nowMs())]),
    eraseMember(ctx, memberId),
    addAuditRow(ctx, 'members.close', memberId),
  ]);
  const ended = await onAccount(ctx, memberId, (account) =>
    account.endSessions(commandOf(ctx, `${key}:end`)),
  );
  return ended.ok ? succeed(null) : ended;
}

/** Signs her out on every device, this one too. */
export async function endAllSessions({
  ctx,
  input: { memberId, key },
}: {
  ctx: Context;
  input: { memberId: string; key: string };
}): Promise<Result<null>> {
  const ended = await onAccount(ctx, memberId, (account) => account.endSessions(commandOf(ctx, key)));
  return ended.ok ? succeed(null) : ended;
}
