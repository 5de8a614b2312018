import { and, desc, eq, lt, or } from 'drizzle-orm';
import { actorRef, type Context } from '../../context.ts';
import { auditLog } from '../../db/schema/index.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { newId } from '../../lib/ids.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/**
 * One line of who did what, for the batch that holds the effect. Details carry ids and figures only.
 * What an object did is told by its journal instead: `src/domain/fold/act.ts`.
 */
export function addAuditRow(
  ctx: Pick<Context, 'actor' | 'clock' | 'db' | 'tenant'>,
  action: string,
  target: string | null,
  detail: JsonObject = {},
) {
  const actor = actorRef(ctx.actor);
  return ctx.db.build.insert(auditLog).values({
    tenantId: ctx.tenant.id,
    id: newId('aud'),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: 'name' in ctx.actor ? ctx.actor.name : null,
    action,
    target,
    detail,
    atMs: ctx.clock.nowMs(),
  });
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
