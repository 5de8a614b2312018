import type { Page } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { AppError } from '../../lib/app-error.ts';
import { onAccount } from '../members/open-account.ts';

const PAGE_ENTRIES = 100;
/** What one file holds at most, as the page beside it says. */
export const HISTORY_ENTRIES_MAX = 4_000;

/** The newest movements of a member, newest first. */
export async function readHistory({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  let beforeSeq: number | null = null;
  do {
    const page = await readPage(ctx, memberId, beforeSeq);
    rows.push(...page.items);
    beforeSeq = page.nextCursor;
  } while (beforeSeq !== null && rows.length < HISTORY_ENTRIES_MAX);
  return rows;
}

async function readPage(ctx: Context, memberId: string, beforeSeq: number | null): Promise<Page<JournalRow>> {
  const page = await onAccount(ctx, memberId, (account) =>
    account.listEntries({ beforeSeq, limit: PAGE_ENTRIES }),
  );
  if (!page.ok) throw new AppError('internal', {}, { cause: page.refusal });
  return page.value;
}
