import { expect, test } from 'vitest';
import type { Overview } from '../../src/account/contract.ts';
import type { JournalRow } from '../../src/domain/journal.ts';
import { pointsView } from '../../src/features/member-pages/points-view.ts';
import { BALANCES, frame, NOW_MS } from './fixtures.ts';

const DAY_MS = 86_400_000;
const IN_A_WEEK = NOW_MS + 7 * DAY_MS;

/** A purchase of 99 points that are credited in a week. */
const EARNED: JournalRow = {
  epoch: 1,
  seq: 7,
  atMs: NOW_MS - DAY_MS,
  type: 'points.earned',
  body: {
    points: 99,
    balanceAfter: 199,
    order: {
      channel: 'counter',
      orderId: 'A-1001',
      points: 99,
      availableAtMs: IN_A_WEEK,
      trace: { programmeVersion: 1, points: 99, lines: [] },
    },
  },
  detail: null,
  salt: null,
  detailHash: null,
  previousHash: '',
  hash: '',
};

/** Until when the one entry says that its points wait. */
function pendingUntil(maturities: Overview['maturities']) {
  const { words } = frame('zh-CN', '/points');
  const overview = {
    balances: BALANCES,
    expiries: [],
    maturities,
    sessionGeneration: 0,
    openHolds: 0,
    frozenAtMs: null,
    seq: 8,
  };
  const source = {
    who: null,
    tab: 'all' as const,
    overview,
    entries: { items: [EARNED], nextCursor: null },
    sums: null,
    paged: false,
    missing: { number: { value: '', error: null }, idempotencyKey: 'key-1' },
  };
  const shop = { currency: 'CNY', timeZone: 'Asia/Shanghai' };
  return pointsView(words, source as never, shop).entries?.months[0]?.items[0]?.pendingUntilMs;
}

test('points that were undone before they were credited wait no more', () => {
  expect(pendingUntil([{ availableAtMs: IN_A_WEEK, points: 99 }])).toBe(IN_A_WEEK);
  expect(pendingUntil([])).toBeNull();
  expect(pendingUntil([{ availableAtMs: IN_A_WEEK + DAY_MS, points: 5 }])).toBeNull();
});

test('beyond the times that an account lists, an entry keeps saying when its points come', () => {
  const listed = [
    { availableAtMs: IN_A_WEEK - DAY_MS, points: 5 },
    { availableAtMs: null, points: 99 },
  ];
  expect(pendingUntil(listed)).toBe(IN_A_WEEK);
});
