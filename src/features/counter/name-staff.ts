import type { Context } from '../../context.ts';
import { selectPersonNames } from '../staff/queries.ts';

/** What these people are called, those who left the staff too; whoever asks needs no look-up. */
export async function nameStaff(
  { authDb, actor }: Pick<Context, 'authDb' | 'actor'>,
  staffIds: readonly (string | null)[],
): Promise<Map<string, string>> {
  const own: [string, string][] = actor.kind === 'staff' ? [[actor.userId, actor.name]] : [];
  const known = new Map(own);
  const others = new Set(staffIds.flatMap((id) => (id && !known.has(id) ? [id] : [])));
  const found = others.size === 0 ? [] : await selectPersonNames(authDb, [...others]);
  for (const { id, name } of found) known.set(id, name);
  return known;
}
