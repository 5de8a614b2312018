import { expect, test } from 'vitest';
import { lacksSale, type MemberDayChange, memberDayChanges } from '../../src/domain/fold/member-day.ts';
import type { JournalType, JsonObject } from '../../src/domain/journal.ts';
import { decideFirstReport, decideLaterReport } from '../../src/domain/ledger/earn-order.ts';
import type { Draft, Ledger } from '../../src/domain/ledger/ledger.ts';
import type { Purchase } from '../../src/domain/ledger/purchase.ts';
import { decideRefund } from '../../src/domain/ledger/refund-order.ts';
import {
  after,
  DAY_MS,
  emptyLedger,
  line,
  NOW_MS,
  order,
  programme,
  published,
  staff,
  ZONE,
} from './ledger/world.ts';

const ACCOUNT = { kind: 'account', tenantId: 'ten_1', objectId: 'mem_1' } as const;

function changesOf(type: JournalType, body: JsonObject, atMs = NOW_MS): MemberDayChange[] {
  const chained = {
    epoch: 1,
    seq: 1,
    detail: null,
    salt: null,
    detailHash: null,
    previousHash: '',
    hash: '',
  };
  return memberDayChanges(ACCOUNT, { ...chained, atMs, type, body });
}

const said = (changes: MemberDayChange[]) =>
  changes.map(({ atMs, ...fields }) => ({
    daysLater: Math.floor((atMs - NOW_MS) / DAY_MS),
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== 0)),
  }));
const entry = (points: number, more: JsonObject = {}) => ({ points, balanceAfter: 0, ...more });

/** One purchase from its first report on, and what each later row says of its member's days. */
function bought(given: Parameters<typeof order>[0] = {}) {
  const body = programme({ clawback: 'write_off' });
  let ledger: Ledger = emptyLedger();
  let purchase: Purchase;
  let nowMs = NOW_MS;
  const take = ({ draft, purchase: next }: { draft: Draft; purchase: Purchase }) => {
    ledger = after(ledger, draft);
    purchase = next;
    return said(draft.facts.flatMap(({ type, body: told }) => changesOf(type, told, nowMs)));
  };
  const input = (status: 'completed' | 'cancelled') => ({
    order: order({ ...given, status }),
    programme: published(body),
    timeZone: ZONE,
    actor: staff,
  });
  const changed = <Change>(decision: { kind: string; change?: Change }): Change => {
    if (decision.change === undefined) throw new Error(JSON.stringify(decision));
    return decision.change;
  };
  const first = take(changed(decideFirstReport(ledger, input('completed'), nowMs)));
  return {
    first,
    refund(refundId: string, amountMinor: number, daysLater = 3) {
      nowMs = NOW_MS + daysLater * DAY_MS;
      const asked = { refundId, lines: [{ lineId: 'l1', amountMinor }], actor: staff };
      return take(changed(decideRefund(ledger, purchase, body, asked, nowMs)));
    },
    cancel(daysLater = 3) {
      nowMs = NOW_MS + daysLater * DAY_MS;
      return take(changed(decideLaterReport(ledger, purchase, body, input('cancelled'), nowMs)));
    },
  };
}

test('a purchase counts on the day it was made, its points on the day of the books', () => {
  expect(bought().first).toEqual([{ daysLater: 0, purchases: 1, spentMinor: 10_000, issuedPoints: 100 }]);
  expect(bought({ occurredAtMs: NOW_MS - 2 * DAY_MS }).first).toEqual([
    { daysLater: 0, issuedPoints: 100 },
    { daysLater: -2, purchases: 1, spentMinor: 10_000 },
  ]);
});

test('a refund lowers the sales of the day of the purchase; once nothing is left it was no purchase', () => {
  const purchase = bought();
  expect(purchase.refund('r1', 4_000)).toEqual([
    { daysLater: 3, issuedPoints: -40 },
    { daysLater: 0, spentMinor: -4_000 },
  ]);
  expect(purchase.refund('r2', 6_000)).toEqual([
    { daysLater: 3, issuedPoints: -60 },
    { daysLater: 0, purchases: -1, spentMinor: -6_000 },
  ]);
  expect(purchase.cancel()).toEqual([{ daysLater: 0 }]);
});

