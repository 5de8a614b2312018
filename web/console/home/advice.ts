import type { Rational } from '../../../src/domain/programme/programme.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const UNSHIPPED_HOURS = 48;
const SHELF_DAYS = 30;
const ADVICE_MAX = 2;

/** What is known of a shop that advice can be given on. */
export type Facts = {
  nowMs: number;
  oldestToShipMs: number | null;
  nearlyGone: number;
  /** Least points for which a reward is on offer; null: none is. */
  cheapestPoints: number | null;
  /** When the newest reward on offer was made. */
  newestRewardMs: number | null;
  /** Of the programme in force; null while there is none. */
  earning: { signUpBonus: number; baseRate: Rational } | null;
  /** What a purchase of the period came to on average, in the currency's major unit; null: there was none. */
  averageOrder: number | null;
};

export type Advice =
  | { about: 'slow_to_ship'; hours: number }
  | { about: 'running_out'; count: number }
  | { about: 'first_reward_too_far'; cheapestPoints: number; firstPoints: number }
  | { about: 'stale_shelf'; days: number };

/** At most two, the most pressing first: what waits for members, then what keeps them from coming again. */
export function adviceOf(facts: Facts): Advice[] {
  const { nowMs, oldestToShipMs, nearlyGone, cheapestPoints, newestRewardMs, earning, averageOrder } = facts;
  const advice: Advice[] = [];
  const waited = oldestToShipMs === null ? 0 : nowMs - oldestToShipMs;
  if (waited > UNSHIPPED_HOURS * HOUR_MS)
    advice.push({ about: 'slow_to_ship', hours: Math.floor(waited / HOUR_MS) });
  if (nearlyGone > 0) advice.push({ about: 'running_out', count: nearlyGone });
  if (cheapestPoints !== null && earning !== null && averageOrder !== null) {
    const { numerator, denominator } = earning.baseRate;
    const firstPoints = earning.signUpBonus + Math.floor((averageOrder * numerator) / denominator);
    if (cheapestPoints > firstPoints)
      advice.push({ about: 'first_reward_too_far', cheapestPoints, firstPoints });
  }
  const age = newestRewardMs === null ? 0 : nowMs - newestRewardMs;
  if (age > SHELF_DAYS * DAY_MS) advice.push({ about: 'stale_shelf', days: Math.floor(age / DAY_MS) });
  return advice.slice(0, ADVICE_MAX);
}
