import { and, count, desc, eq, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { auditLog, counterGrants, counterSettings } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { BranchRef } from '../../domain/actor.ts';
import type { AuditAction } from '../../domain/audit-action.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type SettingsRow = typeof counterSettings.$inferSelect;
export type GrantRow = typeof counterGrants.$inferSelect;
type NewGrant = typeof counterGrants.$inferInsert;

export function selectSettings({ db, tenant }: Scope) {
  return db.build.select().from(counterSettings).where(eq(counterSettings.tenantId, tenant.id));
}

/** Makes the batch fail where the settings are no longer those of that moment; null: never changed. */
export function refuseChangedSettings({ tenant }: Scope, seen: string | null) {
  const stands = sql`(select s.changed_at from ${counterSettings} s where s.tenant_id = ${tenant.id} for update)`;
  return refuseUnless(sql`${stands} is not distinct from ${seen}::timestamptz`, 'changed_elsewhere');
}

export function upsertSettings({ db }: Scope, row: SettingsRow) {
  const { tenantId: _key, ...values } = row;
  return db.build
    .insert(counterSettings)
    .values(row)
    .onConflictDoUpdate({ target: counterSettings.tenantId, set: values });
}

/** Points that the limit of this person's day counts so far. */
export function sumCounted(scope: Scope, staffId: string, sinceMs: number) {
  return scope.db.build
    .select({ points: counted() })
    .from(counterGrants)
    .where(isSince(scope, staffId, sinceMs));
}

/** One grant of a person after the other, to the end of the batch: what follows sees all before it. */
export function lockGrantsOf({ db, tenant }: Scope, staffId: string) {
  const name = `counter-grants ${tenant.id} ${staffId}`;
  return db.build.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Whether so many more points keep within the day's limit, or the order stands there already and adds none. */
export function fitsDay(
  scope: Scope,
  { staffId, orderId, points }: Pick<NewGrant, 'staffId' | 'orderId' | 'points'>,
  { sinceMs, dayPoints }: { sinceMs: number; dayPoints: number },
) {
  const used = sumCounted(scope, staffId, sinceMs);
  const known = scope.db.build
    .select({ id: counterGrants.id })
    .from(counterGrants)
    .where(and(eq(counterGrants.tenantId, scope.tenant.id), eq(counterGrants.orderId, orderId)));
  return sql`(exists ${known} or ${used} + ${points}::bigint <= ${dayPoints}::bigint)`;
}

/** A condition for `refuseUnless` that nothing fulfils. */
export const NEVER = sql`false`;

/** Keeps the grant unless its order was given before. */
export function insertGrant({ db }: Scope, row: NewGrant) {
  return db.build
    .insert(counterGrants)
    .values(row)
    .onConflictDoNothing({ target: [counterGrants.tenantId, counterGrants.orderId] });
}

/** What an account would not have was never given; what was undone before it got there was, and stays. */
export function deleteGrant({ db, tenant }: Scope, grantId: string) {
  return db.build
    .delete(counterGrants)
    .where(
      and(
        eq(counterGrants.tenantId, tenant.id),
        eq(counterGrants.id, grantId),
        isNull(counterGrants.undoneAtMs),
      ),
    );
}

export function selectGrant({ db, tenant }: Scope, grantId: string) {
  return db.build
    .select()
    .from(counterGrants)
    .where(and(eq(counterGrants.tenantId, tenant.id), eq(counterGrants.id, grantId)));
}

export function selectGrantOfOrder({ db, tenant }: Scope, orderId: string) {
  return db.build
    .select()
    .from(counterGrants)
    .where(and(eq(counterGrants.tenantId, tenant.id), eq(counterGrants.orderId, orderId)));
}

/** How often this receipt was given and undone, and whether it stands; never where there is no receipt. */
export function selectReceipt({ db, tenant }: Scope, receipt: string | null) {
  const isUndone = sql`${counterGrants.undoneAtMs} is not null`;
  return db.build
    .select({
      undone: sql<number>`count(*) filter (where ${isUndone})`.mapWith(Number),
      standing: sql<number>`count(*) filter (where not ${isUndone})`.mapWith(Number),
    })
    .from(counterGrants)
    .where(
      and(
        eq(counterGrants.tenantId, tenant.id),
        receipt === null ? sql`false` : eq(counterGrants.receipt, receipt),
      ),
    );
}

export function setUndone(
  { db, tenant }: Scope,
  grantId: string,
  undone: Pick<GrantRow, 'undoneAtMs' | 'undoneBy' | 'undoReason' | 'countedPoints'>,
) {
  return db.build
    .update(counterGrants)
    .set(undone)
    .where(
      and(
        eq(counterGrants.tenantId, tenant.id),
        eq(counterGrants.id, grantId),
        isNull(counterGrants.undoneAtMs),
      ),
    );
}

/** The account would not have the undo: the grant stands as it did. */
export function setStanding({ db, tenant }: Scope, { id, countedPoints }: GrantRow) {
  return db.build
    .update(counterGrants)
    .set({ undoneAtMs: null, undoneBy: null, undoReason: null, countedPoints })
    .where(and(eq(counterGrants.tenantId, tenant.id), eq(counterGrants.id, id)));
}

/** Newest first: of one shop day, or since a moment whatever day they were sold on; of one person or of everybody. */
export function selectGrants(
  { db, tenant }: Scope,
  {
    of,
    staffId,
    limit,
  }: { of: { day: string } | { sinceMs: number }; staffId: string | null; limit: number },
) {
  return db.build
    .select()
    .from(counterGrants)
    .where(
      and(
        eq(counterGrants.tenantId, tenant.id),
        'day' in of ? eq(counterGrants.day, of.day) : gte(counterGrants.atMs, of.sinceMs),
        staffId === null ? undefined : eq(counterGrants.staffId, staffId),
      ),
    )
    .orderBy(desc(counterGrants.atMs), desc(counterGrants.id))
    .limit(limit);
}

/** Who gave how much on a shop day. What was undone after that day's end was given on it all the same. */
export function sumGrantsOfDay(
  { db, tenant }: Scope,
  { day, toMs, staffId }: { day: string; toMs: number; staffId: string | null },
) {
  const stands = sql`(${counterGrants.undoneAtMs} is null or ${counterGrants.undoneAtMs} >= ${isoOf(toMs)})`;
  return db.build
    .select({
      staffId: counterGrants.staffId,
      branch: branchOf(counterGrants.branch),
      grants: sql<number>`count(*) filter (where ${stands})`.mapWith(Number),
      amountMinor: sumWhere(counterGrants.amountMinor, stands),
      points: sumWhere(counterGrants.points, stands),
      undone: sql<number>`count(*) filter (where not ${stands})`.mapWith(Number),
    })
    .from(counterGrants)
    .where(
      and(
        eq(counterGrants.tenantId, tenant.id),
        eq(counterGrants.day, day),
        staffId === null ? undefined : eq(counterGrants.staffId, staffId),
      ),
    )
    .groupBy(counterGrants.staffId, sql`2`);
}

const SLIP_ACTIONS = [
  'redemptions.redeem',
  'redemptions.hand_over',
  'redemptions.take_voucher',
  'redemptions.take_cash',
] as const satisfies AuditAction[];

/** What else staff did between two moments: how often, and the cash that it brought. */
export function sumActs(
  { db, tenant }: Scope,
  { fromMs, toMs, staffId }: { fromMs: number; toMs: number; staffId: string | null },
) {
  return db.build
    .select({
      staffId: auditLog.actorId,
      branch: branchOf(sql`${auditLog.detail}->'branch'`),
      action: sql<(typeof SLIP_ACTIONS)[number]>`${auditLog.action}`,
      count: count(),
      amountMinor: sql<number>`coalesce(sum((${auditLog.detail}->>'amountMinor')::numeric), 0)`.mapWith(
        Number,
      ),
    })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.tenantId, tenant.id),
        gte(auditLog.atMs, fromMs),
        sql`${auditLog.atMs} < ${isoOf(toMs)}`,
        eq(auditLog.actorKind, 'staff'),
        inArray(auditLog.action, [...SLIP_ACTIONS]),
        staffId === null ? undefined : eq(auditLog.actorId, staffId),
      ),
    )
    .groupBy(auditLog.actorId, sql`2`, auditLog.action);
}

/** What people wrote about a member goes with her name. */
export function eraseGrantNotes({ db, tenant }: Scope, memberId: string) {
  return db.build
    .update(counterGrants)
    .set({ note: null, undoReason: null })
    .where(and(eq(counterGrants.tenantId, tenant.id), eq(counterGrants.memberId, memberId)));
}

const isoOf = (ms: number) => new Date(ms).toISOString();

/** A branch as it was written down, or null. */
function branchOf(column: SQL | typeof counterGrants.branch) {
  return sql<BranchRef | null>`${column}`.mapWith(counterGrants.branch);
}

function counted() {
  return sql<number>`coalesce(sum(${counterGrants.countedPoints}), 0)`.mapWith(Number);
}

function sumWhere(column: SQL | typeof counterGrants.points | typeof counterGrants.amountMinor, where: SQL) {
  return sql<number>`coalesce(sum(${column}) filter (where ${where}), 0)`.mapWith(Number);
}

function isSince({ tenant }: Scope, staffId: string, sinceMs: number) {
  return and(
    eq(counterGrants.tenantId, tenant.id),
    eq(counterGrants.staffId, staffId),
    gte(counterGrants.atMs, sinceMs),
  );
}
