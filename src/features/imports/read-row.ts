import type { Context } from '../../context.ts';
import {
  type ListedCells,
  type ListedRow,
  type ReadRow,
  type RowFault,
  readListedRow,
} from '../../domain/imports/listed-row.ts';
import { writtenLine } from '../../lib/written-text.ts';
import { readIdentifiers } from '../members/identify-member.ts';
import type { Identifiers } from '../members/queries.ts';

export type ListRow = ListedRow & {
  identifiers: Identifiers;
  displayName: string | null;
  note: string | null;
};

/** What a row of a file says: who is meant, and what she is brought. The first cell that is wrong is its fault. */
export function readRow(
  ctx: Pick<Context, 'tenant'>,
  cells: ListedCells,
  reading: Omit<Parameters<typeof readListedRow>[1], 'timeZone'>,
): { ok: true; value: ListRow } | { ok: false; fault: RowFault } {
  const read: ReadRow = readListedRow(cells, { ...reading, timeZone: ctx.tenant.timeZone });
  if (!read.ok) return read;
  const text = (cell: string | undefined) => writtenLine(cell ?? '') || null;
  const typed = {
    // Digits of an input method for Chinese are digits.
    phone: text(cells.phone?.normalize('NFKC')),
    email: text(cells.email?.normalize('NFKC')),
    externalId: text(cells.externalId),
  };
  const identifiers = readIdentifiers(ctx, typed);
  if (!identifiers.ok) {
    const { field, reason } = identifiers.refusal as { field: 'phone' | 'email'; reason: string };
    return { ok: false, fault: { field, reason } };
  }
  if (!Object.values(identifiers.value).some(Boolean)) {
    const field = (['phone', 'email', 'externalId'] as const).find((name) => cells[name] !== undefined);
    return { ok: false, fault: { field: field ?? 'phone', reason: 'missing' } };
  }
  const { displayName, note } = cells;
  const value = {
    ...read.value,
    identifiers: identifiers.value,
    displayName: text(displayName),
    note: text(note),
  };
  return { ok: true, value };
}
