import { Hono } from 'hono';
import { choosePrice } from '../../domain/catalogue/choose-points.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import type { AppEnv } from '../../http/env.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { AppError } from '../../lib/app-error.ts';
import type { AnyRefusal } from '../../lib/result.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { listAddresses } from '../members/save-address.ts';
import { readBands, readReward } from '../publication/read-mall.ts';
import { redeem } from '../redemptions/redeem.ts';
import { readAddress, typedAddress, typedFrom } from './address-form.ts';
import { readWanted } from './cash-choice.ts';
import { homeCountry } from './countries.ts';
import { confirmPage, messagePage, rewardPage, wordsOf } from './pages.tsx';
import { paymentMethods } from './payment-methods.ts';
import { readForm } from './read-form.ts';
import { readMember, requireMember } from './read-member.ts';
import { newFormKey, readRedeemForm } from './redeem-form.ts';
import { countRedeemedUnits } from './redeemed-units.ts';
import { decideRewardAction, priceTaken } from './reward-action.ts';
import type { OpenVisit } from './visit.ts';

const rewardPath = (rewardId: string) => `/rewards/${rewardId}`;
const signInPath = (to: string) => `/sign-in?to=${encodeURIComponent(to)}`;

/** From a reward's page over the confirm form to the redemption. */
export const redeemRoutes = new Hono<AppEnv>()
  .get('/rewards/:id', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const rewardId = c.req.param('id');
    const page = await readReward(ctx, rewardId);
    if (!page) throw new AppError('not_found');
    const [member, bands, redeemedUnits] = await Promise.all([
      readMember({ ctx }),
      readBands(ctx),
      page.limitPerMember === null ? 0 : countRedeemedUnits({ ctx, input: { rewardId } }),
    ]);
    const signedIn = member.kind !== 'visitor';
    return c.html(rewardPage({ ...visit, signedIn }, { page, bands, member, redeemedUnits }));
  })
  .get('/rewards/:id/confirm', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const rewardId = c.req.param('id');
    const reward = await readReward(ctx, rewardId);
    if (!reward) throw new AppError('not_found');
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(signInPath(rewardPath(rewardId)), 303);
    const [bands, redeemedUnits, [saved]] = await Promise.all([
      readBands(ctx),
      reward.limitPerMember === null ? 0 : countRedeemedUnits({ ctx, input: { rewardId } }),
      listAddresses({ ctx, input: { memberId: member.memberId } }),
    ]);
    const { availablePoints } = member.overview.balances;
    const terms = termsAt(reward, ctx.clock.nowMs()).current;
    const takesCash = paymentMethods(visit.manifest).length > 0;
    const action = decideRewardAction(
      {
        takesCash,
        state: reward.state,
        terms,
        band: bands[rewardId] ?? 'in',
        limitPerMember: reward.limitPerMember,
        redeemedUnits,
        available: availablePoints,
      },
      ctx.clock.nowMs(),
    );
    if (action.kind !== 'redeem') return c.redirect(rewardPath(rewardId), 303);
    const typed = typedFrom(saved?.address ?? null, homeCountry(ctx.tenant.currency));
    const wanted = readWanted((name) => c.req.query(name), ctx.tenant.currency);
    const chosen = choosePrice(priceTaken(terms, takesCash), availablePoints, wanted);
    if (!chosen) return c.redirect(rewardPath(rewardId), 303);
    const asked = { priceVersion: terms.priceVersion, ...chosen };
    const source = {
      reward,
      terms: asked,
      payment: null,
      availablePoints,
      idempotencyKey: newFormKey(),
      typed,
    };
    return c.html(confirmPage(visit, { ...source, refusal: null, priceChanged: false }));
  })
  .post('/rewards/:id/confirm', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const rewardId = c.req.param('id');
    const form = await readForm(c);
    const [reward, member] = await Promise.all([readReward(ctx, rewardId), requireMember({ ctx })]);
    const sent = readRedeemForm(form);
    if (!reward || !sent) throw new AppError('not_found');
    if (!member) return c.redirect(signInPath(rewardPath(rewardId)), 303);
    const typed = typedAddress(form);
    const { availablePoints } = member.overview.balances;
    const asked = { reward, availablePoints, typed, payment: sent.payment };
    const address = readAddress(wordsOf(visit), typed);
    if (!address.ok) {
      const { key: idempotencyKey, payment: _, ...terms } = sent;
      const source = { ...asked, terms, idempotencyKey, errors: address.errors };
      return c.html(confirmPage(visit, { ...source, refusal: null, priceChanged: false }), 422);
    }
    const input = { rewardId, quantity: 1, ...sent, delivery: address.address };
    const result = await redeem({ ctx, input });
    if (result.ok) return c.redirect(`/redemptions/${result.value.redemptionId}/result`, 303);
    const { refusal } = result;
    const status = STATUS_BY_CODE[refusal.code];
    if (refusal.code === 'price_changed') {
      const takesCash = paymentMethods(visit.manifest).length > 0;
      const wanted = sent.cashEachMinor > 0 ? { points: sent.pointsEach } : null;
      const chosen = choosePrice(priceTaken(refusal, takesCash), availablePoints, wanted);
      const { priceVersion, pointsEach } = refusal;
      const terms = { priceVersion, ...(chosen ?? { pointsEach, cashEachMinor: 0 }) };
      const source = { ...asked, terms, idempotencyKey: newFormKey() };
      const refused = { refusal: words(visit, refusal).detail, priceChanged: true };
      return c.html(confirmPage(visit, { ...source, ...refused }), status);
    }
    return c.html(refusedPage(visit, rewardId, refusal), status);
  });

/** A refusal that another try would not change, with the way back to the reward. */
function refusedPage(visit: OpenVisit, rewardId: string, refusal: AnyRefusal) {
  const { title, detail } = words(visit, refusal);
  const action = { href: rewardPath(rewardId), label: wordsOf(visit).t('back') };
  return messagePage(visit, { title, text: detail, requestId: null, action });
}

function words({ ctx }: OpenVisit, refusal: AnyRefusal) {
  const { locale, tenant, clock } = ctx;
  return refusalWords(
    refusal,
    { locale, timeZone: tenant.timeZone, pointsName: tenant.pointsName },
    clock.nowMs(),
  );
}
