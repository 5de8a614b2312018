/**
 * What a cell says, without what a spreadsheet puts around a text to keep it one: `="0138…"` and a
 * leading apostrophe. Every other formula stays the text that it is, and nothing computes it.
 */
export function plainCell(cell: string): string {
  const trimmed = cell.replace(/\p{Cc}+/gu, ' ').trim();
  const kept = /^="([^"]*)"$/.exec(trimmed);
  if (kept) return (kept[1] ?? '').trim();
  return /^'[\d+=@-]/.test(trimmed) ? trimmed.slice(1).trim() : trimmed;
}
