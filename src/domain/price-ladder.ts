/** One rung: what a reward costs all in points, and the fewest points it can be had for. */
export type Rung = { pointsEach: number; pointsMin: number };

/** What an average purchase earns, and what a member has before her first. */
export type Earning = { signUpBonus: number; pointsPerOrder: number };

export type LadderFault =
  /** Nothing can be had after joining and one order. */
  | { code: 'first_too_far'; points: number; withinPoints: number }
  /** Fewer than three can be had for two orders. */
  | { code: 'few_within_two_orders'; count: number }
  /** Half of the shelf is further away than four orders. */
  | { code: 'median_too_far'; points: number; withinPoints: number }
  /** A rung stands too high above the one below it. */
  | { code: 'step_too_high'; below: number; above: number }
  /** The dearest is no dream: members have it too soon. */
  | { code: 'dearest_too_near'; points: number; fromPoints: number };

const NEAR_REWARDS = 3;
const NEAR_ORDERS = 2;
const MEDIAN_ORDERS = 4;
const STEP_MAX = 3;
/** The one reward that may stand out. */
const DREAM_STEP_MAX = 6;
const DEAREST_ORDERS_MIN = 15;

/**
 * What is wrong with a shelf as a way up (S41, S59), in the order above. `medianOrders` stands for what
 * members earn without buying: six study weeks of a school are more than four orders. Asks nothing of
 * an empty shelf.
 */
export function ladderFaults(
  rungs: readonly Rung[],
  { signUpBonus, pointsPerOrder }: Earning,
  medianWithinPoints: number = MEDIAN_ORDERS * pointsPerOrder,
): LadderFault[] {
  if (rungs.length === 0) return [];
  const least = rungs.map(({ pointsMin }) => pointsMin).toSorted((left, right) => left - right);
  const faults: LadderFault[] = [];
  const [first = 0] = least;
  const withinPoints = signUpBonus + pointsPerOrder;
  if (first > withinPoints) faults.push({ code: 'first_too_far', points: first, withinPoints });
  const count = least.filter((points) => points <= NEAR_ORDERS * pointsPerOrder).length;
  if (count < NEAR_REWARDS) faults.push({ code: 'few_within_two_orders', count });
  const median = least[Math.floor((least.length - 1) / 2)] ?? 0;
  if (median > medianWithinPoints) {
    faults.push({ code: 'median_too_far', points: median, withinPoints: medianWithinPoints });
  }
  faults.push(...stepFaults(least));
  const dearest = Math.max(...rungs.map(({ pointsEach }) => pointsEach));
  const fromPoints = DEAREST_ORDERS_MIN * pointsPerOrder;
  if (dearest < fromPoints) faults.push({ code: 'dearest_too_near', points: dearest, fromPoints });
  return faults;
}

/** Each step at most threefold; the last may be the dream, at most sixfold. */
function stepFaults(least: readonly number[]): LadderFault[] {
  return least.slice(1).flatMap((above, index): LadderFault[] => {
    const below = least[index] ?? above;
    const isDream = index === least.length - 2;
    return above > below * (isDream ? DREAM_STEP_MAX : STEP_MAX)
      ? [{ code: 'step_too_high', below, above }]
      : [];
  });
}