test('a cancelled purchase takes back what refunds had left of it, and one that cost nothing counts as well', () => {
  const purchase = bought();
  purchase.refund('r1', 4_000);
  expect(purchase.cancel(1)).toEqual([
    { daysLater: 1, issuedPoints: -60 },
    { daysLater: 0, purchases: -1, spentMinor: -6_000 },
  ]);
  const visit = bought({ lines: [line({ amountMinor: 0 })] });
  expect([visit.first, visit.cancel(1)]).toEqual([
    [{ daysLater: 0, purchases: 1 }],
    [{ daysLater: 0, purchases: -1 }],
  ]);
});

test('every entry is issued, redeemed, expired or brought along, and nothing is two of them', () => {
  const moved = (type: JournalType, points: number, more: JsonObject = {}) =>
    said(changesOf(type, entry(points, more)));
  expect([
    moved('points.adjusted', 20),
    moved('points.adjusted', -20),
    moved('points.written_off', 5),
    moved('points.redeemed', -500),
    moved('points.returned', 500),
    moved('points.expired', -7),
  ]).toEqual([
    [{ daysLater: 0, issuedPoints: 20 }],
    [{ daysLater: 0, issuedPoints: -20 }],
    [{ daysLater: 0, issuedPoints: 5 }],
    [{ daysLater: 0, redemptions: 1, redeemedPoints: 500 }],
    [{ daysLater: 0, redeemedPoints: -500 }],
    [{ daysLater: 0, expiredPoints: 7 }],
  ]);
});

test('an older list counts on the days it tells of; what it says was held is brought along', () => {
  const listed = (type: JournalType, points: number, movement: string, cost: JsonObject = {}) =>
    said(
      changesOf(
        type,
        entry(points, { importBatchId: 'cards', movement, occurredAtMs: NOW_MS - 90 * DAY_MS, ...cost }),
      ),
    );
  expect([
    listed('points.earned', 128, 'earned'),
    listed('points.earned', 128, 'earned', { amountMinor: 12_800 }),
    listed('points.redeemed', -100, 'redeemed'),
    listed('points.expired', -8, 'expired'),
    listed('points.earned', 320, 'balance'),
    said(
      changesOf('points.adjusted', entry(-300, { source: { kind: 'import_reversal', batchId: 'cards' } })),
    ),
  ]).toEqual([
    [{ daysLater: -90, purchases: 1, issuedPoints: 128 }],
    [{ daysLater: -90, purchases: 1, spentMinor: 12_800, issuedPoints: 128 }],
    [{ daysLater: -90, redemptions: 1, redeemedPoints: 100 }],
    [{ daysLater: -90, expiredPoints: 8 }],
    [{ daysLater: -90, broughtPoints: 320 }],
    [{ daysLater: 0, broughtPoints: -300 }],
  ]);
});

test('stocks and what moves nothing say nothing of a member’s day', () => {
  expect([
    memberDayChanges(
      { ...ACCOUNT, kind: 'stock' },
      {
        ...{ epoch: 1, seq: 1, atMs: 0, type: 'stock.opened', body: {} },
        ...{ detail: null, salt: null, detailHash: null, previousHash: '', hash: '' },
      },
    ),
    changesOf('lot.matured', { maturedPoints: 5 }),
    changesOf('account.opened', { importBatchId: 'cards' }),
  ]).toEqual([[], [], []]);
});

test('what a purchase tells now has its sale, what older rows told lacks it', () => {
  const row = (body: JsonObject, type: JournalType = 'points.earned') => ({
    ...{ epoch: 1, seq: 1, atMs: NOW_MS, detail: null, salt: null, detailHash: null },
    ...{ previousHash: '', hash: '', type, body },
  });
  const order = { orderId: '1' };
  expect([
    lacksSale(row({ order })),
    lacksSale(row({ order, sale: { amountMinor: 0, purchases: 1 } })),
    lacksSale(row({ movement: 'earned' })),
    lacksSale(row({ order }, 'points.clawed_back')),
  ]).toEqual([true, false, false, false]);
});
