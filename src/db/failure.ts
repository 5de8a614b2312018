import { NeonDbError } from '@neondatabase/serverless';
import { AppError } from '../lib/app-error.ts';
import { UNIQUE_NAMES, type UniqueName } from './unique-names.ts';

/** Why a batch wrote nothing although the database is well: what stands there already, or a guard. */
export type Conflict =
  | { kind: 'unique'; constraint: UniqueName }
  /** A `refuseUnless` of this batch did not hold; the reason is the one it was given. */
  | { kind: 'guard'; reason: string };

const UNIQUE_VIOLATION = '23505';
/** Raised by the function refuse_unless of migrations/0004_batch_guard.sql. */
const GUARD = 'PM001';

/**
 * Classes of SQLSTATE that say nothing about the statements: connection (08), transaction given up
 * for another's sake (40), resources (53), operator's hand (57), system (58).
 */
const OUTAGE_CLASSES = new Set(['08', '40', '53', '57', '58']);

/** The conflict that made a batch fail, or null when it failed for another reason. */
export function conflictOf(failure: unknown): Conflict | null {
  if (!(failure instanceof NeonDbError)) return null;
  if (failure.code === GUARD) return { kind: 'guard', reason: failure.message };
  const constraint = UNIQUE_NAMES.find((name) => name === failure.constraint);
  return failure.code === UNIQUE_VIOLATION && constraint ? { kind: 'unique', constraint } : null;
}

/** Five characters as Postgres gave them, or null where it never answered. */
export function sqlStateOf(failure: unknown): string | null {
  return failure instanceof NeonDbError ? (failure.code ?? null) : null;
}

/**
 * Whether the database could not be asked, or gave up through no fault of the statements. After a
 * lost answer the batch may or may not have been committed: only what may run twice is sent again.
 */
export function isOutage(failure: unknown): boolean {
  if (!(failure instanceof NeonDbError)) return false;
  return failure.code === undefined || OUTAGE_CLASSES.has(failure.code.slice(0, 2));
}

/** An outage as callers meet it everywhere, AppError `unavailable`; anything else as it came. */
export function asAppFailure(failure: unknown): unknown {
  return isOutage(failure) ? new AppError('unavailable', {}, { cause: failure }) : failure;
}
