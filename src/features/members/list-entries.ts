import type { Context } from '../../context.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { getMember } from './find-member.ts';
import { onAccount } from './open-account.ts';

type Input = { memberId: string; cursor: string | null; limit: number };
type Entries = Result<{ items: JournalRow[]; nextCursor: string | null }>;

/** What moved a member's points, newest first, read from the account itself. */
export async function listEntries({ ctx, input }: { ctx: Context; input: Input }): Promise<Entries> {
  const member = await getMember({ ctx, input });
  return member.ok ? listOwnEntries({ ctx, input }) : member;
}

/** The same for a member who is known to exist: asks her account and no database. */
export async function listOwnEntries({ ctx, input }: { ctx: Context; input: Input }): Promise<Entries> {
  const before = input.cursor === null ? null : decodeCursor(input.cursor, ['number']);
  if (before === null && input.cursor !== null) {
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  }
  const page = await onAccount(ctx, input.memberId, (account) =>
    account.listEntries({ beforeSeq: before?.[0] ?? null, limit: input.limit }),
  );
  if (!page.ok) return page;
  const { items, nextCursor } = page.value;
  return succeed({ items, nextCursor: nextCursor === null ? null : encodeCursor([nextCursor]) });
}
