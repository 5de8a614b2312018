import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { JournalRow, Json, ObjectKind } from './journal.ts';

/** What binds a chain to its object: a row cannot be moved to another object, tenant or epoch. */
export type ChainOrigin = { kind: ObjectKind; tenantId: string; objectId: string; epoch: number };

/** One text per JSON value (RFC 8785), so that equal values hash alike whatever their key order. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value that is not JSON has no canonical form');
  return text;
}

/** SHA-256 of the canonical JSON, lower-case hex. */
export function hashJson(value: Json): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}

/** The `previousHash` of an object's first row. */
export function genesisHash(origin: ChainOrigin): string {
  const { kind, tenantId, objectId, epoch } = origin;
  return hashJson({ genesis: 'pointmall-journal', kind, tenantId, objectId, epoch });
}

/** H(salt ‖ detail): without the salt a hash of someone's phone number could be guessed. */
export function hashDetail(salt: string, detail: Json): string {
  return hashJson({ salt, detail });
}

/** What of a row its hash covers; `detail` and `salt` stay out, because they can be erased. */
export type ChainedRow = Omit<JournalRow, 'detail' | 'salt' | 'hash'>;

export function hashRow(row: ChainedRow): string {
  const { epoch, seq, atMs, type, body, detailHash, previousHash } = row;
  return hashJson({ epoch, seq, atMs, type, body, detailHash, previousHash });
}

export type ChainBreak = { seq: number; reason: 'seq' | 'epoch' | 'previous_hash' | 'hash' | 'detail' };

/** The first row that does not follow from the one before it, or null where the whole chain holds. */
export function findChainBreak(origin: ChainOrigin, rows: readonly JournalRow[]): ChainBreak | null {
  let previousHash = genesisHash(origin);
  for (const [index, row] of rows.entries()) {
    const seq = index + 1;
    if (row.seq !== seq) return { seq, reason: 'seq' };
    if (row.epoch !== origin.epoch) return { seq, reason: 'epoch' };
    if (row.previousHash !== previousHash) return { seq, reason: 'previous_hash' };
    if (row.hash !== hashRow(row)) return { seq, reason: 'hash' };
    if (!detailAgrees(row)) return { seq, reason: 'detail' };
    previousHash = row.hash;
  }
  return null;
}

/** True where the detail is the one that was written, or has been erased together with its salt. */
export function detailAgrees(row: Pick<JournalRow, 'detail' | 'salt' | 'detailHash'>): boolean {
  if (row.detail === null && row.salt === null) return true;
  if (row.detail === null || row.salt === null || row.detailHash === null) return false;
  return hashDetail(row.salt, row.detail) === row.detailHash;
}
