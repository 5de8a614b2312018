import { actorRef, type Context } from '../../context.ts';
import { queueLetters } from '../../db/queue-letters.ts';
import { runOnce } from '../../db/run-once.ts';
import { wantedLetter } from '../../domain/letter.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import type { AskedQuestion } from './list-questions.ts';
import { selectQuestion, setAnswer } from './queries.ts';

/** The shop answers a question, once: the member may have read it a moment later. */
export async function answerQuestion({
  ctx,
  input: { questionId, text, key },
}: {
  ctx: Context;
  input: { questionId: string; text: string; key: string };
}): Promise<Result<AskedQuestion>> {
  const [[known]] = await ctx.db.batch(ctx.tenant.id, [selectQuestion(ctx, questionId)]);
  if (!known) return refuse({ code: 'not_found' });
  const answered = { answer: text, answeredAtMs: ctx.clock.nowMs(), answeredBy: actorRef(ctx.actor).id };
  const letter = wantedLetter('question_answered', known.question.memberId, questionId);
  const saved = await runOnce({
    ctx,
    key,
    operation: 'questions.answer',
    input: { questionId, text },
    statements: [
      ...setAnswer(ctx, questionId, answered),
      addAuditRow(ctx, 'questions.answer', known.question.memberId, { questionId }),
      queueLetters(ctx, [letter], ctx.clock.nowMs()),
    ],
    value: null,
    status: 200,
    refusalOf: (conflict) =>
      conflict.kind === 'guard' && conflict.reason === 'answered_already'
        ? { code: 'wrong_state', state: 'answered' }
        : null,
  });
  if (!saved.ok) return saved;
  const [[now]] = await ctx.db.batch(ctx.tenant.id, [selectQuestion(ctx, questionId)]);
  return now ? succeed(now) : refuse({ code: 'not_found' });
}
