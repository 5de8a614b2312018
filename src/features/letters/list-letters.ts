import type { Context } from '../../context.ts';
import type { LetterState } from '../../domain/letter.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { selectLetterPage } from './queries.ts';
import type { LetterList } from './schemas.ts';

/** What was written to members, newest first: what about, to whom, and whether it went out. */
export async function listLetters({
  ctx,
  input,
}: {
  ctx: Context;
  input: { state: LetterState | null; cursor: string | null; limit: number };
}): Promise<Result<LetterList>> {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, ['number', 'string']);
  if (after === null && input.cursor !== null)
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  const position = after && { createdAtMs: after[0], key: after[1] };
  const [rows] = await ctx.db.batch(ctx.tenant.id, [
    selectLetterPage(ctx, { state: input.state, after: position, limit: input.limit + 1 }),
  ]);
  const page = rows.slice(0, input.limit);
  const last = page.at(-1)?.letter;
  return succeed({
    items: page.map(({ letter, member }) => ({
      id: letter.key,
      kind: letter.kind,
      state: letter.state,
      tries: letter.tries,
      createdAt: new Date(letter.createdAtMs).toISOString(),
      doneAt: isoOrNull(letter.doneAtMs),
      nextTryAt: letter.tries > 0 ? isoOrNull(letter.dueAtMs) : null,
      memberId: letter.memberId ?? '',
      // Who closed her account has no name here any more.
      memberName: member?.displayName || null,
      memberNumber: member?.number ?? null,
      subjectId: letter.subjectId,
    })),
    nextCursor: last && rows.length > input.limit ? encodeCursor([last.createdAtMs, last.key]) : null,
  });
}
