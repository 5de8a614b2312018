import type { Context } from '../../context.ts';
import { type ProfileAnswers, type ProfileForm, readAnswers } from '../../domain/profile-form.ts';
import { refusalOfEarning } from '../tenants/shop-gate.ts';
import { countAnswers, selectAnswers, selectForm } from './queries.ts';
import type { MemberProfileAnswer, ProfileFormAnswer } from './schemas.ts';

const NOTHING_ASKED: ProfileForm & { version: number } = { version: 0, questions: [], points: 0 };

/** What the shop asks, for whoever sets it. */
export async function getForm({ ctx }: { ctx: Context }): Promise<ProfileFormAnswer> {
  const [[row], [counted]] = await ctx.db.batch(ctx.tenant.id, [selectForm(ctx), countAnswers(ctx)]);
  const { version, questions, points } = row ?? NOTHING_ASKED;
  return { version, questions, points, answered: counted?.answered ?? 0, rewarded: counted?.rewarded ?? 0 };
}

export type OwnForm = { form: ProfileForm; answers: ProfileAnswers; isRewarded: boolean };

/** What one member is asked, what she has answered of it, and what that gives her now. */
export async function readOwnForm({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<OwnForm> {
  const [[row], [own]] = await ctx.db.batch(ctx.tenant.id, [selectForm(ctx), selectAnswers(ctx, memberId)]);
  const form = row ?? NOTHING_ASKED;
  const { questions } = form;
  const points = refusalOfEarning(ctx, ctx.clock.nowMs()) === null ? form.points : 0;
  const answers = readAnswers(form, own?.answers ?? {});
  return { form: { questions, points }, answers, isRewarded: (own?.rewardedAtMs ?? null) !== null };
}

/** Her answers in words, for staff. */
export async function getMemberProfile(args: {
  ctx: Context;
  input: { memberId: string };
}): Promise<Pick<MemberProfileAnswer, 'answers'>> {
  const { form, answers } = await readOwnForm(args);
  const said = form.questions.flatMap(({ id, text, options }) => {
    const answer = answers[id];
    if (answer === undefined) return [];
    const option = options.find((each) => each.id === answer);
    return [{ question: text, answer: option?.text ?? { [args.ctx.tenant.locale]: answer } }];
  });
  return { answers: said };
}
