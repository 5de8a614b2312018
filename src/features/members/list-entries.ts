import type { Context } from '../../context.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { getMember } from './find-member.ts';
import { onAccount } from './open-account.ts';

/** What moved a member's points, newest first, read from the account itself. */
export async function listEntries({
  ctx,
  input,
}: {
  ctx: Context;
  input: { memberId: string; cursor: string | null; limit: number };
}): Promise<Result<{ items: JournalRow[]; nextCursor: string | null }>> {
  const before = input.cursor === null ? null : decodeCursor(input.cursor, ['number']);
  if (before === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const member = await getMember({ ctx, input });
  if (!member.ok) return member;
  const page = await onAccount(ctx, input.memberId, (account) =>
    account.listEntries({ beforeSeq: before?.[0] ?? null, limit: input.limit }),
  );
  if (!page.ok) return page;
  const { items, nextCursor } = page.value;
  return succeed({ items, nextCursor: nextCursor === null ? null : encodeCursor([nextCursor]) });
}
