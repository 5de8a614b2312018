import type { Context } from '../../context.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { selectPersonNames } from '../staff/queries.ts';
import { selectStaffLetterPage } from './queries.ts';
import type { NoticeLog } from './schemas.ts';

/** What was written to one of the staff, or to all of them, newest first, and what became of it. */
export async function listNotices({
  ctx,
  input,
}: {
  ctx: Context;
  input: { userId: string | null; cursor: string | null; limit: number };
}): Promise<Result<NoticeLog>> {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, ['number', 'string']);
  if (after === null && input.cursor !== null)
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  const position = after && { createdAtMs: after[0], key: after[1] };
  const [rows] = await ctx.db.batch(ctx.tenant.id, [
    selectStaffLetterPage(ctx, { userId: input.userId, after: position, limit: input.limit + 1 }),
  ]);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  const people = [...new Set(page.flatMap(({ userId }) => userId ?? []))];
  const names = people.length > 0 ? await selectPersonNames(ctx.authDb, people) : [];
  return succeed({
    items: page.map(({ key, kind, told, state, failure, tries, createdAtMs, doneAtMs, dueAtMs, userId }) => ({
      id: key,
      kind: kind === 'staff_test' ? kind : ('staff_notice' as const),
      told,
      state,
      failure: state === 'sent' ? null : failure,
      tries,
      createdAt: new Date(createdAtMs).toISOString(),
      doneAt: isoOrNull(doneAtMs),
      dueAt: isoOrNull(dueAtMs),
      name: names.find(({ id }) => id === userId)?.name ?? null,
    })),
    nextCursor: last && rows.length > input.limit ? encodeCursor([last.createdAtMs, last.key]) : null,
  });
}
