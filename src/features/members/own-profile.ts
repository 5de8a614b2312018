import type { Context } from '../../context.ts';
import type { Locale } from '../../domain/locale.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { writtenLine } from '../../lib/written-text.ts';
import { type MemberRow, setOwnProfile } from './queries.ts';

export const NAME_CHARACTERS_MAX = 80;

/** What a member says of herself: how she is called, and the language of what is sent to her. */
export async function changeOwnProfile({
  ctx,
  input: { memberId, displayName, locale },
}: {
  ctx: Context;
  input: { memberId: string; displayName: string; locale: Locale };
}): Promise<Result<MemberRow>> {
  const name = writtenLine(displayName);
  if (name.length > NAME_CHARACTERS_MAX) {
    return refuse({ code: 'invalid_input', field: 'displayName', reason: 'too_long' });
  }
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [
    setOwnProfile(ctx, memberId, { displayName: name, locale }),
  ]);
  return row ? succeed(row) : refuse({ code: 'not_found' });
}
