import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { choosePrice } from '../../domain/catalogue/choose-points.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { isVoucherKind, kindOf } from '../../domain/catalogue/reward-kind.ts';
import { homeCountry } from '../../domain/home-country.ts';
import type { AppContext, AppEnv } from '../../http/env.ts';
import { startMemberSession } from '../../http/member-session.ts';
import { STATUS_BY_CODE } from '../../http/problem.ts';
import { AppError } from '../../lib/app-error.ts';
import { parseIdempotencyKey } from '../../lib/idempotency-key.ts';
import type { AnyRefusal } from '../../lib/result.ts';
import { refusalWords } from '../../messages/refusal-words.ts';
import { takeForm } from '../member-pages/kept-form.ts';
import { getMember } from '../members/find-member.ts';
import { listAddresses } from '../members/save-address.ts';
import { readBands, readReward } from '../publication/read-mall.ts';
import { proofAhead, redeemProved } from '../redemptions/redeem-proved.ts';
import { ADDRESS_FIELDS, readAddress, type TypedAddress, typedAddress, typedFrom } from './address-form.ts';
import { readWanted } from './cash-choice.ts';
import { type ConfirmDraft, dropDraft, keepDraft, readDraft } from './confirm-draft.ts';
import { branchOf, chosenWay, receiveWays } from './delivery-words.ts';
import { type ConfirmSource, confirmPage, messagePage, wordsOf } from './pages.tsx';
import { paymentMethods } from './payment-methods.ts';
import { refusalMessage } from './problem-message.ts';
import { readForm, readText } from './read-form.ts';
import { requireMember } from './read-member.ts';
import { newFormKey, readRedeemForm } from './redeem-form.ts';
import { countRedeemedUnits } from './redeemed-units.ts';
import { decideRewardAction, priceTaken } from './reward-action.ts';
import type { OpenVisit } from './visit.ts';

const rewardPath = (rewardId: string) => `/rewards/${rewardId}`;
const confirmPath = (rewardId: string) => `${rewardPath(rewardId)}/confirm`;
const againPath = (rewardId: string) => `${confirmPath(rewardId)}?again`;

