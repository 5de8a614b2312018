import { IMPORT_ROWS_MAX } from '../../../src/domain/imports/listed-row.ts';
import type { Encoding, UnreadableFile } from '../table-file/decode-table.ts';
import { readTable, type Table } from '../table-file/read-table.ts';

/** A file that was read, with the bytes to read it anew by another encoding. */
export type OpenedFile = { name: string; digest: string; bytes: ArrayBuffer; table: Table };
export type FileFault = UnreadableFile | 'no_rows' | 'too_many_rows';
export type Opening = { ok: true; file: OpenedFile } | { ok: false; reason: FileFault };

/** Reads a file as a list; `digest` is its SHA-256, which tells one that is brought twice. */
export async function openFile(
  name: string,
  bytes: ArrayBuffer,
  options: { encoding?: Encoding; locale: string },
): Promise<Opening> {
  const read = await readTable(bytes, options);
  if (!read.ok) return read;
  const { table } = read;
  if (table.rows.length === 0) return { ok: false, reason: 'no_rows' };
  if (table.rows.length > IMPORT_ROWS_MAX) return { ok: false, reason: 'too_many_rows' };
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const digest = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ok: true, file: { name: name.slice(0, 120), digest, bytes, table } };
}
