import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  CheckedRow,
  CheckRowsInput,
  CreateImportInput,
  importListSchema,
  MemberImportAnswer,
  refusedRowsSchema,
} from '../../../src/features/imports/file-schemas.ts';
import { read, write } from '../api/client.ts';
import { MEMBERS_KEY } from '../members/api.ts';
import { callsOf, type ListedRow } from './model.ts';

export type MemberImport = MemberImportAnswer;
export type NewImport = Omit<CreateImportInput, 'rowsTotal'>;
type ImportList = z.infer<typeof importListSchema>;
type RefusedRows = z.infer<typeof refusedRowsSchema>;
export type Reading = Pick<CheckRowsInput, 'dateOrder' | 'knownMembers'>;

const IMPORTS_KEY = ['imports'] as const;

export const importListQuery = infiniteQueryOptions({
  queryKey: [...IMPORTS_KEY, 'list'],
  queryFn: ({ pageParam, signal }) => read<ImportList>('/imports', { cursor: pageParam, limit: 20 }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

/** A list that came by the API has whatever name its sender gave it. */
const pathOf = (importId: string) => `/imports/${encodeURIComponent(importId)}`;

export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: [...IMPORTS_KEY, importId],
    queryFn: ({ signal }) => read<MemberImport>(pathOf(importId), {}, signal),
  });

export const refusedRowsQuery = (importId: string) =>
  infiniteQueryOptions({
    queryKey: [...IMPORTS_KEY, importId, 'refused'],
    queryFn: ({ pageParam, signal }) =>
      read<RefusedRows>(`${pathOf(importId)}/refused`, { cursor: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

type Tell = (done: number, total: number) => void;

/** What would become of each row; `tell` hears how many have been looked at. */
export async function checkAll(
  rows: readonly ListedRow[],
  reading: Reading,
  { tell, signal }: { tell: Tell; signal: AbortSignal },
): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = [];
  for (const call of callsOf(rows)) {
    tell(checked.length, rows.length);
    signal.throwIfAborted();
    const body = { ...reading, rows: call };
    const answer = await write<{ rows: CheckedRow[] }>('/imports/check', {
      method: 'POST',
      body,
      key: crypto.randomUUID(),
    });
    checked.push(...answer.rows);
  }
  signal.throwIfAborted();
  return checked;
}

/** Hands a file over and begins it; sent again under its key after a cut, it is the same list. */
export async function beginImport(
  list: NewImport,
  rows: readonly ListedRow[],
  { key, tell }: { key: string; tell: Tell },
): Promise<MemberImport> {
  tell(0, rows.length);
  const body = { ...list, rowsTotal: rows.length };
  const created = await write<MemberImport>('/imports', { method: 'POST', body, key });
  let sent = 0;
  for (const call of callsOf(rows)) {
    await write(`${pathOf(created.id)}/rows`, {
      method: 'PUT',
      body: { rows: call },
      key: crypto.randomUUID(),
    });
    sent += call.length;
    tell(sent, rows.length);
  }
  return write(`${pathOf(created.id)}/start`, { method: 'POST', key: crypto.randomUUID() });
}

/** Takes a list one step on. */
export function stepImport(importId: string): Promise<MemberImport> {
  return write(`${pathOf(importId)}/steps`, { method: 'POST', key: crypto.randomUUID() });
}

export function undoImport(importId: string, key: string): Promise<MemberImport> {
  return write(`${pathOf(importId)}/undo`, { method: 'POST', key });
}

/** What a list that has come to an end has changed on other screens. */
export function refreshAfter(client: QueryClient): Promise<unknown> {
  return Promise.all(
    [IMPORTS_KEY, MEMBERS_KEY, ['home']].map((queryKey) => client.invalidateQueries({ queryKey })),
  );
}
