import { queryOptions } from '@tanstack/react-query';
import type {
  ProgrammeAnswer,
  ProgrammeVersionsAnswer,
  PublishProgrammeInput,
} from '../../../src/features/programme/schemas.ts';
import { read, write } from '../api/client.ts';

export type { ProgrammeAnswer, PublishProgrammeInput };

export const PROGRAMME_KEY = ['programme'] as const;

export const programmeQuery = queryOptions({
  queryKey: PROGRAMME_KEY,
  queryFn: ({ signal }) => read<ProgrammeAnswer>('/programme', {}, signal),
});

export const versionsQuery = queryOptions({
  queryKey: [...PROGRAMME_KEY, 'versions'],
  queryFn: ({ signal }) => read<ProgrammeVersionsAnswer>('/programme/versions', {}, signal),
});

export function publishProgramme(programme: PublishProgrammeInput, key: string): Promise<ProgrammeAnswer> {
  return write('/programme', { method: 'PUT', body: programme, key });
}