/** The confirm form and the redemption that it asks for. */
export const confirmRoutes = new Hono<AppEnv>()
  .get('/rewards/:id/confirm', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const rewardId = c.req.param('id');
    const reward = await readReward(ctx, rewardId);
    if (!reward) throw new AppError('not_found');
    const member = await requireMember({ ctx });
    if (!member) return c.redirect(`/sign-in?to=${encodeURIComponent(rewardPath(rewardId))}`, 303);
    const { memberId, overview } = member;
    const [bands, redeemedUnits, [saved], profile, sentBefore, kept] = await Promise.all([
      readBands(ctx),
      reward.limitPerMember === null ? 0 : countRedeemedUnits({ ctx, input: { rewardId } }),
      listAddresses({ ctx, input: { memberId } }),
      getMember({ ctx, input: { memberId } }),
      readDraft(c, rewardId),
      takeForm(c, confirmPath(rewardId)),
    ]);
    const draft = sentBefore && kept ? { ...sentBefore, ...typedBefore(kept) } : sentBefore;
    const { availablePoints } = overview.balances;
    const takesCash = paymentMethods(visit.manifest).length > 0;
    const nowMs = ctx.clock.nowMs();
    const terms = termsAt(reward, nowMs).current;
    const action = decideRewardAction(
      {
        takesCash,
        state: reward.state,
        terms,
        band: bands[rewardId] ?? 'in',
        limitPerMember: reward.limitPerMember,
        redeemedUnits,
        available: overview.frozenAtMs === null ? availablePoints : 'frozen',
      },
      nowMs,
    );
    if (action.kind !== 'redeem') return c.redirect(rewardPath(rewardId), 303);
    const isAgain = c.req.query('again') !== undefined;
    // Back from what became of it: anew, the same form would be a second order.
    if (isAgain && !draft && !kept) return c.redirect(rewardPath(rewardId), 303);
    const again = draft !== null && isAgain;
    const wanted = again ? wantedBefore(draft) : readWanted((name) => c.req.query(name), ctx.tenant.currency);
    const chosen = choosePrice(priceTaken(terms, takesCash), availablePoints, wanted);
    if (!chosen) return c.redirect(rewardPath(rewardId), 303);
    const current = { priceVersion: terms.priceVersion, ...chosen };
    const phone = profile.ok ? profile.value.phone : null;
    const fresh = typedFrom(saved?.address ?? null, homeCountry(ctx.tenant), phone);
    // The key came with the draft's address, so Back and the language switch send the same order.
    const formKey = kept?.idempotencyKey ?? c.req.query('key') ?? '';
    const idempotencyKey = (again ? draft.key : parseIdempotencyKey(formKey)) ?? newFormKey();
    const asksCodeAt = await proofAhead(ctx, current.pointsEach);
    const source = { reward, availablePoints, idempotencyKey, asksCodeAt };
    if (!again) {
      const typed = kept
        ? typedBefore(kept)
        : { typed: draft?.typed ?? fresh, payment: null, receive: draft?.receive ?? '' };
      const asked = { terms: current, ...typed };
      const nothing = { refusal: null, priceChanged: false, shippingFeeMinor: null, was: null, proof: null };
      return c.html(confirmPage(visit, { ...source, ...asked, ...nothing }));
    }
    const asked = { ...draft, terms: draft.terms.priceVersion >= terms.priceVersion ? draft.terms : current };
    return c.html(drawAgain(visit, source, asked));
  })
  .post('/rewards/:id/confirm', async (c) => {
    const { visit } = c.var;
    const { ctx } = visit;
    const rewardId = c.req.param('id');
    const form = await readForm(c);
    const [reward, member] = await Promise.all([readReward(ctx, rewardId), requireMember({ ctx })]);
    const sent = readRedeemForm(form);
    if (!reward || !sent) throw new AppError('not_found');
    const { key, payment, shippingFeeMinor, ...terms } = sent;
    const receive = chosenWay(receiveWays(wordsOf(visit), visit.manifest), readText(form, 'receive', 60));
    const ordered = { rewardId, key, typed: typedAddress(form), terms, payment, receive };
    const draft = { ...ordered, refusal: null, priceChanged: false, shippingFeeMinor, was: null };
    if (!member) {
      await keepDraft(c, draft);
      return c.redirect(`/sign-in?ended&to=${encodeURIComponent(againPath(rewardId))}`, 303);
    }
    const { availablePoints } = member.overview.balances;
    const source = { reward, availablePoints, idempotencyKey: key, asksCodeAt: null };
    const address = addressFor(visit, reward, draft);
    if (!address.ok) return askAgain(c, source, draft, 422);
    const way = { pickUp: receive !== 'send', branchId: branchOf(receive) };
    const input = { rewardId, quantity: 1, ...sent, delivery: address.address, ...way };
    const code = readText(form, 'code', CODE_CHARACTERS_MAX).trim();
    const attempt = { ...input, code: code === '' || form.has('sendAgain') ? null : code };
    const { result, provedUntilMs } = await redeemProved({ ctx, input: attempt });
    if (provedUntilMs !== null) {
      const { memberId, overview } = member;
      const { sessionGeneration } = overview;
      await startMemberSession(c, ctx.tenant, { memberId, sessionGeneration, provedUntilMs });
    }
    if (result.ok) {
      dropDraft(c);
      const { redemptionId, state } = result.value;
      const page = state === 'awaiting_payment' ? '' : '/result';
      return c.redirect(`/redemptions/${redemptionId}${page}`, 303);
    }
    const { refusal } = result;
    const status = STATUS_BY_CODE[refusal.code];
    if (refusal.code === 'proof_needed') {
      return askAgain(c, source, { ...draft, proof: { sentTo: refusal.sentTo ?? '', error: null } }, status);
    }
    if (CODE_REFUSALS.has(refusal.code) || isCode(refusal)) {
      const sentTo = readText(form, 'codeSentTo', CONTACT_CHARACTERS_MAX);
      const proof = { sentTo, error: codeWords(visit, refusal) };
      return askAgain(c, source, { ...draft, proof }, status);
    }
    if (refusal.code === 'region_not_served') {
      const { title, detail } = words(visit, refusal);
      return askAgain(c, source, { ...draft, refusal: [title, detail].join(' · ') }, status);
    }
    const was = { ...terms, shippingFeeMinor };
    const asksNew = { ...source, idempotencyKey: newFormKey() };
    if (refusal.code === 'shipping_fee_changed') {
      const { detail } = words(visit, refusal);
      const now = { key: asksNew.idempotencyKey, refusal: detail, shippingFeeMinor: refusal.feeMinor };
      return askAgain(c, asksNew, { ...draft, ...now, was }, status);
    }
    if (refusal.code !== 'price_changed') return c.html(refusedPage(visit, rewardId, refusal), status);
    const takesCash = paymentMethods(visit.manifest).length > 0;
    const chosen = choosePrice(priceTaken(refusal, takesCash), availablePoints, wantedBefore(draft));
    const { priceVersion, pointsEach } = refusal;
    const asked = { priceVersion, ...(chosen ?? { pointsEach, cashEachMinor: 0 }) };
    const now = { key: asksNew.idempotencyKey, terms: asked, priceChanged: true, shippingFeeMinor: null };
    return askAgain(c, asksNew, { ...draft, ...now, was }, status);
  });

