export const HOUR_MS = 3_600_000;
export const days = (count: number): number => count * 24;

/** A story told in full goes through months; a short one only says what there is today. */
export type StoryLength = 'full' | 'short';

/** 31 hours: the parcel that has waited longest. */
export const OLDEST_TO_SHIP = 31;

const FULL = [330, 240, 180, 130, 90, 60, 35, 18, 8, 4].map(days);

/** The moments at which the shops are lived in, as hours ago, oldest first; the last is now. */
export function momentsOf(length: StoryLength): number[] {
  const told = length === 'full' ? FULL : [330, 60].map(days);
  const all = new Set([...told, OLDEST_TO_SHIP, 6, 0]);
  return [...all].toSorted((left, right) => right - left);
}

/** The first moment at or after something happened: then it is told. */
export function momentOf(moments: readonly number[], hoursAgo: number): number {
  return moments.find((moment) => moment <= hoursAgo) ?? 0;
}
