import { Hono } from 'hono';
import { QUESTION_CHARACTERS_MAX } from '../../domain/question.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { AppError } from '../../lib/app-error.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { translator } from '../../messages/translator.ts';
import { readForm } from '../mall/read-form.ts';
import { ACCOUNT_WAIT_MS, readMember, requireMember } from '../mall/read-member.ts';
import { newFormKey, readKey } from '../mall/redeem-form.ts';
import { withinOrNull } from '../mall/within.ts';
import { askQuestion, listOwnQuestions } from '../questions/ask-question.ts';
import { signInAndBack, takeForm } from './kept-form.ts';
import { helpPage } from './pages.tsx';
import { readLongText } from './read-long-text.ts';

const PATH = '/help';

/** Answers from the shop's rules, and a question of one's own. */
export const helpRoutes = new Hono<AppEnv>()
  .get(PATH, async (c) => {
    const kept = await takeForm(c, PATH);
    const text = { value: kept?.text ?? '', error: null };
    return draw(c, { text, refusal: null, sent: c.req.query('sent') !== undefined });
  })
  .post(PATH, async (c) => {
    const form = await readForm(c);
    const { ctx } = c.var.visit;
    const typed = readLongText(form, 'text', 2 * QUESTION_CHARACTERS_MAX);
    const key = readKey(form);
    const member = await requireMember({ ctx });
    if (!member) return signInAndBack(c, PATH, { text: typed });
    if (key === null) throw new AppError('not_found');
    const asked = await askQuestion({ ctx, input: { memberId: member.memberId, text: typed, key } });
    if (asked.ok) return c.redirect(`${PATH}?sent`, 303);
    const { refusal } = asked;
    const t = translator(ctx.locale, 'member');
    if (refusal.code === 'invalid_input') {
      const error =
        refusal.reason === 'empty' ? t('help.required') : t('help.tooLong', { max: QUESTION_CHARACTERS_MAX });
      return draw(c, { text: { value: typed, error }, refusal: null, sent: false }, 422);
    }
    const setting = { locale: ctx.locale, timeZone: ctx.tenant.timeZone, pointsName: ctx.tenant.pointsName };
    const said = refusalWords(refusal, setting, ctx.clock.nowMs()).detail;
    const source = { text: { value: typed, error: null }, refusal: said, sent: false };
    return draw(c, source, STATUS_BY_CODE[refusal.code]);
  });

type Drawn = { text: { value: string; error: string | null }; refusal: string | null; sent: boolean };

async function draw(
  c: AppContext,
  { text, refusal, sent }: Drawn,
  status: (typeof STATUS_BY_CODE)[keyof typeof STATUS_BY_CODE] | 200 = 200,
) {
  const visit = { ...c.var.visit, path: PATH };
  const { ctx } = visit;
  const member = await readMember({ ctx });
  const own =
    member.kind === 'known'
      ? await withinOrNull(ACCOUNT_WAIT_MS, listOwnQuestions({ ctx, input: { memberId: member.memberId } }))
      : null;
  const form = { idempotencyKey: newFormKey(), text };
  const signedIn = member.kind !== 'visitor';
  return c.html(helpPage({ ...visit, signedIn }, { own, form, refusal, sent }), status);
}
