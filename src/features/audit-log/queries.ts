import { actorRef, type Context } from '../../context.ts';
import { auditLog } from '../../db/schema/index.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { newId } from '../../lib/ids.ts';

/** One line of who did what, for the batch that holds the effect. Details carry ids and figures only. */
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
