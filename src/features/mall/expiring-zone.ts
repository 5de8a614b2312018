import type { HomeView } from '../../../web/mall/home.tsx';
import type { RewardTileView } from '../../../web/mall/views.ts';
import type { MemberRead } from './read-member.ts';

/** Fewer points than these are not worth a place on the page. */
const POINTS_MIN = 50;
const SOON_MS = 30 * 86_400_000;
const TILES_MAX = 6;

/**
 * The points that end within a month, on the first day that any do, and the dearest rewards that they
 * alone are enough for. Spending takes what expires first, so these are what she loses nothing by.
 */
export function expiringZone(
  member: MemberRead,
  affordable: RewardTileView[],
  nowMs: number,
): HomeView['expiring'] {
  if (member.kind !== 'known') return null;
  const soon = member.overview.expiries.flatMap(({ expiresAtMs, points }) =>
    expiresAtMs !== null && expiresAtMs > nowMs && expiresAtMs - nowMs <= SOON_MS
      ? [{ expiresAtMs, points }]
      : [],
  );
  const points = soon.reduce((sum, each) => sum + each.points, 0);
  if (points < POINTS_MIN) return null;
  return {
    points,
    expiresAtMs: Math.min(...soon.map(({ expiresAtMs }) => expiresAtMs)),
    tiles: affordable.filter((each) => each.points <= points).slice(0, TILES_MAX),
  };
}
