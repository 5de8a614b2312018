import type { ActorRef } from '../actor.ts';
import type { CouponTerms, RewardKind } from '../catalogue/reward-kind.ts';
import type { JsonObject } from '../journal.ts';
import type { Allocation } from '../ledger/lot.ts';
import { type Payment, type PaymentView, viewOfPayment } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { isOver, type Voucher, type VoucherOffer } from './voucher.ts';

export type DeliveryAddress = {
  recipientName: string;
  phone: string;
  country: string;
  region: string;
  city: string;
  line1: string;
  line2: string | null;
  postalCode: string | null;
};

/** One reward of a redemption as quoted to the member; the stock's price gate has the last word. */
export type RedemptionLineInput = {
  lineId: string;
  rewardId: string;
  stockId: string;
  /** Absent: goods. */
  kind?: RewardKind;
  /** What a coupon was worth when it was redeemed. */
  coupon?: CouponTerms;
  /** Names by locale, kept so that history reads the same after the reward is renamed. */
  names: Record<string, string>;
  quantity: number;
  pointsEach: number;
  /** Cash for each unit beside the points; absent: points alone. */
  cashEachMinor?: number;
  priceVersion: number;
  limitPerMember: number | null;
};

/**
 * `reserving`, and where cash is to come `awaiting_payment` → decided `committing` or `undoing` →
 * `confirmed` or `undone`; from `confirmed` `cancelling` → `cancelled`, or `in_fulfilment` (the fence) →
 * `shipped` → `received`; what is handed over in the shop is received at once. A voucher is `issued` with
 * its confirmation, beyond the fence: then it is `used` or `expired`, or the shop cancels it. What she
 * picks up goes from `in_fulfilment` to `ready` and is `received` when it is handed over.
 */
export type RedemptionState =
  | 'reserving'
  | 'awaiting_payment'
  | 'committing'
  | 'undoing'
  | 'undone'
  | 'confirmed'
  | 'cancelling'
  | 'cancelled'
  | 'in_fulfilment'
  | 'shipped'
  | 'ready'
  | 'received'
  | 'issued'
  | 'used'
  | 'expired';

export type CancelRequest = {
  state: 'open' | 'accepted' | 'declined';
  reason: string | null;
  requestedAtMs: number;
  answeredAtMs: number | null;
  /** What she asked before for the same redemption, all of it declined, oldest first; absent: nothing. */
  declinedBefore?: DeclinedRequest[];
};

export type DeclinedRequest = { requestedAtMs: number; answeredAtMs: number | null };

/** A branch by the name it had. */
export type PickUpBranch = { id: string; name: string };

export type RedemptionView = {
  redemptionId: string;
  memberId: string;
  state: RedemptionState;
  version: number;
  points: number;
  lines: RedemptionLineInput[];
  /** Null once erased, and where nothing is delivered. */
  delivery: DeliveryAddress | null;
  /** She takes it with her in the shop; absent: it is sent, or is a voucher. */
  pickUp?: true;
  /** Where she takes it, of a shop with branches. */
  branch?: PickUpBranch;
  /** What whoever takes the parcel in pays its carrier, in minor units, as the shop said; absent: nothing. */
  shippingFeeMinor?: number;
  /** Who redeemed it in her name, with her there; absent: she herself. */
  redeemedBy?: ActorRef;
  /** Why it was undone or cancelled: a refusal code of the stock, or who cancelled. */
  undoneBecause: string | null;
  cancelRequest: CancelRequest | null;
  /** What the shop told the member, in its own words, when it last declined or cancelled. */
  shopReason?: string | null;
  /** Who cancelled it, or agreed to; absent where nobody did, or where it was not yet noted. */
  cancelledBy?: ActorRef | null;
  carrier: string | null;
  trackingNumber: string | null;
  /** From its issue on; absent: goods. */
  voucher?: Voucher;
  /** Who took the voucher; absent while nobody did, and where it was not yet noted. */
  usedBy?: ActorRef;
  /** Who put it into her hand; absent while nobody did, and where it was not yet noted. */
  handedOverBy?: ActorRef;
  /** The cash part; absent: points alone. */
  payment?: PaymentView;
  createdAtMs: number;
  updatedAtMs: number;
  /** Every state with the time it was entered, oldest first. */
  timeline: { state: RedemptionState; atMs: number }[];
};

