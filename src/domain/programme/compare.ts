import { WORSENING_NOTICE_MS } from '../notice.ts';
import type { ExpiryPolicy, Programme, Rational } from './programme.ts';

export type ProgrammeChange = 'same' | 'more_generous' | 'worse';

/**
 * `worse` as soon as any purchase or visit, or joining, could earn less, later, or for a shorter time under `next`,
 * however generous the rest of it is; `same` when neither could tell the two apart.
 */
export function compareProgrammes(current: Programme, next: Programme): ProgrammeChange {
  if (isWorse(current, next)) return 'worse';
  return isWorse(next, current) ? 'more_generous' : 'same';
}

/**
 * When `wanted` takes effect if published now; null when it is what was published last. It is measured
 * against what binds at this moment, so a version that still waits can be taken back at once.
 */
export function programmeEffectiveAt(
  published: { inForce: Programme; newest: Programme } | null,
  wanted: Programme,
  nowMs: number,
): number | null {
  if (published === null) return nowMs;
  if (compareProgrammes(published.newest, wanted) === 'same') return null;
  return compareProgrammes(published.inForce, wanted) === 'worse' ? nowMs + WORSENING_NOTICE_MS : nowMs;
}

/** The points per major unit that `category` earns: its own rate, else the base rate. */
export function rateOf(programme: Programme, category: string | null): Rational {
  return programme.categoryRates.find((each) => each.category === category)?.rate ?? programme.baseRate;
}

function isWorse(current: Programme, next: Programme): boolean {
  if (next.currency !== current.currency) return true;
  const categories = [
    null,
    ...[...current.categoryRates, ...next.categoryRates].map((each) => each.category),
  ];
  return (
    categories.some((category) => isLess(rateOf(next, category), rateOf(current, category))) ||
    (next.signUpBonus ?? 0) < (current.signUpBonus ?? 0) ||
    (next.visitPoints ?? 0) < (current.visitPoints ?? 0) ||
    next.daysUntilEntry > current.daysUntilEntry ||
    isShorter(next.expiry, current.expiry) ||
    (next.clawback === 'owe' && current.clawback === 'write_off') ||
    next.graceDays < current.graceDays ||
    next.openHoldsMax < current.openHoldsMax
  );
}

function isLess(left: Rational, right: Rational): boolean {
  return (
    BigInt(left.numerator) * BigInt(right.denominator) < BigInt(right.numerator) * BigInt(left.denominator)
  );
}

/** True when some lot, earned on whatever day, would live shorter under `next`. */
function isShorter(next: ExpiryPolicy, current: ExpiryPolicy): boolean {
  if (next.kind === 'end_of_next_year' && current.kind === 'end_of_next_year') return false;
  return lifeDays(next).shortest < lifeDays(current).longest;
}

/** Earned on 31 December, the end of next year is 365 days away; earned on 1 January, up to 731. */
function lifeDays(policy: ExpiryPolicy): { shortest: number; longest: number } {
  switch (policy.kind) {
    case 'never':
      return { shortest: Number.POSITIVE_INFINITY, longest: Number.POSITIVE_INFINITY };
    case 'rolling':
      return { shortest: policy.days, longest: policy.days };
    case 'end_of_next_year':
      return { shortest: 365, longest: 731 };
  }
}
