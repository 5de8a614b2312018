import { writeTable } from '../table-file/write-table.ts';

/** Saves a table as a file that a spreadsheet opens. */
export async function saveTable(name: string, lines: readonly (readonly string[])[]): Promise<void> {
  const address = URL.createObjectURL(
    new Blob([await writeTable(lines)], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file once this turn is over.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
