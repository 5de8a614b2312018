import { Hono } from 'hono';
import { needsProof, PROOF_ABOVE_POINTS } from '../../domain/large-redemption.ts';
import { readTurningCode } from '../../domain/member-code/turning-code.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { AppError } from '../../lib/app-error.ts';
import { translator } from '../../messages/translator.ts';
import { messagePage } from '../mall/pages.tsx';
import { requireMember } from '../mall/read-member.ts';
import { showCode } from '../member-code/sign-code.ts';
import { getMember } from '../members/find-member.ts';
import { askViews } from './ask-routes.ts';
import { memberCodePage, memberCodePart } from './pages.tsx';
import { toSignIn, whoOf } from './who.ts';

/** The code that she shows in the shop, and where a camera that is not the shop's is led. */
export const codeRoutes = new Hono<AppEnv>()
  .get('/me/code', async (c) => {
    const source = await readCode(c);
    return source ? c.html(memberCodePage(c.var.visit, source)) : toSignIn(c);
  })
  // Without a session it is no part of anything: the page that asks is drawn anew, and leads to signing in.
  .get('/me/code/part', async (c) => {
    const source = await readCode(c);
    return source ? c.html(memberCodePart(c.var.visit, source)) : c.html('');
  })
  // Says the same of every code: nobody learns here whose it is, or whether it still counts.
  .get('/c/:code', (c) => {
    const { visit } = c.var;
    const { tenant, locale, config } = visit.ctx;
    const code = c.req.param('code').toLowerCase();
    if (readTurningCode(code) === null) throw new AppError('not_found');
    const m = translator(locale, 'member');
    return c.html(
      messagePage(visit, {
        title: m('code.scannedTitle', { shop: tenant.name }),
        text: m('code.scanned'),
        requestId: null,
        action: {
          href: `${config.scheme}://console.${config.rootHost}/counter?code=${code}`,
          label: m('code.forShop'),
        },
      }),
    );
  });

async function readCode(c: AppContext) {
  const { visit } = c.var;
  const { ctx } = visit;
  const member = await requireMember({ ctx });
  if (!member || ctx.actor.kind !== 'member') return null;
  const { memberId, overview } = member;
  const found = await getMember({ ctx, input: { memberId } });
  if (!found.ok) return null;
  const nowMs = ctx.clock.nowMs();
  const isProved = !needsProof(PROOF_ABOVE_POINTS + 1, ctx.actor.provedUntilMs, nowMs);
  const { text, turnsAtMs, endsAtMs } = showCode(ctx, { number: found.value.number, isProved });
  return {
    ...whoOf(found.value),
    address: `${visit.origin}/c/${text}`,
    availablePoints: Math.max(0, overview.balances.availablePoints),
    asks: await askViews(c, overview.balances.availablePoints),
    isFrozen: overview.frozenAtMs !== null,
    turnsInMs: turnsAtMs - nowMs,
    endsInMs: endsAtMs - nowMs,
  };
}
