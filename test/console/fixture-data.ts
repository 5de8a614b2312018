import type { Onboarding } from '../../src/domain/onboarding/onboarding.ts';
import type { Reward, Shelf } from '../../web/console/catalogue/api.ts';
import type { Entry, Member, MemberOverview } from '../../web/console/members/api.ts';
import type { ProgrammeAnswer } from '../../web/console/programme/api.ts';
import type { Me, Shop } from '../../web/console/session/session.ts';

/** A shop as the screens' tests see it: one of everything, with long and short names. */
const HOUR_MS = 3_600_000;
export const agoAt = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();

export const shop: Shop = {
  id: 'ten_1',
  slug: 'mianyu',
  name: '棉屿 Mianyu',
  state: 'building',
  locale: 'zh-CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  industry: 'clothing',
  pointsName: {
    'zh-CN': { one: '积分', other: '积分' },
    'zh-TW': { one: '點數', other: '點數' },
    en: { one: 'point', other: 'points' },
  },
  contact: { phone: null, email: null, address: null, wechat: null },
  goal: null,
  mallUrl: 'http://mianyu.localhost:8787/',
};

/** With a reward of the shop's own among those to tick. */
export const onboarding: Onboarding = {
  goal: null,
  step: 'rewards',
  averageOrderMinor: null,
  marginPercent: null,
  picks: { rwd_1: { ticked: true, units: null } },
  sample: null,
};

export const me: Me = {
  user: { id: 'user_1', name: '林店主', email: 'owner@mianyu.example', emailVerified: false },
  tenant: shop,
  role: 'owner',
  mallUrl: 'http://mianyu.localhost:8787/',
  device: null,
};

const member = (number: string, over: Partial<Member> = {}): Member => ({
  id: `mem_${number}`,
  number,
  phone: null,
  email: null,
  externalId: null,
  displayName: '',
  locale: 'zh-CN',
  state: 'active',
  joinedFrom: 'poster',
  joinLinkId: null,
  isTest: false,
  createdAt: agoAt(24 * 40),
  ...over,
});

const figures = (availablePoints: number, spentMinor: number, lastVisitDays: number | null) => ({
  balancePoints: availablePoints,
  availablePoints,
  spentMinor,
  lastVisitAt: lastVisitDays === null ? null : agoAt(24 * lastVisitDays),
  frozenAt: null as string | null,
});

export const members = [
  {
    ...member('10000009', { displayName: '林小满', phone: '+8613800001234' }),
    ...figures(2_430, 386_000, 12),
  },
  {
    ...member('10000017', { email: 'a.very.long.address.of.someone@example-department.example' }),
    ...figures(-60, 0, null),
  },
  {
    ...member('10000025', { phone: '+8613900005678' }),
    ...figures(100, 12_800, 340),
    frozenAt: agoAt(30),
  },
];

export const overview: MemberOverview = {
  member: member('10000009', { displayName: '林小满', phone: '+8613800001234' }),
  balances: {
    availablePoints: 1802,
    pendingPoints: 128,
    heldPoints: 500,
    totalPoints: 2430,
    debtPoints: 0,
    balancePoints: 2430,
  },
  expiries: [{ expiresAt: new Date(Date.UTC(2027, 11, 31, 16)).toISOString(), points: 320 }],
  maturities: [{ availableAt: agoAt(-72), points: 128 }],
  frozenAt: null,
};

/** Why an entry was made; what is not given does not apply. */
export const whyOf = (why: Partial<Entry['why']>): Entry['why'] => ({
  kind: 'other',
  channel: null,
  orderId: null,
  refundId: null,
  redemptionId: null,
  reason: null,
  note: null,
  movement: null,
  programmeVersion: null,
  trace: null,
  occurredAt: null,
  availableAt: null,
  expiresAt: null,
  ...why,
});

