import { problemOf } from '../api/problem.ts';
import { NOBODY } from './use-find.ts';

export type FindFault = 'nobody' | 'mistyped' | 'stale' | 'offline';

const FAULTS: Readonly<Record<string, FindFault>> = {
  [NOBODY]: 'nobody',
  'not-found': 'nobody',
  'number-mistyped': 'mistyped',
  'member-code-stale': 'stale',
  offline: 'offline',
};

/** Why nobody was found, where the counter has words of its own for it; null for any other failure. */
export function findFault(error: unknown): FindFault | null {
  return FAULTS[problemOf(error).code] ?? null;
}
