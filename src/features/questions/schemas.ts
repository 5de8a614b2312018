import { z } from '@hono/zod-openapi';
import { ANSWER_CHARACTERS_MAX } from '../../domain/question.ts';
import { written } from '../../lib/written-schema.ts';

export const questionSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['question', 'missing_points']),
    /** The order whose points are missing. */
    orderNumber: z.string().nullable(),
    text: z.string(),
    askedAt: z.string(),
    answer: z.string().nullable(),
    answeredAt: z.string().nullable(),
    memberId: z.string(),
    memberName: z.string().nullable(),
    memberNumber: z.string().nullable(),
  })
  .openapi('Question');
export type QuestionAnswer = z.infer<typeof questionSchema>;

export const questionListSchema = z
  .object({ items: z.array(questionSchema), nextCursor: z.string().nullable() })
  .openapi('QuestionList');

export const answerQuestionSchema = z
  .strictObject({ text: written(ANSWER_CHARACTERS_MAX).min(1) })
  .openapi('AnswerQuestion');
