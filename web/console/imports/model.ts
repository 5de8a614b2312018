import type { ImportColumn, ListedCells } from '../../../src/domain/imports/listed-row.ts';
import { type FoundOrder, findDateOrder } from '../../../src/domain/imports/read-date.ts';
import type { CheckedRow, MemberImportAnswer } from '../../../src/features/imports/file-schemas.ts';
import type { Table } from '../table-file/read-table.ts';

/** What the server takes in one call, and a length that stays well below its limit in bytes. */
const ROWS_PER_CALL = 500;
const CHARACTERS_PER_CALL = 40_000;
/** What is longer is no cell of a member, and refused for its column's sake anyway. */
const CELL_CHARACTERS = 500;

export type Columns = readonly (ImportColumn | null)[];
export type ListedRow = { row: number; cells: ListedCells };

/** What can name a person; a list without any of these columns names nobody. */
const NAMING: readonly ImportColumn[] = ['phone', 'email', 'externalId'];

/** The rows as the server takes them: what a column that was left out says is not sent. */
export function listedRows({ rows }: Pick<Table, 'rows'>, columns: Columns): ListedRow[] {
  return rows.map(({ line, cells }) => ({
    row: line,
    cells: Object.fromEntries(
      columns.flatMap((column, place) =>
        column === null ? [] : [[column, (cells[place] ?? '').slice(0, CELL_CHARACTERS)]],
      ),
    ),
  }));
}

/** Whether somebody can be found by these columns. */
export function namesPeople(columns: Columns): boolean {
  return NAMING.some((column) => columns.includes(column));
}

/** How the dates of these columns are written, as far as they say it themselves. */
export function dateOrderOf({ rows }: Pick<Table, 'rows'>, columns: Columns): FoundOrder {
  const places = columns.flatMap((column, place) =>
    column === 'expires' || column === 'memberSince' ? [place] : [],
  );
  return findDateOrder(rows.flatMap(({ cells }) => places.map((place) => cells[place] ?? '')));
}

/** The rows in as many calls as they need. */
export function callsOf(rows: readonly ListedRow[]): ListedRow[][] {
  const calls: ListedRow[][] = [];
  let characters = 0;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    const last = calls.at(-1);
    if (last && last.length < ROWS_PER_CALL && characters + length <= CHARACTERS_PER_CALL) last.push(row);
    else {
      calls.push([row]);
      characters = 0;
    }
    characters += length;
  }
  return calls;
}

/** Each row's fate with what only the whole file tells: whom an earlier row names is refused. */
export function withRepeats(rows: readonly CheckedRow[]): CheckedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.outcome === 'refused') return row;
    const { phone, email, externalId } = row.identity;
    const names = [phone && `p${phone}`, email && `e${email}`, externalId && `x${externalId}`]
      .concat(row.memberId && `m${row.memberId}`)
      .filter((name) => name !== null && name !== '');
    const repeats = names.some((name) => seen.has(name as string));
    if (repeats) return { ...row, outcome: 'refused', field: 'phone', reason: 'repeats_row' };
    for (const name of names) seen.add(name as string);
    return row;
  });
}

export type CheckSummary = { newRows: number; knownRows: number; refused: CheckedRow[]; points: number };

/** What would come of the whole file. */
export function summaryOf(rows: readonly CheckedRow[]): CheckSummary {
  const good = rows.filter(({ outcome }) => outcome !== 'refused');
  return {
    newRows: good.filter(({ outcome }) => outcome === 'new').length,
    knownRows: good.filter(({ outcome }) => outcome === 'known').length,
    refused: rows.filter(({ outcome }) => outcome === 'refused'),
    points: good.reduce((sum, { points }) => sum + points, 0),
  };
}

/** The rows that are wrong as a file to correct: the shop's own columns, and why in words as the last one. */
export function refusedTable(
  { header, rows }: Pick<Table, 'header' | 'rows'>,
  refused: readonly { row: number; why: string }[],
  reasonHeader: string,
): string[][] {
  const byLine = new Map(rows.map(({ line, cells }) => [line, cells]));
  return [
    [...header, reasonHeader],
    ...refused.map(({ row, why }) => [...(byLine.get(row) ?? header.map(() => '')), why]),
  ];
}

const REASONS = [
  'missing',
  'not_a_phone_number',
  'not_an_email_address',
  'belongs_to_another_member',
  'is_member',
  'repeats_row',
  'not_points',
  'not_whole',
  'negative',
  'too_many',
  'too_long',
  'not_a_date',
  'date_ambiguous',
  'already_expired',
  'in_the_future',
  'shortened_by_spreadsheet',
  'undone',
] as const;
export type RowReason = (typeof REASONS)[number] | 'other';

/** What is wrong with a row, as its sentence is named. */
export function reasonOf(reason: string | null): RowReason {
  return REASONS.find((known) => known === reason) ?? 'other';
}

/** Whether there is something to be done for a list. */
export function isUnderWay({ state }: Pick<MemberImportAnswer, 'state'>): boolean {
  return state === 'running' || state === 'reversing';
}

/** How far a list is on its way in, or back; 0 to 100. */
export function percentOf({ state, rowsTotal, figures }: MemberImportAnswer): number {
  const { takenRows, refusedRows, newMembers, knownMembers, outMembers } = figures;
  const back = state === 'reversing' || state === 'reversed';
  const [done, total] = back ? [outMembers, newMembers + knownMembers] : [takenRows + refusedRows, rowsTotal];
  if (total === 0) return isUnderWay({ state }) ? 0 : 100;
  return Math.floor((100 * Math.min(done, total)) / total);
}

const PAUSE_MS_MAX = 30_000;

/** How long to wait before the next try after so many failures in a row. */
export function pauseAfterMs(failures: number): number {
  return Math.min(PAUSE_MS_MAX, 1_000 * 2 ** Math.max(0, failures - 1));
}

/** Until when a date of a list is meant, both ways, for whoever is asked which is right. */
export function bothReadings(
  example: string,
): { dayFirst: [number, number]; monthFirst: [number, number] } | null {
  const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}$/.exec(example) ?? [];
  if (first === undefined || second === undefined) return null;
  const [a, b] = [Number(first), Number(second)];
  return { dayFirst: [b, a], monthFirst: [a, b] };
}
