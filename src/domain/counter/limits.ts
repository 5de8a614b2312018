/** How many points a clerk gives by herself: at once, and on one day of the shop. */
export type GrantLimits = { grantPoints: number; dayPoints: number };

export const STARTING_LIMITS: GrantLimits = { grantPoints: 2_000, dayPoints: 20_000 };
export const LIMIT_POINTS_MAX = 10_000_000;

export type OverLimit = 'grant' | 'day';

/** Which limit a grant would pass, the single grant's first; null for one that a clerk may give. */
export function overLimit(points: number, usedPoints: number, limits: GrantLimits): OverLimit | null {
  if (points > limits.grantPoints) return 'grant';
  return usedPoints + points > limits.dayPoints ? 'day' : null;
}

/** The figure of that limit. */
export function limitPointsOf(over: OverLimit, limits: GrantLimits): number {
  return over === 'grant' ? limits.grantPoints : limits.dayPoints;
}
