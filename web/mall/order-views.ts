import type { RedemptionState } from '../../src/domain/redemption/redemption.ts';
import type { TextInLanguage } from '../../src/messages/localized-text.ts';
import type { VoucherView } from './views.ts';

export type RedemptionTile = {
  redemptionId: string;
  name: TextInLanguage;
  quantity: number;
  pictureUrl: string | null;
  points: number;
  state: RedemptionState;
  createdAtMs: number;
  /** Cash beside the points, in words; null where there was none. */
  cash: string | null;
  /** How it stands, in words that name who or what ended it. */
  stateLabel: string;
  /** Until when it can be paid online; null where nothing is to be paid so shortly. */
  pay: { untilMs: number; minutesLeft: number } | null;
  /** Until when its cash is waited for in the shop; null where none is. */
  counterUntilMs: number | null;
  refunded: PaymentPanel['refunded'];
};

/** The cash of an order: what is asked or was paid, and what went back. */
export type PaymentPanel = {
  method: 'online' | 'counter';
  amount: string;
  /** `unknown`: let go without Stripe's word; what turns out to have been paid comes back. */
  step: 'to_pay' | 'preparing' | 'ending' | 'paid' | 'none' | 'unknown';
  /** Where to pay; null while Stripe has not answered, and at the counter. */
  url: string | null;
  payUntilMs: number;
  minutesLeft: number;
  /** The cash that a cancel gives back; null where there is none. */
  givesBack: { amount: string; amountMinor: number } | null;
  refunds: { amount: string; state: 'under_way' | 'done' | 'delayed' | 'by_hand'; atMs: number }[];
  /** Whether what came in has gone, or is on its way, back. */
  refunded: 'none' | 'part' | 'whole';
};

/** A branch, by the name alone where it is no more. */
export type PickUpPlace = {
  name: string;
  address: string | null;
  hours: string | null;
  mapUrl: string | null;
};

export type RedemptionDetail = RedemptionTile & {
  /** What was redeemed, where it still has a page. */
  rewardId: string | null;
  /** By when the shop usually has it packed; null where nothing waits to be. */
  packByMs: number | null;
  /** The last characters of the id: short enough to read out. */
  number: string;
  timeline: { label: string; atMs: number }[];
  /** What she had to spend when the page was drawn; null where it could not be read. */
  availablePoints: number | null;
  /** Null once erased; absent from the page where nothing is delivered. */
  address: string[] | null;
  /** False for a coupon or a service, and for what she picks up. */
  delivers: boolean;
  /** She takes it with her in the shop. */
  pickUp: boolean;
  /** At which branch; null where the shop has none to choose. */
  pickUpAt: PickUpPlace | null;
  /** What its parcel costs on arrival, money; null where nothing. */
  shippingFee: string | null;
  voucher: VoucherView | null;
  parcel: { carrier: string; trackingNumber: string } | null;
  undoneBecause: string | null;
  request: { state: 'open' | 'accepted' | 'declined'; atMs: number; reason: string | null } | null;
  /** What the shop wrote when it declined or cancelled. */
  shopReason: string | null;
  payment: PaymentPanel | null;
  mayCancel: boolean;
  /** How often she may ask the shop to cancel, now; 0: not at all. */
  cancelRequestsLeft: number;
  mayReceive: boolean;
  idempotencyKey: string;
  refusal: string | null;
};
