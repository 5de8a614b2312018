import type { Context } from '../../context.ts';
import { queueNotices } from '../../db/queue-notices.ts';
import { runOnce } from '../../db/run-once.ts';
import { QUESTIONS_PER_DAY, questionsSinceMs, readQuestion } from '../../domain/question.ts';
import { staffEvent } from '../../domain/staff-notice.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { writtenText } from '../../lib/written-text.ts';
import {
  insertOrderQuestion,
  insertQuestion,
  type QuestionRow,
  refuseTooMany,
  selectOrderQuestion,
  selectOwnQuestions,
} from './queries.ts';

/** A page shows these; older ones are settled. */
const OWN_SHOWN = 20;
/** When another question may be asked, at the latest: what the refusal says. */
const RETRY_SECONDS = 3_600;

/** A member asks her shop. The form's key makes sending it twice one question. */
export async function askQuestion({
  ctx,
  input,
}: {
  ctx: Context;
  input: { memberId: string; text: string; key: string };
}): Promise<Result<null>> {
  const read = readQuestion(writtenText(input.text));
  if (!read.ok) return refuse({ code: 'invalid_input', field: 'text', reason: read.wrong });
  const { memberId, key } = input;
  const row = newQuestion(ctx, memberId, { kind: 'question', orderNumber: null, text: read.text });
  const asked = await runOnce({
    ctx,
    key,
    operation: 'questions.ask',
    input: { text: read.text },
    statements: [...tooMany(ctx, memberId), insertQuestion(ctx, row), tellStaff(ctx, row)],
    value: null,
    status: 201,
    refusalOf: refusalOf,
  });
  return asked.ok ? succeed(null) : asked;
}

/** Sends an order that was not found to the shop; the same order is sent once. */
export async function askAboutOrder({
  ctx,
  input: { memberId, orderNumber },
}: {
  ctx: Context;
  input: { memberId: string; orderNumber: string };
}): Promise<Result<null>> {
  const row = newQuestion(ctx, memberId, { kind: 'missing_points', orderNumber, text: '' });
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    ...tooMany(ctx, memberId),
    insertOrderQuestion(ctx, row),
    tellStaff(ctx, row),
  ]);
  if (attempt.ok) return succeed(null);
  const refusal = refusalOf(attempt.conflict);
  if (!refusal) throw new Error(`unexpected conflict: ${JSON.stringify(attempt.conflict)}`);
  return refuse(refusal);
}

/** Whether the shop was asked about this order of hers. */
export async function wasAskedAbout({
  ctx,
  input: { memberId, orderNumber },
}: {
  ctx: Context;
  input: { memberId: string; orderNumber: string };
}): Promise<boolean> {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectOrderQuestion(ctx, memberId, orderNumber)]);
  return rows.length > 0;
}

/** What she asked and what was answered, newest first. */
export async function listOwnQuestions({
  ctx,
  input: { memberId },
}: {
  ctx: Context;
  input: { memberId: string };
}): Promise<QuestionRow[]> {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectOwnQuestions(ctx, memberId, OWN_SHOWN)]);
  return rows;
}

function newQuestion(
  ctx: Context,
  memberId: string,
  asked: Pick<QuestionRow, 'kind' | 'orderNumber' | 'text'>,
): QuestionRow {
  return {
    tenantId: ctx.tenant.id,
    id: newId('qst'),
    memberId,
    ...asked,
    askedAtMs: ctx.clock.nowMs(),
    answer: null,
    answeredAtMs: null,
    answeredBy: null,
  };
}

/** The staff are told of an order once too, whichever of its questions was the one that was kept. */
function tellStaff(ctx: Context, { id, kind, memberId, orderNumber, askedAtMs }: QuestionRow) {
  const event = staffEvent(kind, id);
  const key = orderNumber === null ? event.key : [kind, memberId, orderNumber].join('/');
  return queueNotices(ctx, [{ ...event, key }], askedAtMs);
}

function tooMany(ctx: Context, memberId: string) {
  const limit = { sinceMs: questionsSinceMs(ctx.clock.nowMs()), max: QUESTIONS_PER_DAY };
  return refuseTooMany(ctx, memberId, limit);
}

function refusalOf(conflict: { kind: string; reason?: string }) {
  return conflict.kind === 'guard' && conflict.reason === 'too_many_questions'
    ? { code: 'too_many_requests' as const, seconds: RETRY_SECONDS }
    : null;
}
