import { type Decoded, decodeTable, type Encoding, type UnreadableFile } from './decode-table.ts';
import { plainCell } from './plain-cell.ts';

/** A table as somebody's file holds it: every cell is text, whatever it looks like. */
export type Table = {
  header: string[];
  /** As many cells as the header has; `line` is where the row stands in the file, the header is line 1. */
  rows: { line: number; cells: string[] }[];
  encoding: Encoding;
  separator: string;
};
export type ReadTable = { ok: true; table: Table } | { ok: false; reason: UnreadableFile };

const LINES_GUESSED_BY = 20;

/**
 * Reads a file of values between commas, semicolons, tabs or bars: encoding and separator are found by
 * themselves. Nothing is computed: a cell that begins like a formula is the text that it is.
 */
export async function readTable(
  bytes: ArrayBuffer,
  options: { encoding?: Encoding; locale?: string } = {},
): Promise<ReadTable> {
  const decoded: Decoded = decodeTable(bytes, options);
  if (!decoded.ok) return decoded;
  // Loaded with the first file that somebody picks.
  const { default: Papa } = await import('papaparse');
  const delimitersToGuess = [',', ';', '\t', '|'];
  // Empty lines would count as evidence against a separator; in the table they count as lines.
  const guessing = { delimitersToGuess, preview: LINES_GUESSED_BY, skipEmptyLines: 'greedy' } as const;
  const separator = Papa.parse<string[]>(decoded.text, guessing).meta.delimiter;
  const { data } = Papa.parse<string[]>(decoded.text, { delimiter: separator });
  const lines = data.map((cells, place) => ({ line: place + 1, cells: cells.map(plainCell) }));
  const [first, ...others] = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (first === undefined) return { ok: false, reason: 'empty' };
  const header = first.cells;
  const rows = others.map(({ line, cells }) => ({
    line,
    cells: header.map((_, column) => cells[column] ?? ''),
  }));
  const { encoding } = decoded;
  return { ok: true, table: { header, rows, encoding, separator } };
}
