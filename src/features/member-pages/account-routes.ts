import { Hono } from 'hono';
import { numberOf } from '../../domain/redemption/redemption-number.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { endMemberSession } from '../../http/member-session.ts';
import { AppError } from '../../lib/app-error.ts';
import { translator } from '../../messages/translator.ts';
import { messagePage, wordsOf } from '../mall/pages.tsx';
import { readForm } from '../mall/read-form.ts';
import { requireMember } from '../mall/read-member.ts';
import { newFormKey, readKey } from '../mall/redeem-form.ts';
import { closeAccount, endAllSessions, prepareClosing } from '../members/close-account.ts';
import { accountPage, closePage } from './pages.tsx';
import { readOwnData } from './read-own-data.ts';
import { toSignIn } from './who.ts';

const CLOSE = '/me/close';
const ACCOUNT = '/me/account';

/** Her data, her sessions, and the end of her account. */
export const accountRoutes = new Hono<AppEnv>()
  .get(ACCOUNT, async (c) => {
    const member = await requireMember(c.var.visit);
    return member ? c.html(accountPage(c.var.visit, newFormKey())) : toSignIn(c);
  })
  .get('/me/data.json', async (c) => {
    const { ctx } = c.var.visit;
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?to=${encodeURIComponent(ACCOUNT)}`, 303);
    const data = await readOwnData({ ctx, input: { memberId: member.memberId } });
    c.header('content-type', 'application/json; charset=utf-8');
    c.header('content-disposition', `attachment; filename="${ctx.tenant.slug}-my-data.json"`);
    return c.body(JSON.stringify(data, null, 2));
  })
  .post('/me/sign-out-everywhere', async (c) => {
    const { ctx } = c.var.visit;
    const key = readKey(await readForm(c));
    const member = await requireMember({ ctx });
    if (!member) return c.redirect('/', 303);
    if (key === null) throw new AppError('not_found');
    const ended = await endAllSessions({ ctx, input: { memberId: member.memberId, key } });
    if (!ended.ok) throw new AppError('unavailable');
    endMemberSession(c);
    return c.redirect('/', 303);
  })
  .get(CLOSE, (c) => drawClosing(c, false))
  .post(CLOSE, async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const form = await readForm(c);
    const key = readKey(form);
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?ended&to=${encodeURIComponent(CLOSE)}`, 303);
    if (key === null) throw new AppError('not_found');
    if (!form.has('understood')) return drawClosing(c, true);
    const closed = await closeAccount({ ctx, input: { memberId: member.memberId, key } });
    // Something began meanwhile: the page names it.
    if (!closed.ok) return drawClosing(c, false);
    endMemberSession(c);
    const m = translator(ctx.locale, 'member');
    return c.html(
      messagePage(
        { ...visit, signedIn: false, path: '/' },
        {
          title: m('account.closedTitle'),
          text: m('account.closed'),
          requestId: null,
          action: { href: '/', label: wordsOf(visit).t('fault.home') },
        },
      ),
    );
  });

async function drawClosing(c: AppContext, unconfirmed: boolean) {
  const visit = { ...c.var.visit, path: CLOSE };
  const { ctx } = visit;
  const member = await requireMember({ ctx });
  if (!member) return toSignIn(c);
  const { overview, underWay, vouchers } = await prepareClosing({
    ctx,
    input: { memberId: member.memberId },
  });
  const { availablePoints, pendingPoints } = overview.balances;
  const view = {
    idempotencyKey: newFormKey(),
    availablePoints: Math.max(0, availablePoints),
    pendingPoints,
    vouchers,
    underWay: underWay.map(({ redemptionId }) => ({ redemptionId, number: numberOf(redemptionId) })),
    unconfirmed,
  };
  return c.html(closePage(visit, view), unconfirmed ? 422 : 200);
}
