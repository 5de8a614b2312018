import { isDeepStrictEqual } from 'node:util';
import type { JournalRow } from '../../src/domain/journal.ts';
import type { ServerAddress } from '../support/server.ts';
import { exportJournal, type ObjectName, readCursors } from './journals.ts';
import { ownerRows } from './owner-sql.ts';

type Row = Record<string, unknown>;
type Tables = { journal_rows: Row[]; redemptions: Row[]; orders: Row[]; stock_levels: Row[] };

const KEYS = {
  journal_rows: ['object_kind', 'object_id', 'epoch', 'seq'],
  redemptions: ['redemption_id'],
  orders: ['channel', 'order_id'],
  stock_levels: ['stock_id'],
} as const satisfies Record<keyof Tables, string[]>;
const TIMES = new Set(['at', 'created_at', 'updated_at', 'occurred_at', 'visited_at']);

export type Comparison = { rows: number; parked: number; mismatches: string[] };

/** Whether every object has been told that all of its rows have arrived. */
export async function isConfirmed(server: ServerAddress, objects: readonly ObjectName[]): Promise<boolean> {
  for (const name of objects) {
    const { headSeq, confirmedSeq } = await readCursors(server, name);
    if (confirmedSeq < headSeq) return false;
  }
  return true;
}

/** Compares every projected row of a shop, field by field, with what its objects' own journals say. */
export async function compareWithJournals(
  server: ServerAddress,
  tenantId: string,
  objects: readonly ObjectName[],
): Promise<Comparison> {
  const expected: Tables = { journal_rows: [], redemptions: [], orders: [], stock_levels: [] };
  for (const name of objects) fold(expected, name, await exportJournal(server, name));
  const mismatches: string[] = [];
  let rows = 0;
  for (const table of Object.keys(KEYS) as (keyof Tables)[]) {
    const found = await ownerRows(server, `select * from ${table} where tenant_id = $1`, [tenantId]);
    rows += found.length;
    mismatches.push(...compare(table, expected[table], found.map(withTimesAsNumbers)));
  }
  const parked = await ownerRows(server, 'select * from parked_messages where tenant_id = $1', [tenantId]);
  return { rows, parked: parked.length, mismatches };
}

/** Written here once more, and in the plainest way: the journal in order, the last word counts. */
function fold(tables: Tables, { kind, tenantId, objectId }: ObjectName, journal: JournalRow[]): void {
  const redemptions = new Map<string, Row>();
  const orders = new Map<string, Row>();
  let level: Row | null = null;
  for (const row of journal) {
    const { redemption, order, level: units } = row.body as Record<string, Row | undefined>;
    tables.journal_rows.push({
      ...{ tenant_id: tenantId, object_kind: kind, object_id: objectId, epoch: row.epoch, seq: row.seq },
      ...{ at: row.atMs, type: row.type, body: row.body, detail: row.detail, salt: row.salt },
      ...{ detail_hash: row.detailHash, previous_hash: row.previousHash, hash: row.hash },
      ...{ points: row.body.points ?? null, balance_after: row.body.balanceAfter ?? null },
    });
    if (redemption) {
      const id = String(redemption.redemptionId);
      redemptions.set(id, {
        ...{ tenant_id: tenantId, redemption_id: id, member_id: objectId, version: redemption.version },
        ...{ state: redemption.state, points: redemption.points, body: redemption },
        number: id.slice(-8),
        reward_id: rewardOf(redemption),
        delivery: row.detail?.delivery ?? redemptions.get(id)?.delivery ?? null,
        ...{ created_at: redemption.createdAtMs, updated_at: redemption.updatedAtMs },
        visited_at: visitOf(redemption),
        ...waitsOf(redemption),
      });
    }
    if (order) {
      orders.set(JSON.stringify([order.channel, order.orderId]), {
        ...{ tenant_id: tenantId, channel: order.channel, order_id: order.orderId, member_id: objectId },
        ...{ version: row.seq, status: order.status, points: order.points },
        ...{ clawed_back_points: order.clawedBackPoints, body: order },
        ...{ occurred_at: order.occurredAtMs, spent_minor: order.spentMinor },
      });
    }
    if (kind === 'stock' && units) {
      level = {
        ...{ tenant_id: tenantId, stock_id: objectId, version: row.seq },
        ...{ unlimited: units.unlimited, stopped: units.stopped, stocked_units: units.stockedUnits },
        ...{ available_units: units.availableUnits, reserved_units: units.reservedUnits },
        taken_units: units.takenUnits,
      };
    }
  }
  tables.redemptions.push(...redemptions.values());
  tables.orders.push(...orders.values());
  if (level) tables.stock_levels.push(level);
}

/** The column that the table makes of its own body. */
function rewardOf({ lines }: Record<string, unknown>): string | null {
  const [first] = lines as { rewardId?: string }[];
  return first?.rewardId ?? null;
}

/** What of it waits for the staff. */
function waitsOf({ cancelRequest, payment }: Row): Row {
  const { method, refunds } = (payment ?? { refunds: [] }) as { method?: string; refunds: Row[] };
  return {
    cancel_asked: (cancelRequest as Row | null)?.state === 'open',
    refund_waits: refunds.some(
      ({ state, because }) =>
        (state === 'failed' && because !== 'outside') || (method === 'counter' && state === 'requested'),
    ),
  };
}

/** When she was in the shop for it, as the table reads it off the body. */
function visitOf({ voucher, state, trackingNumber, timeline }: Row): unknown {
  const { usedAtMs } = (voucher ?? { usedAtMs: null }) as { usedAtMs: number | null };
  const received = (timeline as Row[]).find((step) => step.state === 'received');
  return usedAtMs ?? (state === 'received' && trackingNumber === null ? received?.atMs : null) ?? null;
}

function withTimesAsNumbers(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      TIMES.has(column) && typeof value === 'string' ? Date.parse(value) : value,
    ]),
  );
}

function compare(table: keyof Tables, expected: Row[], found: Row[]): string[] {
  const nameOf = (row: Row) => `${table} ${KEYS[table].map((column) => row[column]).join('/')}`;
  const foundByName = new Map(found.map((row) => [nameOf(row), row]));
  const wrong = expected.flatMap((row) => {
    const name = nameOf(row);
    const stored = foundByName.get(name);
    foundByName.delete(name);
    if (!stored) return [`${name} is missing`];
    return [...new Set([...Object.keys(row), ...Object.keys(stored)])]
      .filter((column) => !isDeepStrictEqual(row[column], stored[column]))
      .map((column) => `${name} ${column}: ${JSON.stringify([row[column], stored[column]])}`);
  });
  return [...wrong, ...[...foundByName.keys()].map((name) => `${name} stands in no journal`)];
}
