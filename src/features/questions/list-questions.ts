import type { Context } from '../../context.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { type QuestionRow, selectQuestionPage } from './queries.ts';

/** A question with who asks; null where the member is gone. */
export type AskedQuestion = {
  question: QuestionRow;
  member: { number: string; displayName: string } | null;
};
type QuestionPage = { items: AskedQuestion[]; nextCursor: string | null };

/** The shop's inbox: what waits, longest first, or what was answered, newest first. */
export async function listQuestions({
  ctx,
  input,
}: {
  ctx: Context;
  input: { state: 'open' | 'answered'; cursor: string | null; limit: number };
}): Promise<Result<QuestionPage>> {
  const after = input.cursor === null ? null : decodeCursor(input.cursor, ['number', 'string']);
  if (after === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const [rows] = await ctx.db.batch(ctx.tenant.id, [
    selectQuestionPage(ctx, {
      state: input.state,
      after: after && { askedAtMs: after[0], id: after[1] },
      limit: input.limit + 1,
    }),
  ]);
  const items = rows.slice(0, input.limit);
  const last = items.at(-1)?.question;
  const nextCursor = last && rows.length > input.limit ? encodeCursor([last.askedAtMs, last.id]) : null;
  return succeed({ items, nextCursor });
}