type AskSource = Pick<ConfirmSource, 'reward' | 'availablePoints' | 'idempotencyKey' | 'asksCodeAt'>;

/** A coupon or a service goes nowhere. */
function addressFor(
  visit: OpenVisit,
  reward: ConfirmSource['reward'],
  { typed, receive }: Pick<ConfirmDraft, 'typed' | 'receive'>,
) {
  if (isVoucherKind(kindOf(reward)) || receive !== 'send') return { ok: true, address: null } as const;
  return readAddress(wordsOf(visit), typed);
}

/** The form again, on a page of its own; too much to keep is drawn at once. */
async function askAgain(c: AppContext, source: AskSource, draft: ConfirmDraft, status: ContentfulStatusCode) {
  if (await keepDraft(c, draft)) return c.redirect(againPath(draft.rewardId), 303);
  return c.html(drawAgain(c.var.visit, source, draft), status);
}

function drawAgain(visit: OpenVisit, source: AskSource, draft: ConfirmDraft) {
  const { terms, typed, payment, receive, priceChanged, shippingFeeMinor, was, proof = null } = draft;
  const address = addressFor(visit, source.reward, draft);
  const refusal = priceChanged ? words(visit, { code: 'price_changed', ...terms }).detail : draft.refusal;
  const errors = address.ok ? {} : address.errors;
  const asked = { terms, typed, payment, receive, errors, refusal, priceChanged, proof };
  return confirmPage(visit, { ...source, ...asked, shippingFeeMinor, was });
}

/** What only another code would change: the form stays as it is. */
const CODE_REFUSALS = new Set<AnyRefusal['code']>([
  'code_wrong',
  'code_expired',
  'locked',
  'too_many_requests',
]);
const CODE_CHARACTERS_MAX = 32;
const CONTACT_CHARACTERS_MAX = 254;

function isCode(refusal: AnyRefusal): boolean {
  return refusal.code === 'invalid_input' && refusal.field === 'code';
}

function codeWords(visit: OpenVisit, refusal: AnyRefusal): string {
  const malformed = refusal.code === 'invalid_input';
  return malformed ? wordsOf(visit).t('sign.codeRequired') : words(visit, refusal).detail;
}

/** What stood in the form before the language was changed. */
function typedBefore(kept: Record<string, string>) {
  const payment = kept.payment === 'counter' || kept.payment === 'online' ? kept.payment : null;
  const typed = ADDRESS_FIELDS.map((name) => [name, kept[name] ?? '']);
  const { receive = '' } = kept;
  return { typed: Object.fromEntries(typed) as TypedAddress, payment, receive } as const;
}

/** Whoever had chosen a mix of points and cash keeps it, as near as the price allows. */
function wantedBefore({ terms }: ConfirmDraft) {
  return terms.cashEachMinor > 0 ? { points: terms.pointsEach } : null;
}

/** A refusal that another try would not change, with the way back to the reward. */
function refusedPage(visit: OpenVisit, rewardId: string, refusal: AnyRefusal) {
  const said = { code: refusal.code, ...words(visit, refusal) };
  return messagePage(visit, refusalMessage(wordsOf(visit).t, said, rewardPath(rewardId)));
}

function words({ ctx }: OpenVisit, refusal: AnyRefusal) {
  const { locale, tenant, clock } = ctx;
  const setting = { locale, timeZone: tenant.timeZone, pointsName: tenant.pointsName };
  return refusalWords(refusal, setting, clock.nowMs());
}
