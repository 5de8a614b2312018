import type { Context } from '../../context.ts';
import { isComplete, PROFILE_REWARD, type ProfileAnswers, readAnswers } from '../../domain/profile-form.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { writtenLine } from '../../lib/written-text.ts';
import { commandOf } from '../command.ts';
import { getMember } from '../members/find-member.ts';
import { onAccount, wasMember } from '../members/open-account.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { setAnswers, setRewarded } from './queries.ts';
import { readOwnForm } from './read-form.ts';

/**
 * Keeps what a member says of herself, and gives her the points for it once all is answered: once in
 * her account's life, however often and from wherever it is sent. Whoever was a member before has had
 * them. Cut off before the points, or sent while her account was frozen, sending it again gives them.
 */
export async function answerForm({
  ctx,
  input: { memberId, typed, isFrozen, key },
}: {
  ctx: Context;
  input: { memberId: string; typed: ProfileAnswers; isFrozen: boolean; key: string };
}): Promise<Result<{ givenPoints: number }>> {
  const { form, isRewarded } = await readOwnForm({ ctx, input: { memberId } });
  const answers = readAnswers(
    form,
    Object.fromEntries(Object.entries(typed).map(([id, text]) => [id, writtenLine(text)])),
  );
  const nowMs = ctx.clock.nowMs();
  const [, [programme]] = await ctx.db.batch(ctx.tenant.id, [
    setAnswers(ctx, memberId, { answers, answeredAtMs: nowMs }),
    selectProgrammeAt(ctx, nowMs),
  ]);
  const earns = !isFrozen && !isRewarded && form.points > 0 && isComplete(form, answers);
  if (!earns) return succeed({ givenPoints: 0 });
  const member = await getMember({ ctx, input: { memberId } });
  if (!member.ok) return member;
  if (await wasMember(ctx, member.value)) return succeed({ givenPoints: 0 });
  const given = await onAccount(ctx, memberId, (account) =>
    account.adjust({
      ...commandOf(ctx, key),
      points: form.points,
      reason: PROFILE_REWARD,
      once: PROFILE_REWARD,
      note: null,
      expiresAtMs: null,
      ...(programme && { expiry: programme.body.expiry }),
    }),
  );
  if (!given.ok) return given;
  await ctx.db.batch(ctx.tenant.id, [setRewarded(ctx, memberId, nowMs)]);
  return succeed({ givenPoints: given.replayed ? 0 : given.value.points });
}
