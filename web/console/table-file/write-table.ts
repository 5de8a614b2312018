/** What a spreadsheet would compute, or run, if it stood at the beginning of a cell. */
const FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = '\uFEFF';

/** A table as a file that every spreadsheet opens as text, in UTF-8 with its mark; formulas are disarmed. */
export async function writeTable(lines: readonly (readonly string[])[]): Promise<string> {
  const { default: Papa } = await import('papaparse');
  return `${BYTE_ORDER_MARK}${Papa.unparse(
    lines.map((line) => [...line]),
    { escapeFormulae: FORMULA },
  )}\r\n`;
}
