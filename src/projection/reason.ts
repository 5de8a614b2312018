import { sqlStateOf } from '../db/failure.ts';
import { MalformedBody } from '../domain/fold/projected.ts';
import { HashConflict } from './store-rows.ts';

/**
 * Why a row can never be stored, or null where the failure may pass. Of Postgres' answers only
 * classes 22 (data) and 23 (constraint) speak of the row; everything else is an outage.
 */
export function reasonToPark(failure: unknown): string | null {
  if (failure instanceof HashConflict) return 'hash_conflict';
  if (failure instanceof MalformedBody) return 'malformed_body';
  const sqlState = sqlStateOf(failure) ?? sqlStateOf(failure instanceof Error ? failure.cause : null);
  return sqlState !== null && /^2[23]/.test(sqlState) ? `sqlstate_${sqlState}` : null;
}
