import type { ActorRef } from '../actor.ts';
import { isVoucherKind, kindOf } from '../catalogue/reward-kind.ts';
import { type Decision, invalid, refused } from '../decision.ts';
import type { JsonObject } from '../journal.ts';
import { allocate } from '../ledger/allocate.ts';
import { isName } from '../ledger/check-order.ts';
import { writeDownDue } from '../ledger/due.ts';
import { pin } from '../ledger/hold.ts';
import { availablePoints, type Draft, draftOf, type Ledger, state } from '../ledger/ledger.ts';
import { chargeUnitMinor, isAmountMinor, isCurrency } from '../money.ts';
import { type CashTerms, newPayment } from '../payment/new-payment.ts';
import type { Payment } from '../payment/payment.ts';
import { POINTS_PER_COMMAND_MAX } from '../points.ts';
import type { Refusal } from '../refusal.ts';
import {
  type DeliveryAddress,
  type PickUpBranch,
  type Redemption,
  type RedemptionLineInput,
  redemptionBody,
  unitsByReward,
} from './redemption.ts';
import { isVoucherCode } from './voucher.ts';

const LINES_MAX = 20;
const QUANTITY_MAX = 1_000;
/** The hold names its lots, and whatever moves it loads them: more would not fit into an object's row. */
const LOTS_MAX = 20_000;

export type RedeemInput = {
  redemptionId: string;
  memberId: string;
  lines: RedemptionLineInput[];
  /** Null where nothing is sent: then `voucher` says what is issued, or `pickUp` that she comes for it. */
  delivery: DeliveryAddress | null;
  /** `now`: she stands at the counter and takes it with her as soon as it is hers. */
  pickUp?: 'later' | 'now';
  branch?: PickUpBranch;
  shippingFeeMinor?: number;
  /** Its code names this redemption alone; whoever sends the command has seen to that. */
  voucher?: { code: string; validDays: number | null };
  /** How the cash of the lines is paid; absent: they cost points alone. */
  cash?: CashTerms;
  tenantId: string;
  graceDays: number;
  openHoldsMax: number;
  actor: ActorRef;
};

/** What bounds one more redemption, beside the points. */
export type RedeemLimits = {
  openHolds: number;
  takenUnits: ReadonlyMap<string, number>;
  /** A frozen account spends nothing. */
  isFrozen?: boolean;
};
export type RedemptionChange = {
  draft: Draft;
  redemption: Redemption;
  /** How the member's count of each reward changes. */
  units: { rewardId: string; units: number }[];
};

/** Records a redemption and pins its points. Nothing has been asked of any stock yet. */
export function decideRedeem(
  ledger: Ledger,
  limits: RedeemLimits,
  input: RedeemInput,
  nowMs: number,
): Decision<never, RedemptionChange> {
  const wrong = checkRedeem(input);
  if (wrong) return invalid('lines', wrong);
  const wrongCash = checkCash(input);
  if (wrongCash) return invalid('cash', wrongCash);
  const wrongVoucher = checkVoucher(input);
  if (wrongVoucher) return wrongVoucher;
  if (limits.isFrozen) return refused({ code: 'account_frozen' });
  const points = pointsOf(input.lines);
  const limit = checkLimits(input, limits);
  if (limit) return refused(limit);
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const available = availablePoints(draft.totals);
  if (points > 0 && available < points)
    return refused({
      code: 'insufficient_points',
      missingPoints: points - available,
      availablePoints: available,
    });
  const allocations = allocate(draft, points);
  if (allocations.length > LOTS_MAX) return invalid('lines', 'too_many_lots');
  pin(draft, allocations);
  const seq = draft.headSeq + 1;
  const redemption: Redemption = {
    redemptionId: input.redemptionId,
    memberId: input.memberId,
    state: 'reserving',
    version: 1,
    points,
    lines: input.lines,
    delivery: input.delivery,
    ...(input.pickUp && { pickUp: true as const }),
    ...(input.branch && { branch: input.branch }),
    ...(input.shippingFeeMinor && { shippingFeeMinor: input.shippingFeeMinor }),
    ...(input.actor.kind === 'staff' && { redeemedBy: input.actor }),
    undoneBecause: null,
    cancelRequest: null,
    carrier: null,
    trackingNumber: null,
    ...(input.cash ? { payment: paymentOf(input, input.cash, nowMs) } : {}),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    timeline: [{ state: 'reserving', atMs: nowMs }],
    refusal: null,
    ...(input.voucher && { voucherOffer: { ...input.voucher, timeZone: ledger.timeZone } }),
    ...(input.pickUp === 'now' && { handsOver: true as const }),
    hold: { state: 'pending', allocations },
    graceDays: input.graceDays,
    createdSeq: seq,
    seq,
  };
  const body: JsonObject = { ...redemptionBody(redemption), heldPoints: points, actor: input.actor };
  state(draft, 'redemption.updated', body, input.delivery && { delivery: input.delivery });
  return { kind: 'changed', change: { draft, redemption, units: unitsByReward(input.lines) } };
}

