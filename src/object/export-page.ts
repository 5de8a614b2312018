import type { Json } from '../domain/journal.ts';

/** Where a page of an export begins, null for the first, and how much JSON its lists may come to. */
export type ExportRequest = { cursor: string | null; bytes: number };

/** A quarter of what a call may carry, and little beside an object's memory. */
const BYTES_MAX = 4_000_000;
const ROWS_AT_ONCE = 100;

export const FIRST_EXPORT_PAGE: ExportRequest = { cursor: null, bytes: BYTES_MAX };

type ListsOf<State> = {
  [Name in keyof State as State[Name] extends unknown[] ? Name : never]?: State[Name];
};

/** All that an export says of one row, and the row's key in the order of its part. */
export type ExportEntry<State> = { key: Json; adds: ListsOf<State> };
/** One table of an object as its export tells it: the next rows after a key, null for the first. */
export type ExportPart<State> = (after: Json, limit: number) => ExportEntry<State>[];

/**
 * Fills the state's lists with one page of the parts, one row at least while any is left. Answers
 * where the next page begins, null at the end. Pages joined are the whole, as long as the object's
 * head stays the same; a cursor that is none begins nowhere, which is undefined.
 */
export function fillExportPage<State extends object>(
  state: State,
  parts: readonly ExportPart<State>[],
  { cursor, bytes }: ExportRequest,
): string | null | undefined {
  const start = parseCursor(cursor);
  if (start === undefined) return undefined;
  const bytesMax = Math.min(bytes, BYTES_MAX);
  let filled = 0;
  for (const [index, part] of parts.entries()) {
    if (index < start.part) continue;
    let after = index === start.part ? start.after : null;
    for (let entries = part(after, ROWS_AT_ONCE); ; entries = part(after, ROWS_AT_ONCE)) {
      for (const { key, adds } of entries) {
        if (filled >= bytesMax) return JSON.stringify([index, after]);
        addTo(state, adds);
        filled += JSON.stringify(adds).length;
        after = key;
      }
      if (entries.length < ROWS_AT_ONCE) break;
    }
  }
  return null;
}

function addTo<State extends object>(state: State, adds: ListsOf<State>): void {
  const lists = state as Record<string, unknown[]>;
  for (const [name, items] of Object.entries(adds as Record<string, unknown[]>))
    for (const item of items) lists[name]?.push(item);
}

function parseCursor(cursor: string | null): { part: number; after: Json } | undefined {
  if (cursor === null) return { part: 0, after: null };
  try {
    const [part, after] = JSON.parse(cursor) as [unknown, Json];
    return typeof part === 'number' ? { part, after } : undefined;
  } catch {
    return undefined;
  }
}
