import { figuresOf } from '../../src/domain/figures/figures.ts';
import { type Period, periodOf } from '../../src/domain/figures/period.ts';
import type { FiguresAnswer, UnpublishedAnswer } from '../../src/features/home/schemas.ts';
import type { LetterList } from '../../src/features/letters/schemas.ts';
import type { NoticeLog, NoticesAnswer } from '../../src/features/staff-notices/schemas.ts';
import type { Home } from '../../web/console/home/api.ts';
import { agoAt } from './fixture-data.ts';

export const home: Home = {
  toShip: 2,
  oldestToShipAt: agoAt(60),
  inFulfilment: 1,
  cancelRequests: 1,
  refunds: 1,
  counterPayments: 1,
  vouchersToVerify: 2,
  openQuestions: 2,
  missingPoints: 1,
  nearlyGone: 2,
  members: 128,
  isDemo: true,
  balancePoints: 48_210,
  marginPercent: null,
  audit: { at: agoAt(1), findings: 0 },
  dataUntil: agoAt(3),
  cashTakenMinor: 16_670,
  cashRefundedMinor: 1_000,
  liveRewards: 1,
  hasProgramme: true,
  parkedRecords: 2,
  recent: [
    {
      id: '1',
      type: 'points.redeemed',
      at: agoAt(3),
      memberId: 'mem_10000009',
      memberName: '林小满',
      memberNumber: '10000009',
      points: -500,
      redemptionId: 'rdm_1',
      cash: { amountMinor: 16_670, currency: 'CNY' },
    },
    {
      id: '2',
      type: 'points.earned',
      at: agoAt(70),
      memberId: 'mem_10000017',
      memberName: null,
      memberNumber: '10000017',
      points: 128,
      redemptionId: null,
      cash: null,
    },
  ],
};

/** A shop that nothing has happened in. */
export const emptyHome: Home = {
  ...home,
  toShip: 0,
  oldestToShipAt: null,
  inFulfilment: 0,
  cancelRequests: 0,
  refunds: 0,
  counterPayments: 0,
  vouchersToVerify: 0,
  cashTakenMinor: 0,
  cashRefundedMinor: 0,
  openQuestions: 0,
  missingPoints: 0,
  nearlyGone: 0,
  members: 0,
  balancePoints: 0,
  audit: null,
  dataUntil: null,
  liveRewards: 0,
  hasProgramme: false,
  parkedRecords: 0,
  recent: [],
};

/** A shop of 128 members, thirty days in a row, none of which is like the other. */
export const figures: FiguresAnswer = {
  period: '30',
  fromDay: '2026-10-25',
  toDay: '2026-11-23',
  members: 128,
  hasOpening: true,
  knownFrom: null,
  repeat: {
    now: { buyers: 100, repeatBuyers: 24 },
    before: { buyers: 100, repeatBuyers: 20 },
    daily: everyDay((place) => place % 5),
  },
  active: { now: 109, before: 88, daily: everyDay((place) => (place * 7) % 11) },
  redemption: {
    now: { issuedPoints: 39_744, redeemedPoints: 13_910 },
    before: { issuedPoints: 34_560, redeemedPoints: 9_300 },
    daily: everyDay((place) => (place * 37) % 600),
  },
  joined: { now: 12, before: 15, daily: everyDay((place) => place % 3) },
  sales: {
    now: { amountMinor: 3_974_400, purchases: 310 },
    before: { amountMinor: 3_456_000, purchases: 270 },
    daily: everyDay((place) => ((place * 13) % 9) * 12_800),
  },
  days: everyDay((place) => place).map((place) => ({
    day: new Date(Date.UTC(2026, 9, 25 + place)).toISOString().slice(0, 10),
    issuedPoints: ((place * 13) % 9) * 128 + 300,
    redeemedPoints: (place * 37) % 600,
    expiredPoints: place % 10 === 3 ? 120 : 0,
  })),
};

function everyDay(of: (place: number) => number): number[] {
  return Array.from({ length: 30 }, (_, place) => of(place));
}

/** The figures of a shop without members. */
export function emptyFigures(): FiguresAnswer {
  const told = { days: [], members: [], joined: [], firstDay: null };
  const period = periodOf('30', { today: figures.toDay, openedDay: null }) as Period;
  return { ...figures, members: 0, hasOpening: false, ...figuresOf(told, period) };
}

/** Two changes of the design and one reward that members see as it was. */
export const unpublished: UnpublishedAnswer = {
  design: 2,
  rewards: [{ id: 'rwd_1', names: { 'zh-CN': '围巾' } }],
};

const KINDS = ['order_confirmed', 'order_shipped', 'order_refunded', 'question_answered', 'account_closed'];
const STATES = ['sent', 'waiting', 'failed', 'skipped', 'sent'] as const;

/** A letter of every state. */
export const letters: LetterList = {
  items: KINDS.map((kind, place) => ({
    ...{ id: `${kind}/${place}`, kind, state: STATES[place] ?? 'sent', tries: place === 1 ? 2 : 1 },
    ...{ createdAt: agoAt(place + 2), doneAt: place === 1 ? null : agoAt(place + 1) },
    nextTryAt: place === 1 ? agoAt(-1) : null,
    ...{ memberId: 'mem_10000009', memberName: place === 4 ? null : '林小满', memberNumber: null },
    subjectId: 'rdm_1',
  })),
  nextCursor: null,
};

export const notices: NoticesAnswer = {
  email: 'lin@mianyu.test',
  choice: { muted: ['stock'], locale: null, quietNights: true },
};

/** A letter to staff of every state, and one that shows that letters arrive. */
export const noticeLog: NoticeLog = {
  items: (['waiting', 'waiting', 'failed', 'skipped', 'sent', 'sent'] as const).map((state, place) => ({
    ...{ id: `notice/usr_1/${place}`, kind: place === 5 ? 'staff_test' : 'staff_notice', state },
    told: place === 2 || place === 4 ? { to_ship: 3, question: 1, stock: 12 } : null,
    failure: state === 'failed' ? 'refused' : place === 1 ? 'away' : null,
    ...{ tries: [0, 2, 7, 1, 1, 1][place] ?? 1, createdAt: agoAt(place + 2) },
    doneAt: state === 'waiting' ? null : agoAt(place + 1),
    dueAt: state === 'waiting' ? agoAt(-1) : null,
    name: place === 4 ? null : '林小满',
  })),
  nextCursor: null,
};
