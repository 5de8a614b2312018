import type { Context } from '../../context.ts';
import { runOnce } from '../../db/run-once.ts';
import { NOTICE_KINDS } from '../../domain/staff-notice.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { selectChoice, setChoice } from './queries.ts';
import type { NoticeChoice } from './schemas.ts';

const DEFAULT: NoticeChoice = { muted: [], locale: null, quietNights: false };

/** What somebody of the staff hears of, in which language and whether by night; all of it where she chose nothing. */
export async function getNoticeChoice({
  ctx,
  input: { userId },
}: {
  ctx: Context;
  input: { userId: string };
}): Promise<NoticeChoice> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectChoice(ctx, userId)]);
  return row ? { muted: row.muted, locale: row.locale, quietNights: row.quietNights } : DEFAULT;
}

/** Keeps what she chose; letters that wait already are written by it too. */
export async function chooseNotices({
  ctx,
  input: { userId, key, ...choice },
}: {
  ctx: Context;
  input: NoticeChoice & { userId: string; key: string };
}): Promise<Result<NoticeChoice>> {
  const muted = NOTICE_KINDS.filter((kind) => choice.muted.includes(kind));
  const value = { ...choice, muted };
  const saved = await runOnce({
    ctx,
    key,
    operation: 'notices.choose',
    input: asJson(value),
    statements: [setChoice(ctx, { userId, ...value })],
    value,
    status: 200,
  });
  return saved.ok ? succeed(saved.value) : saved;
}
