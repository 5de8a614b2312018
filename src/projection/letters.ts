import type { BatchItem } from 'drizzle-orm/batch';
import { queueLetters } from '../db/queue-letters.ts';
import type { Db } from '../db/tenant.ts';
import { lettersOf } from '../domain/fold/letter.ts';
import { LETTER_AGE_MAX_MS } from '../domain/letter.ts';
import type { ArrivedRow } from './arrived.ts';

/**
 * What the rows have to tell members stands in the batch that stores them: no row without its letters.
 * A row that comes again finds them there, and one of long ago tells nobody anything.
 */
export function insertLetters(
  db: Db,
  tenantId: string,
  rows: readonly ArrivedRow[],
  nowMs: number,
): BatchItem<'pg'>[] {
  const wanted = rows
    .filter(({ row }) => row.atMs > nowMs - LETTER_AGE_MAX_MS)
    .flatMap(({ origin, row }) => lettersOf(origin, row));
  return wanted.length === 0 ? [] : [queueLetters({ db, tenant: { id: tenantId } }, wanted, nowMs)];
}
