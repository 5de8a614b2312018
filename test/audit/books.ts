import type { AccountExport, RedemptionView } from '../../src/account/contract.ts';
import type { DatabaseEvidence, ObjectEvidence, TenantEvidence } from '../../src/audit/evidence.ts';
import { genesisHash, hashDetail, hashRow } from '../../src/domain/chain.ts';
import type { JournalRow, JournalType, JsonObject, ObjectKind } from '../../src/domain/journal.ts';
import type { StockExport } from '../../src/stock/contract.ts';
import { copiedFrom } from './copied.ts';

const TENANT = 'ten_1';
const MEMBER = 'mem_1';
const STOCK = 'rwd_1';
const NOW_MS = 1_700_000_000_000;
const CLERK = { kind: 'staff', id: 'usr_1' };

type Written = { type: JournalType; body: JsonObject; detail?: JsonObject };

function chain(kind: ObjectKind, objectId: string, written: readonly Written[]): JournalRow[] {
  const rows: JournalRow[] = [];
  for (const { type, body, detail = null } of written) {
    const salt = detail === null ? null : 'salt';
    const chained = {
      epoch: 1,
      seq: rows.length + 1,
      atMs: NOW_MS - 10_000 + rows.length,
      type,
      body,
      detailHash: detail === null || salt === null ? null : hashDetail(salt, detail),
      previousHash: rows.at(-1)?.hash ?? genesisHash({ kind, tenantId: TENANT, objectId, epoch: 1 }),
    };
    rows.push({ ...chained, detail, salt, hash: hashRow(chained) });
  }
  return rows;
}

const order = {
  channel: 'counter',
  orderId: 'r1',
  occurredAtMs: NOW_MS - 9_000,
  status: 'completed' as const,
  points: 2_000,
  clawedBackPoints: 0,
  spentMinor: 200_000,
  availableAtMs: NOW_MS - 9_000,
  expiresAtMs: null,
  trace: {
    programmeVersion: 1,
    lines: [
      {
        lineId: '1',
        category: null,
        amountMinor: 200_000,
        rate: { numerator: 1, denominator: 1 },
        points: 2_000,
      },
    ],
    points: 2_000,
  },
};

const delivery = {
  recipientName: '林夕',
  phone: '13800138000',
  country: 'CN',
  region: '浙江',
  city: '杭州',
  line1: '西湖区 1 号',
  line2: null,
  postalCode: null,
};

function redemptionIn(state: RedemptionView['state'], version: number): RedemptionView {
  return {
    redemptionId: 'rdm_1',
    memberId: MEMBER,
    state,
    version,
    points: 500,
    lines: [
      {
        lineId: 'l1',
        rewardId: STOCK,
        stockId: STOCK,
        names: { 'zh-CN': '帆布袋' },
        quantity: 1,
        pointsEach: 500,
        priceVersion: 1,
        limitPerMember: null,
      },
    ],
    delivery,
    undoneBecause: null,
    cancelRequest: null,
    carrier: null,
    trackingNumber: null,
    createdAtMs: NOW_MS - 9_000,
    updatedAtMs: NOW_MS - 8_000,
    timeline: [{ state: 'reserving', atMs: NOW_MS - 9_000 }],
  };
}

const bodyOf = (state: RedemptionView['state'], version: number): JsonObject => ({
  redemption: { ...redemptionIn(state, version), delivery: null },
});

function account(): ObjectEvidence {
  const journal = chain('account', MEMBER, [
    { type: 'account.opened', body: { timeZone: 'Asia/Shanghai' } },
    {
      type: 'points.earned',
      body: { points: 2_000, balanceAfter: 2_000, lotId: 2, order, source: { kind: 'order' } },
    },
    {
      type: 'points.adjusted',
      body: { points: 50, balanceAfter: 2_050, lotId: 3, reason: 'gift', actor: CLERK },
    },
    { type: 'redemption.updated', body: bodyOf('reserving', 1), detail: { delivery } },
    { type: 'points.redeemed', body: { points: -500, balanceAfter: 1_550, ...bodyOf('committing', 2) } },
    { type: 'redemption.updated', body: bodyOf('confirmed', 3) },
  ]);
  const balances = {
    availablePoints: 1_550,
    pendingPoints: 0,
    heldPoints: 0,
    totalPoints: 1_550,
    debtPoints: 0,
    balancePoints: 1_550,
  };
  const lot = { heldPoints: 0, availableAtMs: NOW_MS - 9_000, expiresAtMs: null };
  const state: AccountExport = {
    address: { tenantId: TENANT, memberId: MEMBER },
    ...headOf(journal),
    nextCursor: null,
    balances,
    lots: [
      { lotId: 2, originSeq: 2, points: 2_000, remainingPoints: 1_500, ...lot },
      { lotId: 3, originSeq: 3, points: 50, remainingPoints: 50, ...lot },
    ],
    holds: [
      {
        holdId: 'rdm_1',
        redemptionId: 'rdm_1',
        state: 'captured',
        points: 500,
        allocations: [{ lotId: 2, points: 500 }],
      },
    ],
    redemptions: [redemptionIn('confirmed', 3)],
    orders: [{ ...order, seq: 2 }],
    naturalKeys: [
      { naturalKey: 'order:["counter","r1"]', seq: 2 },
      { naturalKey: 'redemption:rdm_1', seq: 4 },
    ],
    transportKeys: [
      { key: 'k-order', seq: 2, result: { ...order, balances } },
      { key: 'k-adjust', seq: 3, result: { points: 50, balances: { ...balances, balancePoints: 2_050 } } },
    ],
  };
  return { kind: 'account', objectId: MEMBER, state, journal };
}

