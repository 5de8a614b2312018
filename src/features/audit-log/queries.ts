import { and, desc, eq, lt, or } from 'drizzle-orm';
import { actorRef, type Context } from '../../context.ts';
import { auditLog } from '../../db/schema/index.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { newId } from '../../lib/ids.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/**
 * One line of who did what, for the batch that holds the effect. Details carry ids and figures only.
 * Where the effect is elsewhere, its name `effect` keeps the line from being written twice.
 */
export function addAuditRow(
  ctx: Pick<Context, 'actor' | 'clock' | 'db' | 'tenant'>,
  action: string,
  target: string | null,
  detail: JsonObject = {},
  effect: string | null = null,
) {
  const actor = actorRef(ctx.actor);
  const row = {
    tenantId: ctx.tenant.id,
    id: effect === null ? newId('aud') : `aud_${sha256Hex(effect)}`,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: 'name' in ctx.actor ? ctx.actor.name : null,
    action,
    target,
    detail,
    atMs: ctx.clock.nowMs(),
  };
  return ctx.db.build.insert(auditLog).values(row).onConflictDoNothing();
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
