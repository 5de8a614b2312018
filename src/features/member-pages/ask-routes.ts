import { Hono } from 'hono';
import type { AskView } from '../../../web/mall/ask.tsx';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { startMemberSession } from '../../http/member-session.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { AppError } from '../../lib/app-error.ts';
import type { AnyRefusal } from '../../lib/result.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { translator } from '../../messages/translator.ts';
import { confirmAsk, declineAsk, listOpenAsks, readOwnAsk } from '../counter-spending/answer-ask.ts';
import type { AskNow } from '../counter-spending/read-ask.ts';
import { messagePage, wordsOf } from '../mall/pages.tsx';
import { readForm, readText } from '../mall/read-form.ts';
import { requireMember } from '../mall/read-member.ts';
import { askView } from './ask-view.ts';
import { askList, askPage } from './pages.tsx';
import { toSignIn } from './who.ts';

const CODE_CHARACTERS_MAX = 12;
const CONTACT_CHARACTERS_MAX = 254;
/** The code was wrong, too old or asked for too often: the question stands, and is asked again. */
const CODE_REFUSALS = new Set<AnyRefusal['code']>([
  'code_wrong',
  'code_expired',
  'locked',
  'too_many_requests',
]);

/** What the shop asks her to confirm, and her answer. */
export const askRoutes = new Hono<AppEnv>()
  .get('/me/asks', async (c) => {
    const { visit } = c.var;
    const member = await requireMember(visit);
    if (!member) return c.html('');
    return c.html(askList(visit, await askViews(c, member.overview.balances.availablePoints)));
  })
  .get('/ask/:id', async (c) => {
    const member = await requireMember(c.var.visit);
    if (!member) return toSignIn(c);
    const read = await readOwnAsk({ ctx: c.var.ctx, input: { askId: c.req.param('id') } });
    if (!read.ok) throw new AppError('not_found');
    return drawAsk(c, read.value, member.overview.balances.availablePoints);
  })
  .post('/ask/:id/confirm', async (c) => {
    const { ctx } = c.var;
    const form = await readForm(c);
    const askId = c.req.param('id');
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(`/ask/${askId}`)}`, 303);
    const code = readText(form, 'code', CODE_CHARACTERS_MAX).trim();
    const { result, provedUntilMs } = await confirmAsk({ ctx, input: { askId, code: code || null } });
    if (provedUntilMs !== null) {
      const { memberId, overview } = member;
      const { sessionGeneration } = overview;
      await startMemberSession(c, ctx.tenant, { memberId, sessionGeneration, provedUntilMs });
    }
    if (result.ok) {
      const { redemptionId, state } = result.value;
      return c.redirect(
        `/redemptions/${redemptionId}${state === 'awaiting_payment' ? '' : '/result?here'}`,
        303,
      );
    }
    const { refusal } = result;
    if (refusal.code === 'not_found') throw new AppError('not_found');
    const asksAgain = refusal.code === 'proof_needed' || CODE_REFUSALS.has(refusal.code);
    // What came of it stands on its page, where a reload finds it again.
    if (!asksAgain) return c.redirect(`/ask/${askId}`, 303);
    const sentTo =
      refusal.code === 'proof_needed'
        ? (refusal.sentTo ?? '')
        : readText(form, 'codeSentTo', CONTACT_CHARACTERS_MAX);
    const error = refusal.code === 'proof_needed' ? null : wordsFor(c, refusal);
    const read = await readOwnAsk({ ctx, input: { askId } });
    if (!read.ok) throw new AppError('not_found');
    const available = member.overview.balances.availablePoints;
    return drawAsk(c, read.value, available, { sentTo, error }, STATUS_BY_CODE[refusal.code]);
  })
  .post('/ask/:id/decline', async (c) => {
    const { ctx } = c.var;
    await readForm(c);
    const askId = c.req.param('id');
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(`/ask/${askId}`)}`, 303);
    const declined = await declineAsk({ ctx, input: { askId } });
    if (!declined.ok) throw new AppError('not_found');
    return c.redirect(`/ask/${askId}`, 303);
  });

/** What waits for her answer now, as pages show it. */
export async function askViews(c: AppContext, availablePoints: number): Promise<AskView[]> {
  const { visit } = c.var;
  const rows = await listOpenAsks(visit);
  return rows.map((row) => askView(wordsOf(visit), { row, manifest: visit.manifest, availablePoints }));
}

/** The question while it is open; afterwards what came of it. */
function drawAsk(
  c: AppContext,
  { row, standing, redemption }: AskNow,
  availablePoints: number,
  proof: AskView['proof'] = null,
  status: (typeof STATUS_BY_CODE)[AnyRefusal['code']] | 200 = 200,
) {
  const visit = { ...c.var.visit, path: `/ask/${row.id}` };
  if (redemption !== null) return c.redirect(`/redemptions/${redemption.redemptionId}/result?here`, 303);
  const m = translator(visit.ctx.locale, 'member');
  const { unit } = wordsOf(visit).format;
  const say = (title: string, text: string, reload = false) =>
    c.html(
      messagePage(visit, {
        title,
        text,
        requestId: null,
        action: reload ? { href: visit.path, label: m('ask.reload') } : { href: '/', label: m('ask.home') },
      }),
    );
  switch (standing) {
    case 'open':
      return c.html(
        askPage(visit, askView(wordsOf(visit), { row, manifest: visit.manifest, availablePoints }, proof)),
        status,
      );
    case 'declined':
      return say(m('ask.declinedTitle'), m('ask.declined', { unit }));
    case 'refused':
      return say(m('ask.refusedTitle'), row.refusal ? wordsFor(c, row.refusal) : m('ask.over', { unit }));
    case 'redeeming':
      return say(m('ask.redeemingTitle'), m('ask.redeeming', { unit }), true);
    default:
      return say(m('ask.overTitle'), m('ask.over', { unit }));
  }
}

function wordsFor(c: AppContext, refusal: AnyRefusal): string {
  const { locale, tenant, clock } = c.var.ctx;
  const { timeZone, pointsName } = tenant;
  return refusalWords(refusal, { locale, timeZone, pointsName }, clock.nowMs()).detail;
}