/** The name of a redemption's one effect, unique for ever within its account. */
export function redemptionKey(redemptionId: string): string {
  return `redemption:${redemptionId}`;
}

function pointsOf(lines: readonly RedemptionLineInput[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.pointsEach, 0);
}

function cashMinorOf(lines: readonly RedemptionLineInput[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * (line.cashEachMinor ?? 0), 0);
}

function paymentOf(input: RedeemInput, cash: CashTerms, nowMs: number): Payment {
  const { tenantId, memberId, redemptionId } = input;
  const lines = input.lines.map((line) => ({ ...line, cashEachMinor: line.cashEachMinor ?? 0 }));
  return newPayment(cash, { tenantId, memberId, redemptionId, lines }, cashMinorOf(input.lines), nowMs);
}

/** Cash stands in the lines and in the way to pay it, or in neither. */
function checkCash({ lines, cash }: RedeemInput): string | null {
  const amountMinor = cashMinorOf(lines);
  if (!lines.every((line) => isAmountMinor(line.cashEachMinor ?? 0))) return 'not_an_amount';
  if (cash === undefined) return amountMinor === 0 ? null : 'missing';
  if (!isCurrency(cash.currency)) return 'not_a_currency';
  if (amountMinor === 0) return 'not_asked_for';
  const unitMinor = chargeUnitMinor(cash.currency);
  const isChargeable = lines.every((line) => (line.cashEachMinor ?? 0) % unitMinor === 0);
  return isAmountMinor(amountMinor) && isChargeable ? null : 'not_an_amount';
}

/**
 * A voucher is one coupon or service, and nothing of it travels; everything else goes to an address or
 * is picked up.
 */
function checkVoucher({ lines, voucher, delivery, pickUp }: RedeemInput) {
  const gives = lines.some((line) => isVoucherKind(kindOf(line)));
  if (!gives && voucher !== undefined) return invalid('voucher', 'not_a_voucher');
  if (!gives && pickUp !== undefined)
    return delivery === null ? null : invalid('delivery', 'nothing_to_deliver');
  if (!gives) return delivery === null ? invalid('delivery', 'missing') : null;
  if (pickUp !== undefined) return invalid('pickUp', 'nothing_to_pick_up');
  const [line, ...others] = lines;
  if (line?.quantity !== 1 || others.length > 0) return invalid('quantity', 'one_voucher_at_a_time');
  if (delivery !== null) return invalid('delivery', 'nothing_to_deliver');
  return voucher && isVoucherCode(voucher.code) ? null : invalid('voucher', 'not_a_code');
}

function checkRedeem({ redemptionId, lines }: RedeemInput): string | null {
  if (!isName(redemptionId)) return 'not_a_name';
  if (lines.length === 0) return 'empty';
  if (lines.length > LINES_MAX) return 'too_many';
  if (new Set(lines.map((line) => line.lineId)).size !== lines.length) return 'line_named_twice';
  if (!lines.every((line) => [line.lineId, line.rewardId, line.stockId].every(isName))) return 'not_a_name';
  if (!lines.every((line) => isWithin(line.quantity, 1, QUANTITY_MAX))) return 'not_a_quantity';
  if (!lines.every((line) => isWithin(line.pointsEach, 0, POINTS_PER_COMMAND_MAX / QUANTITY_MAX)))
    return 'not_points';
  return null;
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function checkLimits(input: RedeemInput, limits: RedeemLimits): Refusal | null {
  for (const { rewardId, units } of unitsByReward(input.lines)) {
    const bounds = input.lines.flatMap((line) =>
      line.rewardId === rewardId && line.limitPerMember !== null ? [line.limitPerMember] : [],
    );
    if (bounds.length === 0) continue;
    const limit = Math.min(...bounds);
    const taken = limits.takenUnits.get(rewardId) ?? 0;
    if (taken + units > limit) return { code: 'limit_reached', limit, taken };
  }
  if (limits.openHolds >= input.openHoldsMax) return { code: 'too_many_holds', limit: input.openHoldsMax };
  return null;
}
