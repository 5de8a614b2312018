import type { Context } from '../../context.ts';
import { type Birthday, birthdayOf } from '../../domain/birthday.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { setOwnBirthday } from './queries.ts';

/** She says her birthday once; afterwards what she said first stands, until the shop has removed it. */
export async function sayBirthday({
  ctx,
  input: { memberId, month, day },
}: {
  ctx: Context;
  input: { memberId: string; month: string; day: string };
}): Promise<Result<{ birthday: Birthday }>> {
  const birthday = birthdayOf(month, day);
  if (birthday === null) return refuse({ code: 'invalid_input', field: 'day', reason: 'no_such_day' });
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [setOwnBirthday(ctx, memberId, birthday)]);
  return row?.birthday ? succeed({ birthday: row.birthday }) : refuse({ code: 'not_found' });
}
