import type { Context } from '../../context.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { decodeCursor, encodeCursor } from '../../lib/cursor.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { getMember } from './find-member.ts';
import { onAccount } from './open-account.ts';
import { type MemberEvent, selectMemberEvents } from './timeline-queries.ts';

/** A row of her account's own journal, or something else that befell her. */
export type TimelineItem = { kind: 'row'; atMs: number; row: JournalRow } | MemberEvent;
type Input = { memberId: string; cursor: string | null; limit: number };

/** Behind every row of a journal, and behind every moment: where a page took nothing of one of the two. */
const NEWEST_SEQ = 8_000_000_000_000_000;
const NEWEST_MS = 8_000_000_000_000_000;

/**
 * A member's story as staff read it, newest first: her entries and what befell her account, from the
 * account itself and so up to this moment; her redemptions' steps, questions and letters from Postgres.
 * Each of the two goes on where the page before left it.
 */
export async function listTimeline({
  ctx,
  input: { memberId, cursor, limit },
}: {
  ctx: Context;
  input: Input;
}): Promise<Result<{ items: TimelineItem[]; nextCursor: string | null }>> {
  const position = cursor === null ? null : decodeCursor(cursor, ['number', 'number', 'string']);
  if (position === null && cursor !== null)
    return refuse({ code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' });
  const member = await getMember({ ctx, input: { memberId } });
  if (!member.ok) return member;
  const [beforeSeq, atMs, key] = position ?? [null, null, null];
  const told = await onAccount(ctx, memberId, (account) =>
    account.listEntries({ beforeSeq, limit, kind: 'story' }),
  );
  if (!told.ok) return told;
  const before = atMs === null || key === null ? null : { atMs, key };
  const [events] = await ctx.db.batch(ctx.tenant.id, [selectMemberEvents(ctx, { memberId, before, limit })]);
  const all: TimelineItem[] = [
    ...told.value.items.map((row) => ({ kind: 'row' as const, atMs: row.atMs, row })),
    ...events.rows.map((event) => ({ ...event, atMs: Number(event.at) }) as unknown as MemberEvent),
  ];
  // Sorting keeps the order of equals, and either of the two lists came in its own.
  const items = all.sort((left, right) => right.atMs - left.atMs).slice(0, limit);
  const goesOn = told.value.nextCursor !== null || events.rows.length === limit || all.length > limit;
  const lastRow = items.findLast((item) => item.kind === 'row');
  const lastEvent = items.findLast((item) => item.kind !== 'row');
  const nextCursor = encodeCursor([
    lastRow?.row.seq ?? beforeSeq ?? NEWEST_SEQ,
    lastEvent?.atMs ?? atMs ?? NEWEST_MS,
    lastEvent?.key ?? key ?? '',
  ]);
  return succeed({ items, nextCursor: goesOn ? nextCursor : null });
}
