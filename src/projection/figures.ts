import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { journalRows, memberFigures, members, orders, redemptions } from '../db/schema/index.ts';
import type { Db } from '../db/tenant.ts';
import { importedVisitOf, isFreeze, NOT_REDEEMED, SPENT_DAYS } from '../domain/fold/figures.ts';
import type { JournalRow } from '../domain/journal.ts';
import type { ArrivedRow } from './arrived.ts';

type Query = BatchItem<'pg'>;
const DAY_MS = 86_400_000;

/** What rows of one account say that its tables do not hold. */
type Told = { visit?: string; frozenAt?: string; frozenSeq?: number };

/**
 * Statements around those that write what accounts' rows say: the members' figures are held for the
 * transaction, first of all, then worked out anew from the tables. So of two transactions about one
 * member the later one sees what the earlier one wrote.
 */
export function figuresAround(
  db: Db,
  tenantId: string,
  rows: readonly ArrivedRow[],
  nowMs: number,
): { hold: Query; refresh: Query[] } {
  const told = new Map<string, Told>();
  for (const { origin, row } of rows)
    if (origin.kind === 'account') told.set(origin.objectId, withRow(told.get(origin.objectId), row));
  const memberIds = [...told.keys()].sort();
  const held = memberIds.map((id) => ({ id, ...told.get(id) }));
  const hold = db.build.execute(sql`
    insert into ${memberFigures} as held (tenant_id, member_id, imported_visit_at, frozen_at, frozen_seq)
    select ${tenantId}, told.id, told.visit, told."frozenAt", coalesce(told."frozenSeq", 0)
    from jsonb_to_recordset(${JSON.stringify(held)}::jsonb)
      as told(id text, visit timestamptz, "frozenAt" timestamptz, "frozenSeq" bigint)
    order by told.id
    on conflict (tenant_id, member_id) do update set
      imported_visit_at = greatest(held.imported_visit_at, excluded.imported_visit_at),
      frozen_at = case when excluded.frozen_seq > held.frozen_seq then excluded.frozen_at else held.frozen_at end,
      frozen_seq = greatest(held.frozen_seq, excluded.frozen_seq)`);
  const changed = memberIds.length > 0;
  return { hold, refresh: changed ? [refreshFigures(db, tenantId, isOneOf(memberIds), nowMs)] : [] };
}

function withRow(told: Told = {}, row: JournalRow): Told {
  const visit = isoOf(importedVisitOf(row)) ?? undefined;
  const next = { ...told, ...(visit && !(told.visit && told.visit > visit) && { visit }) };
  if (!isFreeze(row) || row.seq < (told.frozenSeq ?? 0)) return next;
  const { frozenAt: _, ...rest } = next;
  return { ...rest, frozenSeq: row.seq, ...(row.type === 'account.frozen' && { frozenAt: isoOf(row.atMs) }) };
}

/** Works out anew what some members spent in the last 12 months, where time has changed it. */
export function refreshSpent(db: Db, tenantId: string, memberIds: readonly string[], nowMs: number): Query {
  const over = sql`f.spent_until <= ${isoOf(nowMs)}::timestamptz`;
  return refreshFigures(db, tenantId, sql`${isOneOf(memberIds)} and ${over}`, nowMs);
}

/** A row for every member of a shop whose projections are being folded again. */
export function restartFigures(db: Db, tenantId: string): Query[] {
  return [
    db.build.delete(memberFigures),
    db.build.execute(sql`
      insert into ${memberFigures} (tenant_id, member_id)
      select m.tenant_id, m.id from ${members} m where m.tenant_id = ${tenantId}`),
  ];
}

/** The same as `figuresOf` makes of the journal, out of the tables. */
function refreshFigures(db: Db, tenantId: string, which: SQL, nowMs: number): Query {
  const sinceMs = nowMs - SPENT_DAYS * DAY_MS;
  const newest = (column: SQL, having: SQL) => sql`(select ${column} from ${journalRows} j
    where j.tenant_id = f.tenant_id and j.object_kind = 'account' and j.object_id = f.member_id and ${having}
    order by j.epoch desc, j.seq desc limit 1)`;
  const balance = newest(sql`j.balance_after`, sql`j.points is not null`);
  const available = newest(
    sql`(j.body ->> 'availableAfter')::bigint`,
    sql`jsonb_exists(j.body, 'availableAfter')`,
  );
  const own = (table: SQL) => sql`${table}.tenant_id = f.tenant_id and ${table}.member_id = f.member_id`;
  return db.build.execute(sql`
    update ${memberFigures} target set
      balance_points = told.balance, available_points = coalesce(told.available, told.balance),
      spent_minor = told.spent, spent_since = ${isoOf(sinceMs)}::timestamptz,
      spent_until = told.oldest + ${`${SPENT_DAYS} days`}::interval,
      last_visit_at = greatest(told.imported, told.bought, told.visited),
      first_redeemed_at = told.redeemed
    from (
      select f.member_id, f.imported_visit_at as imported,
        coalesce(${balance}, 0) as balance, ${available} as available,
        (select coalesce(sum(o.spent_minor), 0) from ${orders} o where ${own(sql`o`)}
          and o.occurred_at > ${isoOf(sinceMs)}::timestamptz) as spent,
        (select min(o.occurred_at) from ${orders} o where ${own(sql`o`)}
          and o.occurred_at > ${isoOf(sinceMs)}::timestamptz and o.spent_minor > 0) as oldest,
        (select max(o.occurred_at) from ${orders} o where ${own(sql`o`)} and o.status <> 'cancelled'
          and (o.spent_minor > 0 or o.points > o.clawed_back_points)) as bought,
        (select max(r.visited_at) from ${redemptions} r where ${own(sql`r`)}) as visited,
        (select min(r.created_at) from ${redemptions} r where ${own(sql`r`)}
          and r.state not in (${sql.join(
            NOT_REDEEMED.map((state) => sql`${state}`),
            sql`, `,
          )})) as redeemed
      from ${memberFigures} f where f.tenant_id = ${tenantId} and ${which}
    ) told
    where target.tenant_id = ${tenantId} and target.member_id = told.member_id`);
}

function isOneOf(memberIds: readonly string[]): SQL {
  return sql`f.member_id = any(array(select jsonb_array_elements_text(${JSON.stringify(memberIds)}::jsonb)))`;
}

function isoOf(ms: number): string;
function isoOf(ms: number | null): string | null;
function isoOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
