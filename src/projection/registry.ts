import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { accounts, parkedMessages, stocks } from '../db/schema/index.ts';
import type { Db } from '../db/tenant.ts';
import type { ArrivedHead, ArrivedRow } from './arrived.ts';

type Query = BatchItem<'pg'>;

/** Moves the registry's copy of each object's head forwards, never back. */
export function updateRegistry(db: Db, tenantId: string, heads: readonly ArrivedHead[]): Query[] {
  const of = (kind: ArrivedHead['origin']['kind']) => heads.filter(({ origin }) => origin.kind === kind);
  const update = (
    table: typeof accounts | typeof stocks,
    idColumn: string,
    chosen: readonly ArrivedHead[],
  ) => {
    const arrived = chosen.map(({ origin, epoch, seq, hash, dueAtMs }) => ({
      id: origin.objectId,
      epoch,
      seq,
      hash,
      due: dueAtMs === null ? null : new Date(dueAtMs).toISOString(),
    }));
    return db.build.execute(sql`
      update ${table} target
      set epoch = arrived.epoch, head_seq = arrived.seq, head_hash = arrived.hash, due_at = arrived.due,
        state = case target.state when 'registered' then 'open' else target.state end
      from jsonb_to_recordset(${JSON.stringify(arrived)}::jsonb)
        as arrived(id text, epoch integer, seq bigint, hash text, due timestamptz)
      where target.tenant_id = ${tenantId} and target.${sql.raw(idColumn)} = arrived.id
        and (arrived.epoch, arrived.seq) >= (target.epoch, target.head_seq)`);
  };
  const queries: Query[] = [];
  if (of('account').length > 0) queries.push(update(accounts, 'member_id', of('account')));
  if (of('stock').length > 0) queries.push(update(stocks, 'stock_id', of('stock')));
  return queries;
}

/**
 * Sets a row aside where an operator finds it. What Postgres will not take as JSON (a NUL, say) is
 * kept as text within JSON, where it is escaped once more.
 */
export function parkRow(
  db: Db,
  tenantId: string,
  parked: { item: ArrivedRow; reason: string },
  nowMs: number,
): Query {
  const { origin, row } = parked.item;
  const plain = JSON.stringify(row);
  const storable = plain.includes('\\u0000') ? JSON.stringify(plain) : plain;
  return db.build
    .insert(parkedMessages)
    .values({
      tenantId,
      objectKind: origin.kind,
      objectId: origin.objectId,
      epoch: row.epoch,
      seq: row.seq,
      error: parked.reason,
      row: sql`${storable}::jsonb`,
      atMs: nowMs,
      resolvedAtMs: null,
    })
    .onConflictDoUpdate({
      target: [
        parkedMessages.tenantId,
        parkedMessages.objectKind,
        parkedMessages.objectId,
        parkedMessages.epoch,
        parkedMessages.seq,
      ],
      set: { error: sql`excluded.error`, row: sql`excluded.row`, resolvedAtMs: null },
    });
}

/** Notes that rows parked once have now been stored. */
export function resolveParked(
  db: Db,
  tenantId: string,
  stored: readonly ArrivedRow[],
  nowMs: number,
): Query[] {
  if (stored.length === 0) return [];
  const identities = stored.map(({ origin, row }) => ({
    kind: origin.kind,
    id: origin.objectId,
    epoch: row.epoch,
    seq: row.seq,
  }));
  return [
    db.build.execute(sql`
      update ${parkedMessages} target set resolved_at = ${new Date(nowMs).toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(identities)}::jsonb)
        as stored(kind text, id text, epoch integer, seq bigint)
      where target.tenant_id = ${tenantId} and target.resolved_at is null
        and target.object_kind = stored.kind and target.object_id = stored.id
        and target.epoch = stored.epoch and target.seq = stored.seq`),
  ];
}
