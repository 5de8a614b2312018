import type { ListedRedemption, Trail } from '../../web/console/redemptions/api.ts';
import { CASH } from './fixture-cash.ts';
import { agoAt } from './fixture-data.ts';

const redemption = (id: string, hours: number, over: Partial<ListedRedemption>): ListedRedemption => ({
  id,
  memberId: 'mem_10000009',
  state: 'confirmed',
  version: 3,
  points: 500,
  payment: null,
  voucher: null,
  lines: [
    {
      lineId: '1',
      rewardId: 'rwd_1',
      kind: 'goods',
      coupon: null,
      names: { 'zh-CN': '手作餐具两件套', en: 'Tableware set' },
      quantity: 1,
      pointsEach: 500,
      cashEachMinor: 0,
      priceVersion: 1,
    },
  ],
  delivery: {
    recipientName: '林小满',
    phone: '13800001234',
    country: 'CN',
    region: '浙江省',
    city: '杭州市',
    line1: '西湖区文三路 90 号东部软件园 3 号楼 502',
    line2: null,
    postalCode: '310012',
  },
  pickUp: false,
  branch: null,
  shippingFeeMinor: 0,
  redeemedBy: null,
  undoneBecause: null,
  cancelRequest: null,
  shopReason: null,
  cancelledBy: null,
  usedBy: null,
  handedOverBy: null,
  carrier: null,
  trackingNumber: null,
  createdAt: agoAt(hours),
  updatedAt: agoAt(hours),
  timeline: [
    { state: 'reserving', at: agoAt(hours) },
    { state: 'committing', at: agoAt(hours) },
    { state: 'confirmed', at: agoAt(hours) },
  ],
  member: { number: '10000009', displayName: '林小满' },
  pictureUrl: null,
  ...over,
});

const WHY: Trail['entries'][number]['why'] = {
  kind: 'redemption',
  channel: null,
  orderId: null,
  refundId: null,
  redemptionId: 'rdm_1',
  reason: null,
  note: null,
  movement: null,
  programmeVersion: null,
  trace: null,
  occurredAt: null,
  availableAt: null,
  expiresAt: null,
};

export const redemptions: ListedRedemption[] = [
  redemption('rdm_1', 3, {}),
  redemption('rdm_2', 60, {}),
  redemption('rdm_3', 20, {
    state: 'in_fulfilment',
    cancelRequest: {
      state: 'open',
      reason: '地址填错了',
      requestedAt: agoAt(1),
      answeredAt: null,
      declinedBefore: [],
    },
  }),
  redemption('rdm_5', 1, { state: 'awaiting_payment', payment: CASH.waiting }),
  redemption('rdm_6', 2, { payment: CASH.eventful }),
  redemption('rdm_7', 5, {
    state: 'used',
    delivery: null,
    voucher: { code: 'ABCD2345', issuedAt: agoAt(5), validUntil: agoAt(-500), usedAt: agoAt(1) },
    timeline: [
      { state: 'reserving', at: agoAt(5) },
      { state: 'confirmed', at: agoAt(5) },
      { state: 'issued', at: agoAt(5) },
      { state: 'used', at: agoAt(1) },
    ],
  }),
  redemption('rdm_8', 5, {
    state: 'cancelled',
    undoneBecause: 'staff',
    shopReason: '样品破损',
    cancelledBy: { kind: 'staff', name: '阿美', branch: null },
    payment: CASH.owed,
    timeline: [
      { state: 'reserving', at: agoAt(5) },
      { state: 'cancelled', at: agoAt(1) },
    ],
  }),
  redemption('rdm_9', 6, { state: 'undone', undoneBecause: 'payment_expired' }),
  redemption('rdm_4', 90, { state: 'shipped', carrier: '顺丰速运', trackingNumber: 'SF1234567890' }),
];

/** What one of them left in the books and in the post. */
export const trail: Trail = {
  entries: [
    { type: 'points.redeemed', seq: 8, at: agoAt(3), points: -500, balanceAfter: 786, why: WHY },
    { type: 'points.returned', seq: 9, at: agoAt(1), points: 500, balanceAfter: 1286, why: WHY },
  ],
  letters: [
    { kind: 'order_confirmed', state: 'sent', at: agoAt(3) },
    { kind: 'order_shipped', state: 'failed', at: agoAt(1) },
  ],
};

const counts = {
  awaiting_payment: 1,
  to_ship: 4,
  confirmed: 3,
  in_fulfilment: 1,
  shipped: 1,
  received: 0,
  after_sales: 2,
  cancel_requests: 1,
  refunds: 1,
};

/** What a list answers; whatever is searched for is not found. */
export function redemptionList(query: URLSearchParams) {
  const state = query.get('state');
  const isListed = (each: ListedRedemption) =>
    state === null ||
    each.state === state ||
    (state === 'to_ship' && ['confirmed', 'in_fulfilment'].includes(each.state)) ||
    (state === 'cancel_requests' && each.cancelRequest?.state === 'open');
  return {
    items: query.has('search') ? [] : redemptions.filter(isListed),
    counts,
    tooMany: false,
    nextCursor: null,
  };
}
