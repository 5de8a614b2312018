import type { Context } from '../../context.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { nameActors, nameApprovers } from './name-actors.ts';
import { nameSubjects } from './name-subjects.ts';
import { selectAuditPage } from './queries.ts';
import type { AuditPage } from './schemas.ts';

/** What staff, keys and the product itself did in this shop, newest first. */
export async function listAuditLog({
  ctx,
  input,
}: {
  ctx: Context;
  input: { cursor: string | null; limit: number };
}): Promise<Result<AuditPage>> {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, ['number', 'string']);
  if (after === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const position = after && { atMs: after[0], id: after[1] };
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectAuditPage(ctx, position, input.limit + 1)]);
  const lines = rows.slice(0, input.limit);
  const [page, subjects, approvers] = await Promise.all([
    nameActors(ctx, lines),
    nameSubjects(ctx, lines),
    nameApprovers(ctx, lines),
  ]);
  const last = page.at(-1);
  const nextCursor = last && rows.length > input.limit ? encodeCursor([last.atMs, last.id]) : null;
  const items = page.map(({ id, atMs, actorKind, actorId, actorName, action, target, detail }, position) => ({
    id,
    at: new Date(atMs).toISOString(),
    actorKind,
    actorId,
    actorName,
    action,
    target,
    subject: subjects[position] ?? null,
    approvedBy: approvers[position] ?? null,
    detail,
  }));
  return succeed({ items, nextCursor });
}
