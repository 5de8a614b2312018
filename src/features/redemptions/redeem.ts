import type { RedemptionLineInput, RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { isVoucherKind, kindOf, type VoucherTerms } from '../../domain/catalogue/reward-kind.ts';
import { hashJson } from '../../domain/chain.ts';
import { needsProof, PROOF_ABOVE_POINTS } from '../../domain/large-redemption.ts';
import { AppError } from '../../lib/app-error.ts';
import { type AnyRefusal, type Result, refuse, succeed } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { onAccount } from '../members/open-account.ts';
import { saveAddress } from '../members/save-address.ts';
import type { RewardCard } from '../publication/manifest.ts';
import { readManifest } from '../publication/read-mall.ts';
import { refreshBandLater } from '../publication/refresh-bands.ts';
import { refusalOfClosed } from '../tenants/shop-gate.ts';
import { cashTermsOf } from './cash-terms.ts';
import { checkQuote } from './quote.ts';
import { type Receiving, receivingOf } from './receiving.ts';
import { redemptionIdOf } from './redemption-id.ts';
import { registerVoucher } from './register-voucher.ts';
import type { RedeemInput } from './schemas.ts';

const LINE_ID = '1';

/**
 * Redeems a reward for the member who asks, at the price she saw or not at all. One key is one
 * redemption, however often it is sent and whatever was published meanwhile. A large one is refused
 * `proof_needed` from a session that has proved nothing lately; see `redeem-proved.ts`.
 */
export async function redeem({
  ctx,
  input,
}: {
  ctx: Context;
  input: RedeemInput;
}): Promise<Result<RedemptionView>> {
  if (ctx.actor.kind !== 'member') throw new AppError('unauthenticated');
  const { memberId, provedUntilMs } = ctx.actor;
  return redeemFor({ ctx, input, redeemer: { memberId, provedUntilMs, idKey: input.key } });
}

/** Whose points they are, until when her device is known, and what names the redemption. */
export type Redeemer = {
  memberId: string;
  provedUntilMs: number | null;
  idKey: string;
  /** She stands at the counter: goods are in her hand as soon as they are hers. */
  handsOver?: boolean;
};

/** The same in a member's name, for whoever has made sure that she is there and means it. */
export async function redeemFor({
  ctx,
  input,
  redeemer,
}: {
  ctx: Context;
  input: RedeemInput;
  redeemer: Redeemer;
}): Promise<Result<RedemptionView>> {
  const { memberId, provedUntilMs, idKey } = redeemer;
  const redemptionId = redemptionIdOf(ctx.tenant.id, memberId, idKey);
  const closed = refusalOfClosed(ctx);
  if (closed) return madeBefore(ctx, { memberId, redemptionId, input, refusal: closed });
  const manifest = await readManifest(ctx);
  const shown = manifest?.rewards.find((each) => each.rewardId === input.rewardId);
  const quote = checkQuote(shown, input, ctx.clock.nowMs());
  if (!quote.ok) return madeBefore(ctx, { memberId, redemptionId, input, refusal: quote.refusal });
  const spent = input.pointsEach * input.quantity;
  if (needsProof(spent, provedUntilMs, ctx.clock.nowMs())) {
    const refusal = { code: 'proof_needed', abovePoints: PROOF_ABOVE_POINTS } as const;
    return madeBefore(ctx, { memberId, redemptionId, input, refusal });
  }
  const cash = await cashTermsOf(ctx, { input, card: quote.value, redemptionId });
  if (!cash.ok) return madeBefore(ctx, { memberId, redemptionId, input, refusal: cash.refusal });
  const card = quote.value;
  const issues = isVoucherKind(kindOf(card));
  const picksUp = !issues && input.pickUp === true;
  const receiving = issues
    ? succeed<Receiving>({})
    : receivingOf(manifest, input, { picksUp, points: spent });
  if (!receiving.ok) return madeBefore(ctx, { memberId, redemptionId, input, refusal: receiving.refusal });
  const { priceVersion } = input;
  const registered = issues
    ? await registerVoucher(ctx, { card, priceVersion, memberId, redemptionId })
    : succeed(null);
  if (!registered.ok) return madeBefore(ctx, { memberId, redemptionId, input, refusal: registered.refusal });
  const voucher = registered.value;
  const rules = manifest?.programme.current;
  const outcome = await onAccount(ctx, memberId, (account) =>
    account.redeem({
      ...commandOf(ctx, input.key),
      redemptionId,
      lines: [lineOf(card, input, voucher?.terms)],
      delivery: issues || picksUp ? null : input.delivery,
      ...(picksUp && { pickUp: redeemer.handsOver ? ('now' as const) : ('later' as const) }),
      ...receiving.value,
      ...(voucher && { voucher: { code: voucher.code, validDays: voucher.terms.validDays } }),
      ...(cash.value && { cash: cash.value }),
      graceDays: rules?.graceDays ?? GRACE_DAYS_DEFAULT,
      openHoldsMax: rules?.openHoldsMax ?? OPEN_HOLDS_DEFAULT,
    }),
  );
  refreshBandLater(ctx, input.rewardId);
  if (!outcome.ok) return madeBefore(ctx, { memberId, redemptionId, input, refusal: outcome.refusal });
  if (!outcome.replayed) ctx.defer(keepAddress(ctx, memberId, input));
  return outcome;
}

/** Of a shop that never published a programme, whose members got their points from staff. */
const GRACE_DAYS_DEFAULT = 7;
const OPEN_HOLDS_DEFAULT = 10;

function lineOf(
  card: RewardCard,
  input: RedeemInput,
  voucher: VoucherTerms | undefined,
): RedemptionLineInput {
  const names = Object.entries(card.names).flatMap(([locale, name]) => (name ? [[locale, name]] : []));
  return {
    lineId: LINE_ID,
    rewardId: card.rewardId,
    stockId: card.rewardId,
    ...(voucher && { kind: kindOf(card) }),
    ...(voucher?.coupon && { coupon: voucher.coupon }),
    names: Object.fromEntries(names),
    quantity: input.quantity,
    pointsEach: input.pointsEach,
    ...(input.cashEachMinor > 0 && { cashEachMinor: input.cashEachMinor }),
    priceVersion: input.priceVersion,
    limitPerMember: card.limitPerMember,
  };
}

/**
 * A repetition may be refused for what has changed since: a new name, a new price, a reward that is
 * gone. If the first attempt went through with what is asked now, that is the answer.
 */
export async function madeBefore(
  ctx: Context,
  attempt: { memberId: string; redemptionId: string; input: RedeemInput; refusal: AnyRefusal },
): Promise<Result<RedemptionView>> {
  const { memberId, redemptionId, input, refusal } = attempt;
  const found = await ctx.accounts.of(memberId).getRedemption(redemptionId);
  if (!found.ok) return refuse(refusal);
  const { delivery, lines, pickUp, voucher } = found.value;
  const [line] = lines;
  const same =
    line?.rewardId === input.rewardId &&
    line.quantity === input.quantity &&
    line.priceVersion === input.priceVersion &&
    line.pointsEach === input.pointsEach &&
    (line.cashEachMinor ?? 0) === input.cashEachMinor &&
    (voucher !== undefined || (pickUp === true) === (input.pickUp === true)) &&
    (found.value.payment?.method ?? null) === (input.cashEachMinor > 0 ? input.payment : null) &&
    (delivery === null || (input.delivery !== null && hashJson(delivery) === hashJson(input.delivery)));
  if (!same) return refuse({ code: 'key_reused' });
  return found.value.state === 'undone' ? refuse(refusal) : succeed(found.value);
}

async function keepAddress(ctx: Context, memberId: string, { delivery: address }: RedeemInput) {
  if (address === null) return;
  try {
    await saveAddress({ ctx, input: { memberId, address } });
  } catch {
    ctx.log.warn('address not kept', { memberId });
  }
}