export const entries = {
  items: [
    {
      seq: 9,
      type: 'points.redeemed',
      at: agoAt(3),
      points: -500,
      balanceAfter: 1930,
      why: whyOf({ kind: 'redemption', redemptionId: 'rdm_1' }),
    },
    {
      seq: 7,
      type: 'points.adjusted',
      at: agoAt(30),
      points: 100,
      balanceAfter: 2430,
      why: whyOf({ kind: 'adjustment', reason: 'missing_points', note: '10 月 3 日门店消费' }),
    },
    {
      seq: 4,
      type: 'points.earned',
      at: agoAt(70),
      points: 128,
      balanceAfter: 2330,
      why: whyOf({ kind: 'order', channel: 'web', orderId: '8842' }),
    },
  ],
  nextCursor: null,
};

export const programme: ProgrammeAnswer = {
  live: {
    version: 1,
    hash: 'h',
    effectiveAt: agoAt(240),
    currency: 'CNY',
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [{ category: '换季清仓', rate: { numerator: 1, denominator: 2 } }],
    signUpBonus: 0,
    visitPoints: 0,
    daysUntilEntry: 7,
    expiry: { kind: 'end_of_next_year' },
    clawback: 'owe',
    graceDays: 7,
    openHoldsMax: 10,
  },
  next: null,
};

export const versions: { items: ProgrammeAnswer['live'][] } = {
  items: [programme.live && { ...programme.live, version: 2, daysUntilEntry: 0 }, programme.live],
};

const terms = (pointsEach: number) => ({
  priceVersion: 1,
  pointsEach,
  mix: null,
  voucher: null,
  effectiveAt: agoAt(200),
  startsAt: null,
  endsAt: null,
});

/** The last minute of a month in the shop's zone. */
const MONTH_END = '2030-01-31T15:59:00.000Z';

export const rewards: Reward[] = [
  {
    id: 'rwd_1',
    state: 'live',
    draft: {
      kind: 'goods',
      coupon: null,
      validDays: null,
      names: { 'zh-CN': '手作餐具两件套', en: 'Handmade tableware, a bowl and a plate, speckled glaze' },
      descriptions: { 'zh-CN': '碗和盘各一只,点釉。' },
      pointsEach: 560,
      mix: null,
      marketPriceMinor: 5200,
      costMinor: 2200,
      limitPerMember: 2,
      startsAt: null,
      endsAt: MONTH_END,
      units: 80,
      pictureUrl: null,
    },
    draftVersion: 'a1b2c3d4e5f60718',
    published: {
      kind: 'goods',
      names: { 'zh-CN': '手作餐具两件套' },
      descriptions: { 'zh-CN': '碗和盘各一只,点釉。' },
      marketPriceMinor: 5200,
      limitPerMember: 2,
      pictureUrl: null,
      current: { ...terms(500), endsAt: MONTH_END },
      next: null,
    },
    hasUnpublishedChanges: true,
    stock: { unlimited: false, stockedUnits: 80, availableUnits: 71, reservedUnits: 1, takenUnits: 8 },
    createdAt: agoAt(300),
    updatedAt: agoAt(2),
  },
  {
    id: 'rwd_2',
    state: 'draft',
    draft: {
      kind: 'goods',
      coupon: null,
      validDays: null,
      names: { 'zh-CN': '羊毛围巾' },
      descriptions: {},
      pointsEach: null,
      mix: null,
      marketPriceMinor: null,
      costMinor: null,
      limitPerMember: null,
      startsAt: agoAt(-48),
      endsAt: agoAt(-72),
      units: 40,
      pictureUrl: null,
    },
    draftVersion: 'a1b2c3d4e5f60718',
    published: null,
    hasUnpublishedChanges: true,
    stock: null,
    createdAt: agoAt(20),
    updatedAt: agoAt(20),
  },
];

/** How each of them does. */
export const shelf: Shelf = {
  items: rewards.map((reward) => ({ ...reward, figures: { redeemed: 12, withinReach: 128 } })),
  figuresDays: 30,
};
