import type { OrderLine, Visit } from '../order.ts';
import { type EvaluatedProgramme, evaluateOrder } from './evaluate.ts';

/**
 * How many more points a purchase gives back, now that only these lines remain of it: what was
 * granted less what the remaining lines earn under the version that granted, less what was clawed
 * back already. Never negative, so a later report never gives points back by this road.
 */
export function clawbackDue(purchase: {
  grantedPoints: number;
  clawedBackPoints: number;
  programme: EvaluatedProgramme;
  remainingLines: OrderLine[];
  /** Absent where there was none, or where the refund is of the whole. */
  remainingVisit?: Visit | undefined;
}): number {
  const { programme, remainingLines, remainingVisit } = purchase;
  const kept = evaluateOrder(programme, remainingLines, remainingVisit).points;
  return Math.max(0, purchase.grantedPoints - kept - purchase.clawedBackPoints);
}
