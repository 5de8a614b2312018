import { infiniteQueryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { QuestionAnswer, questionListSchema } from '../../../src/features/questions/schemas.ts';
import { read, write } from '../api/client.ts';

export type QuestionList = z.infer<typeof questionListSchema>;
export type Question = QuestionAnswer;
export type QuestionTab = 'open' | 'answered';

export const QUESTIONS_KEY = ['questions'] as const;

export const questionListQuery = (state: QuestionTab) =>
  infiniteQueryOptions({
    queryKey: [...QUESTIONS_KEY, state],
    queryFn: ({ pageParam, signal }) =>
      read<QuestionList>('/questions', { state, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export type Reply = { questionId: string; text: string };

export function answerQuestion({ questionId, text }: Reply, key: string): Promise<Question> {
  return write(`/questions/${questionId}/answer`, { method: 'POST', body: { text }, key });
}
