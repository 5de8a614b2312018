import { z } from '@hono/zod-openapi';
import { defineRoute, json, jsonBody } from '../../http/define-route.ts';
import { unwrap } from '../../http/errors.ts';
import { jsonRoutes } from '../../http/host-app.ts';
import { pageQuery } from '../paging.ts';
import { answerQuestion } from './answer-question.ts';
import { questionAnswer } from './answers.ts';
import { listQuestions } from './list-questions.ts';
import { answerQuestionSchema, questionListSchema, questionSchema } from './schemas.ts';

/** The shop's inbox, under `console.<root>/api`: whoever stands at the counter may answer. */
export const questionConsoleRoutes = jsonRoutes()
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'get',
        path: '/questions',
        request: {
          query: z.object({ state: z.enum(['open', 'answered']).default('open'), ...pageQuery }),
        },
        responses: { 200: json(questionListSchema, 'What members asked') },
      },
    ),
    async (c) => {
      const { state, cursor, limit } = c.req.valid('query');
      const input = { state, cursor: cursor ?? null, limit };
      const { items, nextCursor } = unwrap(await listQuestions({ ctx: c.var.ctx, input }));
      return c.json({ items: items.map(questionAnswer), nextCursor }, 200);
    },
  )
  .openapi(
    defineRoute(
      { role: 'manager' },
      {
        method: 'post',
        path: '/questions/{questionId}/answer',
        request: {
          params: z.object({ questionId: z.string().min(1).max(64) }),
          body: jsonBody(answerQuestionSchema),
        },
        responses: { 200: json(questionSchema, 'The question with its answer') },
      },
    ),
    async (c) => {
      const key = c.var.idempotencyKey;
      const input = { ...c.req.valid('param'), ...c.req.valid('json'), key };
      return c.json(questionAnswer(unwrap(await answerQuestion({ ctx: c.var.ctx, input }))), 200);
    },
  );
