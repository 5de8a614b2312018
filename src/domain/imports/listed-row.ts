import { momentOfWallTime, startOfDayAfter } from '../calendar.ts';
import { type DateOrder, readDate } from './read-date.ts';
import { readPoints } from './read-points.ts';

/** What a column of a shop's list can say of a member. */
export const IMPORT_COLUMNS = [
  'phone',
  'email',
  'externalId',
  'displayName',
  'points',
  'expires',
  'memberSince',
  'note',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** A row as its file says it; a column that the file does not have is left out. */
export type ListedCells = { [Column in ImportColumn]?: string | undefined };

/** How a whole list is read, decided once before its first row. */
export type ImportOptions = {
  /** Null where no date of the list can be read in two ways. */
  dateOrder: DateOrder | null;
  /** What becomes of rows that name somebody who is a member already. */
  knownMembers: 'add' | 'skip';
  /** The same file stood there already, and somebody said that this one is meant too. */
  again?: true;
};

/** What has become of a list so far, counted over its rows and members. */
export type ImportFigures = {
  takenRows: number;
  refusedRows: number;
  waitingRows: number;
  /** Members that it made, and such as were there. */
  newMembers: number;
  knownMembers: number;
  points: number;
  /** Of a list that is taken back. */
  outMembers: number;
  takenPoints: number;
  lapsedPoints: number;
  owedPoints: number;
  owingMembers: number;
  writtenOffPoints: number;
  closedMembers: number;
};

export const NO_FIGURES: ImportFigures = {
  takenRows: 0,
  refusedRows: 0,
  waitingRows: 0,
  newMembers: 0,
  knownMembers: 0,
  points: 0,
  outMembers: 0,
  takenPoints: 0,
  lapsedPoints: 0,
  owedPoints: 0,
  owingMembers: 0,
  writtenOffPoints: 0,
  closedMembers: 0,
};

/** Rows that one list holds at most. */
export const IMPORT_ROWS_MAX = 50_000;
/** The last place in a file that a row can have: empty ones between the others count. */
export const PLACE_MAX = 1_000_000;
/** Points on one paper card; more is a telephone number in the wrong column. */
const ROW_POINTS_MAX = 1_000_000_000;
const NAME_CHARACTERS_MAX = 80;
const NOTE_CHARACTERS_MAX = 200;
const EXTERNAL_ID_CHARACTERS_MAX = 128;

/** What a row says besides who is meant. `expiresAtMs` undefined: it names no end of its own. */
export type ListedRow = {
  points: number;
  expiresAtMs: number | undefined;
  memberSinceMs: number | null;
};

export type RowFault = { field: ImportColumn; reason: string };
export type ReadRow = { ok: true; value: ListedRow } | { ok: false; fault: RowFault };

/**
 * Reads what a row says of points and days; the first cell that cannot be read is its fault. The last
 * day on which points can be spent ends with that day in the shop's zone.
 */
export function readListedRow(
  cells: ListedCells,
  { dateOrder, timeZone, nowMs }: { dateOrder: DateOrder | null; timeZone: string; nowMs: number },
): ReadRow {
  const long = tooLong(cells);
  if (long !== null) return fault(long, 'too_long');
  const shortened = (['phone', 'externalId'] as const).find((name) => isShortened(cells[name] ?? ''));
  if (shortened !== undefined) return fault(shortened, 'shortened_by_spreadsheet');
  const points = cells.points === undefined ? 0 : readPoints(cells.points);
  if (typeof points === 'string') return fault('points', points);
  if (points > ROW_POINTS_MAX) return fault('points', 'too_many');
  const expires = dayIn(cells.expires, dateOrder, timeZone);
  if (typeof expires === 'string') return fault('expires', expires);
  const expiresAtMs = expires === null ? undefined : startOfDayAfter(expires, 1, timeZone);
  if (expiresAtMs !== undefined && expiresAtMs <= nowMs) return fault('expires', 'already_expired');
  const memberSinceMs = dayIn(cells.memberSince, dateOrder, timeZone);
  if (typeof memberSinceMs === 'string') return fault('memberSince', memberSinceMs);
  if (memberSinceMs !== null && memberSinceMs > nowMs) return fault('memberSince', 'in_the_future');
  return { ok: true, value: { points, expiresAtMs, memberSinceMs } };
}

/** The first moment of the day in a cell; null where it is empty, a reason where it is none. */
function dayIn(cell: string | undefined, order: DateOrder | null, timeZone: string): number | string | null {
  if (cell === undefined || cell.trim() === '') return null;
  const date = readDate(cell, order);
  if (!date.ok) return date.reason;
  return momentOfWallTime(`${date.day}T00:00`, timeZone) ?? 'not_a_date';
}

function tooLong(cells: ListedCells): ImportColumn | null {
  const most = {
    displayName: NAME_CHARACTERS_MAX,
    note: NOTE_CHARACTERS_MAX,
    externalId: EXTERNAL_ID_CHARACTERS_MAX,
  };
  for (const [name, characters] of Object.entries(most))
    if ((cells[name as keyof typeof most] ?? '').length > characters) return name as ImportColumn;
  return null;
}

/** "1.38E+10": the spreadsheet has thrown the last digits of a number away. */
function isShortened(cell: string): boolean {
  return /^\d+([.,]\d+)?E\+?\d+$/i.test(cell.trim());
}

function fault(field: ImportColumn, reason: string): { ok: false; fault: RowFault } {
  return { ok: false, fault: { field, reason } };
}
