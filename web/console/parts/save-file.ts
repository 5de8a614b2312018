/** Hands a file to the browser to keep. */
export function saveFile(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  // Safari reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Saves a table that a spreadsheet opens. */
export function saveTable(table: string, name: string): void {
  saveFile(new Blob([table], { type: 'text/csv;charset=utf-8' }), name);
}