export type HoldState = 'pending' | 'captured' | 'released';

/** A redemption as its account keeps it: what is shown, and the hold that pays for it. */
export type Redemption = Omit<RedemptionView, 'payment'> & {
  payment?: Payment;
  /** The stock's "no" that undid it, given again to whoever sends the command again. */
  refusal: Refusal | null;
  /** Nobody is shown a code before its voucher is issued. */
  voucherOffer?: VoucherOffer;
  /** She stands at the counter: with its confirmation it is in her hand. */
  handsOver?: true;
  hold: { state: HoldState; allocations: Allocation[] };
  graceDays: number;
  createdSeq: number;
  seq: number;
};

/** States in which the coordinator still has calls to make; the alarm finds them. */
export const UNFINISHED_STATES: readonly RedemptionState[] = [
  'reserving',
  'committing',
  'undoing',
  'cancelling',
];

/** States that still need her name, her address or her points: an account is closed after them, not in them. */
export const UNDER_WAY_STATES: readonly RedemptionState[] = [
  ...UNFINISHED_STATES,
  'awaiting_payment',
  'confirmed',
  'in_fulfilment',
  'ready',
];

/** States in which what she picks up has not been handed over yet. */
export const PICK_UP_WAITS: readonly RedemptionState[] = ['confirmed', 'in_fulfilment', 'ready'];

export function isUnfinished(state: RedemptionState): boolean {
  return UNFINISHED_STATES.includes(state);
}

export function viewOfRedemption(redemption: Redemption): RedemptionView {
  const {
    refusal: _refusal,
    voucherOffer: _offer,
    handsOver: _hands,
    hold: _hold,
    graceDays: _graceDays,
    createdSeq: _created,
    seq: _seq,
    payment,
    ...view
  } = redemption;
  return payment ? { ...view, payment: viewOfPayment(payment) } : view;
}

/**
 * What every row about a redemption carries: the view without what could name a person. The row in
 * which such a thing first appears holds it in its erasable detail. Whoever has the address of an open
 * payment could pay it, so it stays in the account.
 */
export function redemptionBody(redemption: Redemption): JsonObject {
  const { cancelRequest, shopReason: _words, payment, ...view } = viewOfRedemption(redemption);
  const request = cancelRequest && { ...cancelRequest, reason: null };
  const cash = payment && { payment: { ...payment, url: null } };
  return { redemption: { ...view, ...cash, cancelRequest: request, delivery: null } };
}

/** What a redemption is by the clock: a voucher ends at its time, whenever that is written down. */
export function standingAt<Shown extends RedemptionView | Redemption>(
  redemption: Shown,
  nowMs: number,
): Shown {
  const { state, voucher, timeline } = redemption;
  if (state !== 'issued' || !voucher || voucher.validUntilMs === null || !isOver(voucher, nowMs))
    return redemption;
  return {
    ...redemption,
    state: 'expired',
    timeline: [...timeline, { state: 'expired', atMs: voucher.validUntilMs }],
  };
}

/** A stock that has not answered for so long is taken to be away; the member gets her points back. */
const STOCK_AWAY_MS = 15 * 60_000;

/** When a redemption that its stocks leave without an answer is undone; null once it is decided. */
export function givenUpAtMs({ state, createdAtMs }: Redemption): number | null {
  return state === 'reserving' ? createdAtMs + STOCK_AWAY_MS : null;
}

/** Circumstances change, so a "no" may be asked about again; more often than this it is pestering. */
export const CANCEL_REQUESTS_MAX = 3;

/** How often the member may still ask the shop to cancel; what she asked already is counted. */
export function cancelRequestsLeft({ cancelRequest }: Pick<Redemption, 'cancelRequest'>): number {
  if (cancelRequest === null) return CANCEL_REQUESTS_MAX;
  return Math.max(0, CANCEL_REQUESTS_MAX - 1 - (cancelRequest.declinedBefore?.length ?? 0));
}

/** Units of each reward that the redemption counts against the member's limit. */
export function unitsByReward(lines: readonly RedemptionLineInput[]): { rewardId: string; units: number }[] {
  const units = new Map<string, number>();
  for (const line of lines) units.set(line.rewardId, (units.get(line.rewardId) ?? 0) + line.quantity);
  return [...units].map(([rewardId, count]) => ({ rewardId, units: count }));
}
