import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { auditLog, journalRows, orders, redemptions, stockLevels } from '../db/schema/index.ts';
import { type Db, refuseUnless } from '../db/tenant.ts';
import { actOf } from '../domain/fold/act.ts';
import { foldProjected } from '../domain/fold/fold.ts';
import {
  entryOf,
  type Projected,
  type ProjectedOrder,
  type ProjectedRedemption,
  type ProjectedStockLevel,
  projectRow,
} from '../domain/fold/projected.ts';
import type { ArrivedRow } from './arrived.ts';
import { eraseDetails, fillDeliveries } from './details.ts';
import { figuresAround } from './figures.ts';
import { insertLetters } from './letters.ts';
import { addToMemberDays, linkMemberDays } from './member-days.ts';

type Query = BatchItem<'pg'>;

/** The same row of the same object with another content: one of the two is not the object's. */
export class HashConflict extends Error {
  override readonly name = 'HashConflict';
}

const HASH_CONFLICT = 'hash_conflict';

/**
 * Writes rows of one tenant and what they say, in one transaction. Rows that are there already stay
 * as they are; state rows change only to a higher version. Throws HashConflict, and has written
 * nothing, where a row is there with another hash.
 */
export async function storeRows(
  db: Db,
  tenantId: string,
  arrived: readonly ArrivedRow[],
  nowMs: number,
): Promise<void> {
  const rows = inLockOrder(arrived);
  const projected = foldProjected(
    rows.map(({ origin, row }) => projectRow(origin, row)).filter((each) => each !== null),
  );
  const figures = figuresAround(db, tenantId, rows, nowMs);
  const queries: [Query, ...Query[]] = [
    figures.hold,
    addToMemberDays(db, { tenantId, rows, storing: insertRows(db, tenantId, rows) }),
    ...linkMemberDays(db, { tenantId, rows }),
    refuseUnless(sql`not exists (${conflicting(tenantId, rows)})`, HASH_CONFLICT),
    ...upsertProjected(db, tenantId, projected),
    ...insertActs(db, tenantId, rows),
    ...insertLetters(db, tenantId, rows, nowMs),
    ...fillDeliveries(db, tenantId, rows),
    ...eraseDetails(db, tenantId, rows),
    ...figures.refresh,
  ];
  const attempt = await db.attempt(tenantId, queries);
  if (attempt.ok) return;
  const { conflict } = attempt;
  if (conflict.kind === 'guard' && conflict.reason === HASH_CONFLICT) throw new HashConflict(HASH_CONFLICT);
  throw new Error(`rows of a journal met a conflict that none can have: ${conflict.kind}`);
}

/**
 * The rows in an order that every batch has: two that share objects, or rows that are told twice, would
 * otherwise wait for each other, each holding what the other needs.
 */