function stock(): ObjectEvidence {
  const level = (availableUnits: number, reservedUnits: number, takenUnits: number) => ({
    unlimited: false,
    stopped: false,
    stockedUnits: availableUnits + reservedUnits + takenUnits,
    availableUnits,
    reservedUnits,
    takenUnits,
  });
  const line = { redemptionId: 'rdm_1', lineId: 'l1', memberId: MEMBER, quantity: 1 };
  const terms = { priceVersion: 1, pointsEach: 500, effectiveAtMs: 0, startsAtMs: null, endsAtMs: null };
  const journal = chain('stock', STOCK, [
    { type: 'stock.opened', body: { policy: 'count', level: level(0, 0, 0) } },
    {
      type: 'stock.units_changed',
      body: { deltaUnits: 20, reason: 'first', actor: CLERK, level: level(20, 0, 0) },
    },
    { type: 'stock.price_published', body: { terms, actor: CLERK, level: level(20, 0, 0) } },
    { type: 'stock.reserved', body: { ...line, state: 'reserved', level: level(19, 1, 0) } },
    { type: 'stock.taken', body: { ...line, state: 'taken', level: level(19, 0, 1) } },
  ]);
  const { stopped: _, ...counts } = level(19, 0, 1);
  const { stopped: __, ...filled } = level(20, 0, 0);
  const state: StockExport = {
    address: { tenantId: TENANT, stockId: STOCK },
    ...headOf(journal),
    nextCursor: null,
    counts,
    stopped: false,
    prices: [terms],
    reservations: [{ ...line, state: 'taken' }],
    transportKeys: [{ key: 'k-units', seq: 2, result: filled }],
  };
  return { kind: 'stock', objectId: STOCK, state, journal };
}

function headOf(journal: readonly JournalRow[]) {
  const headSeq = journal.length;
  const headHash = journal.at(-1)?.hash ?? '';
  return {
    epoch: 1,
    headSeq,
    headHash,
    sentSeq: headSeq,
    confirmedSeq: headSeq,
    nowMs: NOW_MS,
    alarmAtMs: null,
    dueAtMs: null,
  };
}

function grant(): TenantEvidence['counterGrants'][number] {
  const { channel, orderId, occurredAtMs, status } = order;
  const lines = [{ lineId: '1', category: null, amountMinor: 200_000, quantity: 1 }];
  return {
    tenantId: TENANT,
    id: 'grt_1',
    staffId: CLERK.id,
    branch: null,
    memberId: MEMBER,
    orderId,
    order: { channel, orderId, occurredAtMs, status, currency: 'CNY', lines },
    receipt: orderId,
    note: null,
    amountMinor: 200_000,
    points: 2_000,
    countedPoints: 2_000,
    day: '2023-11-15',
    soldAtMs: occurredAtMs,
    atMs: occurredAtMs,
    approvedBy: null,
    undoneAtMs: null,
    undoneBy: null,
    undoReason: null,
  };
}

/** The sound books of a shop with one member, who bought, was given points and redeemed, and one reward. */
export function soundBooks(): TenantEvidence {
  return { ...copiedFrom(TENANT, [account(), stock()]), counterGrants: [grant()] };
}

const own = "(tenant_id = NULLIF(current_setting('app.tenant'::text, true), ''::text))";

/** A database whose one table keeps its shops apart. */
export function soundDatabase(): DatabaseEvidence {
  return {
    relations: [
      {
        name: 'public.members',
        kind: 'r',
        enabled: true,
        forced: true,
        policies: [{ name: 'tenant', command: 'ALL', roles: ['public'], using: own, check: own }],
      },
    ],
    strays: [],
    probes: [{ asked: 'account mem_2 of ten_2 as ten_1', foreign: '{"ok":false}', missing: '{"ok":false}' }],
  };
}
