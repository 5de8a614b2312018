import { addDays, endOfNextYear } from '../calendar.ts';
import type { ExpiryPolicy, Programme } from './programme.ts';

export type LotTimes = { availableAtMs: number | null; expiresAtMs: number | null };

/**
 * When points of a purchase can be spent, and until when. Days until entry run from its completion;
 * rolling expiry runs from entry, year-end expiry from the year of the purchase. Points never expire
 * before they could be spent: a purchase that waited past its year end counts from its entry.
 */
export function lotTimes(
  programme: Pick<Programme, 'daysUntilEntry' | 'expiry'>,
  purchase: { occurredAtMs: number; completedAtMs: number | null },
  timeZone: string,
): LotTimes {
  const { occurredAtMs, completedAtMs } = purchase;
  const availableAtMs =
    completedAtMs === null ? null : addDays(completedAtMs, programme.daysUntilEntry, timeZone);
  return { availableAtMs, expiresAtMs: expiryOf(programme.expiry, occurredAtMs, availableAtMs, timeZone) };
}

function expiryOf(
  policy: ExpiryPolicy,
  occurredAtMs: number,
  availableAtMs: number | null,
  timeZone: string,
): number | null {
  switch (policy.kind) {
    case 'never':
      return null;
    case 'rolling':
      return availableAtMs === null ? null : addDays(availableAtMs, policy.days, timeZone);
    case 'end_of_next_year': {
      const voidAtMs = endOfNextYear(occurredAtMs, timeZone);
      if (availableAtMs === null || voidAtMs > availableAtMs) return voidAtMs;
      return endOfNextYear(availableAtMs, timeZone);
    }
  }
}