export function inLockOrder(rows: readonly ArrivedRow[]): ArrivedRow[] {
  return rows.toSorted(
    (one, other) =>
      compare(one.origin.kind, other.origin.kind) ||
      compare(one.origin.objectId, other.origin.objectId) ||
      one.row.epoch - other.row.epoch ||
      one.row.seq - other.row.seq,
  );
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function insertRows(db: Db, tenantId: string, rows: readonly ArrivedRow[]) {
  const values = rows.map(({ origin, row }) => ({
    tenantId,
    objectKind: origin.kind,
    objectId: origin.objectId,
    ...row,
    points: entryOf(row)?.points ?? null,
    balanceAfter: entryOf(row)?.balanceAfter ?? null,
  }));
  const { objectKind, objectId, epoch, seq } = journalRows;
  const stored = db.build.insert(journalRows).values(values).onConflictDoNothing();
  return stored.returning({ objectKind, objectId, epoch, seq });
}

/** Lines of the audit log are only ever added, so a row that comes again finds its own there. */
function insertActs(db: Db, tenantId: string, rows: readonly ArrivedRow[]): Query[] {
  const acts = rows.map(({ origin, row }) => actOf(origin, row)).filter((act) => act !== null);
  if (acts.length === 0) return [];
  const values = acts.map((act) => ({ tenantId, ...act, actorName: null }));
  return [db.build.insert(auditLog).values(values).onConflictDoNothing()];
}

function conflicting(tenantId: string, rows: readonly ArrivedRow[]): SQL {
  const arrived = rows.map(({ origin, row }) => ({
    kind: origin.kind,
    id: origin.objectId,
    epoch: row.epoch,
    seq: row.seq,
    hash: row.hash,
  }));
  return sql`select 1
    from jsonb_to_recordset(${JSON.stringify(arrived)}::jsonb)
      as arrived(kind text, id text, epoch integer, seq bigint, hash text)
    join ${journalRows} stored
      on stored.tenant_id = ${tenantId} and stored.object_kind = arrived.kind
      and stored.object_id = arrived.id and stored.epoch = arrived.epoch and stored.seq = arrived.seq
    where stored.hash <> arrived.hash`;
}

function upsertProjected(db: Db, tenantId: string, projected: readonly Projected[]): Query[] {
  const queries: Query[] = [];
  const redemptionRows = projected.flatMap((each) => (each.table === 'redemptions' ? [each.row] : []));
  const orderRows = projected.flatMap((each) => (each.table === 'orders' ? [each.row] : []));
  const levelRows = projected.flatMap((each) => (each.table === 'stock_levels' ? [each.row] : []));
  if (redemptionRows.length > 0) queries.push(upsertRedemptions(db, tenantId, redemptionRows));
  if (orderRows.length > 0) queries.push(upsertOrders(db, tenantId, orderRows));
  if (levelRows.length > 0) queries.push(upsertLevels(db, tenantId, levelRows));
  return queries;
}

/** The delivery is not written here but taken from the stored journal row, which may have been erased. */
function upsertRedemptions(db: Db, tenantId: string, rows: readonly ProjectedRedemption[]): Query {
  type Inserted = typeof redemptions.$inferInsert;
  const values = rows.map((row) => ({ tenantId, ...row, delivery: null }) as Inserted);
  return db.build
    .insert(redemptions)
    .values(values)
    .onConflictDoUpdate({
      target: [redemptions.tenantId, redemptions.redemptionId],
      set: {
        memberId: sql`excluded.member_id`,
        version: sql`excluded.version`,
        state: sql`excluded.state`,
        points: sql`excluded.points`,
        body: sql`excluded.body`,
        createdAtMs: sql`excluded.created_at`,
        updatedAtMs: sql`excluded.updated_at`,
      },
      setWhere: sql`excluded.version > ${redemptions.version}`,
    });
}

function upsertOrders(db: Db, tenantId: string, rows: readonly ProjectedOrder[]): Query {
  type Inserted = typeof orders.$inferInsert;
  return db.build
    .insert(orders)
    .values(rows.map((row) => ({ tenantId, ...row }) as Inserted))
    .onConflictDoUpdate({
      target: [orders.tenantId, orders.channel, orders.orderId],
      set: {
        memberId: sql`excluded.member_id`,
        version: sql`excluded.version`,
        status: sql`excluded.status`,
        points: sql`excluded.points`,
        clawedBackPoints: sql`excluded.clawed_back_points`,
        body: sql`excluded.body`,
      },
      setWhere: sql`excluded.version > ${orders.version}`,
    });
}

function upsertLevels(db: Db, tenantId: string, rows: readonly ProjectedStockLevel[]): Query {
  return db.build
    .insert(stockLevels)
    .values(rows.map((row) => ({ tenantId, ...row })))
    .onConflictDoUpdate({
      target: [stockLevels.tenantId, stockLevels.stockId],
      set: {
        version: sql`excluded.version`,
        unlimited: sql`excluded.unlimited`,
        stopped: sql`excluded.stopped`,
        stockedUnits: sql`excluded.stocked_units`,
        availableUnits: sql`excluded.available_units`,
        reservedUnits: sql`excluded.reserved_units`,
        takenUnits: sql`excluded.taken_units`,
      },
      setWhere: sql`excluded.version > ${stockLevels.version}`,
    });
}
