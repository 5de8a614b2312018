import { queryOptions } from '@tanstack/react-query';
import type { TestMemberAnswer } from '../../../src/features/poster/schemas.ts';
import { read, write } from '../api/client.ts';
import { keptJoin } from './model.ts';

export const TEST_MEMBER_KEY = ['test-member'] as const;
/** How soon the screen notices that a phone has joined. */
const LOOK_EVERY_MS = 4_000;

export const testMemberQuery = queryOptions({
  queryKey: TEST_MEMBER_KEY,
  queryFn: ({ signal }) => read<TestMemberAnswer>('/test-member', {}, signal),
  refetchInterval: ({ state }) => (state.data?.join ? LOOK_EVERY_MS : false),
  structuralSharing: (shown, next) =>
    keptJoin(shown as TestMemberAnswer | undefined, next as TestMemberAnswer, Date.now()),
});

export function removeTestMember(_input: null, key: string): Promise<TestMemberAnswer> {
  return write('/test-member', { method: 'DELETE', key });
}

/** Tells that a sheet was saved for printing; once is enough, and nobody waits for it. */
export async function noteSheetSaved(): Promise<void> {
  await write('/sheet-saved', { method: 'POST', key: crypto.randomUUID() });
}
