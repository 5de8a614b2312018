import { csvFormatRow } from 'd3-dsv';

/** Programs that open a file by themselves take it for UTF-8 by this mark. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would compute is kept as text; a signed number stays a number. */
const FORMULA = /^[=@\t\r]|^[+-](?!\d)/;

/** Lines of a table as every spreadsheet opens them, each with its end (RFC 4180); nothing in a cell is computed. */
export function csvLines(rows: readonly (readonly unknown[])[], formula = FORMULA): string {
  const disarmed = (cell: unknown) => {
    const text = cell === null || cell === undefined ? '' : String(cell);
    return formula.test(text) ? `'${text}` : text;
  };
  return rows.map((row) => `${csvFormatRow(row.map(disarmed))}\r\n`).join('');
}
