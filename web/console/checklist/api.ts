import { queryOptions } from '@tanstack/react-query';
import type { ChecklistAnswer } from '../../../src/features/checklist/schemas.ts';
import { read, write } from '../api/client.ts';

export type Checklist = ChecklistAnswer;

export const CHECKLIST_KEY = ['checklist'] as const;

export const checklistQuery = queryOptions({
  queryKey: CHECKLIST_KEY,
  queryFn: ({ signal }) => read<Checklist>('/checklist', {}, signal),
});

export function hideChecklist(hidden: boolean, key: string): Promise<Checklist> {
  return write('/checklist', { method: 'PUT', body: { hidden }, key });
}
