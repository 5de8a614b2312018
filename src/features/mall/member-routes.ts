import { Hono } from 'hono';
import type { RedemptionView } from '../../account/contract.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { AppError } from '../../lib/app-error.ts';
import type { Result } from '../../lib/result.ts';
import { writtenText } from '../../lib/written-text.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { cancelRedemption } from '../redemptions/cancel-redemption.ts';
import { receiveRedemption } from '../redemptions/fulfil-redemption.ts';
import { getRedemption, listOwnRedemptions } from '../redemptions/get-redemption.ts';
import { settlePayment } from '../redemptions/pay-redemption.ts';
import { redemptionPage, redemptionsPage, resultPage } from './pages.tsx';
import { readForm, readText } from './read-form.ts';
import { ACCOUNT_WAIT_MS, requireMember } from './read-member.ts';
import { newFormKey, readKey, readWhole } from './redeem-form.ts';
import { withinOrNull } from './within.ts';

const PAGE_SIZE = 20;
const REASON_CHARACTERS_MAX = 200;
const MOVED_ON = new Set([
  'in_fulfilment',
  'shipped',
  'ready',
  'received',
  'used',
  'expired',
  'cancelling',
  'cancelled',
]);

const toSignIn = (c: AppContext) => c.redirect(`/sign-in?to=${encodeURIComponent(c.var.visit.path)}`, 303);

/** Her orders and what she can do about them. */
export const memberRoutes = new Hono<AppEnv>()
  .get('/redemptions', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const cursor = c.req.query('cursor') ?? null;
    const input = { memberId: member.memberId, cursor, limit: PAGE_SIZE };
    const page = await withinOrNull(ACCOUNT_WAIT_MS, listOwnRedemptions({ ctx, input }));
    if (page?.ok === false) throw new AppError('not_found');
    return c.html(redemptionsPage(visit, page?.value ?? null, cursor !== null), page ? 200 : 503);
  })
  .get('/redemptions/:id', async (c) => {
    const view = await ownRedemption(c);
    if (!view) return toSignIn(c);
    return c.html(redemptionPage(c.var.visit, { view, idempotencyKey: newFormKey(), refusal: null }));
  })
  // Where paying comes back to: the answer is Stripe's, not the address that was called.
  .get('/redemptions/:id/paid', async (c) => {
    const { ctx } = c.var.visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const redemptionId = c.req.param('id');
    const settled = await settlePayment({ ctx, input: { memberId: member.memberId, redemptionId } });
    if (!settled.ok) throw new AppError('not_found');
    const waits = settled.value.state === 'awaiting_payment';
    return c.redirect(`/redemptions/${redemptionId}${waits ? '' : '/result'}`, 303);
  })
  .get('/redemptions/:id/result', async (c) => {
    const { ctx } = c.var.visit;
    const member = await requireMember({ ctx });
    if (!member) return toSignIn(c);
    const view = await redemptionOf(c, member.memberId);
    // What came of it later stands on the redemption's own page.
    if (MOVED_ON.has(view.state)) return c.redirect(`/redemptions/${view.redemptionId}`, 303);
    const { availablePoints } = member.overview.balances;
    const isHere = c.req.query('here') !== undefined;
    return c.html(resultPage(c.var.visit, view, { availablePoints, isHere }));
  })
  .post('/redemptions/:id/cancel', (c) =>
    act(c, (input, form) => {
      const reason = writtenText(readText(form, 'reason', REASON_CHARACTERS_MAX));
      const unpackedOnly = form.get('seen') === 'confirmed';
      const cashBackMinor = readWhole(form.get('cash'));
      const seen = { unpackedOnly, ...(cashBackMinor !== null && { cashBackMinor }) };
      const wish = { reason: reason || null, ...seen };
      return cancelRedemption({ ctx: c.var.ctx, input: { ...input, ...wish } });
    }),
  )
  .post('/redemptions/:id/received', (c) => act(c, (input) => receiveRedemption({ ctx: c.var.ctx, input })));

type Act = (
  input: { memberId: string; redemptionId: string; key: string },
  form: FormData,
) => Promise<Result<RedemptionView>>;

/** Does it and goes back to the order, or shows the order as it is now with what stood in the way. */
async function act(c: AppContext, verb: Act) {
  const redemptionId = c.req.param('id') ?? '';
  const visit = { ...c.var.visit, path: `/redemptions/${redemptionId}` };
  const form = await readForm(c);
  const key = readKey(form);
  const member = await requireMember(visit);
  if (!member) return c.redirect(`/sign-in?to=${encodeURIComponent(visit.path)}`, 303);
  if (key === null) throw new AppError('not_found');
  const result = await verb({ memberId: member.memberId, redemptionId, key }, form);
  if (result.ok) return c.redirect(`/redemptions/${redemptionId}`, 303);
  const view = await ownRedemption(c);
  if (!view) return c.redirect('/sign-in', 303);
  const { locale, tenant, clock } = visit.ctx;
  const setting = { locale, timeZone: tenant.timeZone, pointsName: tenant.pointsName };
  const refusal = refusalWords(result.refusal, setting, clock.nowMs()).detail;
  const source = { view, idempotencyKey: newFormKey(), refusal };
  return c.html(redemptionPage(visit, source), STATUS_BY_CODE[result.refusal.code]);
}

/** Her own order; somebody else's is as missing as none. Null sends the reader to sign in. */
async function ownRedemption(c: AppContext): Promise<RedemptionView | null> {
  const { ctx } = c.var.visit;
  const member = await requireMember({ ctx });
  return member && redemptionOf(c, member.memberId);
}

async function redemptionOf(c: AppContext, memberId: string): Promise<RedemptionView> {
  const { ctx } = c.var.visit;
  const redemptionId = c.req.param('id') ?? '';
  const found = await getRedemption({ ctx, input: { memberId, redemptionId } });
  if (!found.ok) throw new AppError('not_found');
  return found.value;
}
