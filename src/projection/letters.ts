import type { BatchItem } from 'drizzle-orm/batch';
import { queueLetters } from '../db/queue-letters.ts';
import { queueNotices } from '../db/queue-notices.ts';
import type { Db } from '../db/tenant.ts';
import { lettersOf } from '../domain/fold/letter.ts';
import { staffEventsOf } from '../domain/fold/staff-notice.ts';
import { LETTER_AGE_MAX_MS } from '../domain/letter.ts';
import type { ArrivedRow } from './arrived.ts';

/**
 * What the rows have to tell members and staff stands in the batch that stores them: no row without its letters.
 * A row that comes again finds them there, and one of long ago tells nobody anything.
 */
export function insertLetters(
  db: Db,
  tenantId: string,
  rows: readonly ArrivedRow[],
  nowMs: number,
): BatchItem<'pg'>[] {
  const scope = { db, tenant: { id: tenantId } };
  const fresh = rows.filter(({ row }) => row.atMs > nowMs - LETTER_AGE_MAX_MS);
  const wanted = fresh.flatMap(({ origin, row }) => lettersOf(origin, row));
  const events = fresh.flatMap(({ origin, row }) => staffEventsOf(origin, row));
  return [
    ...(wanted.length > 0 ? [queueLetters(scope, wanted, nowMs)] : []),
    ...(events.length > 0 ? [queueNotices(scope, events, nowMs)] : []),
  ];
}
