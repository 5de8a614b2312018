import { and, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { actorRef, type Context } from '../../context.ts';
import { auditLog } from '../../db/schema/index.ts';
import type { AuditAction } from '../../domain/audit-action.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { newId } from '../../lib/ids.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/**
 * One line of who did what, for the batch that holds the effect. Details carry ids and figures only.
 * What an object did is told by its journal instead: `src/domain/fold/act.ts`.
 */
export function addAuditRow(
  ctx: Pick<Context, 'actor' | 'clock' | 'db' | 'tenant'>,
  action: AuditAction,
  target: string | null,
  detail: JsonObject = {},
) {
  const line = auditLine(ctx, action, target, detail);
  return ctx.db.build.insert(auditLog).values({ tenantId: ctx.tenant.id, ...line });
}

export type AuditLine = Omit<typeof auditLog.$inferInsert, 'tenantId'>;

/** The same line for a batch that `logStaffAct` writes it in. */
export function auditLine(
  { actor: doer, clock }: Pick<Context, 'actor' | 'clock'>,
  action: AuditAction,
  target: string | null,
  detail: JsonObject = {},
): AuditLine {
  const { branch, ...actor } = actorRef(doer);
  return {
    id: newId('aud'),
    actorKind: actor.kind,
    actorId: actor.id,
    // What runs by itself is nobody: its readers say whose it is in their language.
    actorName: 'name' in doer && doer.kind !== 'system' ? doer.name : null,
    action,
    target,
    detail: branch ? { ...detail, branch } : detail,
    atMs: clock.nowMs(),
  };
}

/**
 * Writes the line in a batch of schema `auth`, whose role cannot see the log. A column of the change's
 * own rows: so the line is there exactly if the change is. What only the change knows comes as SQL.
 */
export function logStaffAct(tenantId: SQL | string, { atMs, ...line }: AuditLine, detail?: SQL) {
  const text = JSON.stringify({ ...line, at: new Date(atMs).toISOString() });
  const known = detail ? sql`|| jsonb_build_object('detail', ${detail})` : sql``;
  return sql<null>`directory.log_staff_act(${tenantId}, ${text}::jsonb ${known})`;
}

/** What was last done to it, of these actions. */
export function selectLastAct({ db, tenant }: Scope, target: string, actions: readonly AuditAction[]) {
  return db.build
    .select()
    .from(auditLog)
    .where(
      and(
        eq(auditLog.tenantId, tenant.id),
        eq(auditLog.target, target),
        inArray(auditLog.action, [...actions]),
      ),
    )
    .orderBy(desc(auditLog.atMs), desc(auditLog.id))
    .limit(1);
}

export type AuditPosition = { atMs: number; id: string };

/** Who did what, newest first. */
export function selectAuditPage({ db, tenant }: Scope, after: AuditPosition | null, limit: number) {
  const isAfter = after
    ? or(lt(auditLog.atMs, after.atMs), and(eq(auditLog.atMs, after.atMs), lt(auditLog.id, after.id)))
    : undefined;
  return db.build
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.tenantId, tenant.id), isAfter))
    .orderBy(desc(auditLog.atMs), desc(auditLog.id))
    .limit(limit);
}
