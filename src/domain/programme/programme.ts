/** A non-negative exact fraction; `denominator` is at least 1. Both are safe integers. */
export type Rational = { numerator: number; denominator: number };

export type ExpiryPolicy =
  | { kind: 'never' }
  | { kind: 'rolling'; days: number }
  /** Earned any day of tenant year Y, void after 31 December of Y+1 (S111). */
  | { kind: 'end_of_next_year' };

/**
 * How a tenant's members earn: an immutable rule body, named by the hash of its canonical JSON.
 * Rates are points per one major unit of `currency` (¥1 = 1 point is 1/1, 50% is 1/2, S118);
 * they are computed in integers and floored once per order (S119).
 */
export type Programme = {
  currency: string;
  baseRate: Rational;
  categoryRates: { category: string; rate: Rational }[];
  /** Points that joining gives, once; absent: none. */
  signUpBonus?: number;
  /** Points that each attended visit gives beside what was paid (S32); absent: none. */
  visitPoints?: number;
  /** Days between an order's completion and the day its points can be spent. */
  daysUntilEntry: number;
  expiry: ExpiryPolicy;
  /** What happens to clawed-back points that are already spent (N5). Never a silent drop. */
  clawback: 'owe' | 'write_off';
  /** An expired lot that a release returns to lives this many days past its original expiry, once. */
  graceDays: number;
  openHoldsMax: number;
};

/** A published rule body with the version and hash that entries name. */
export type ProgrammeVersion = {
  version: number;
  hash: string;
  effectiveAtMs: number;
  body: Programme;
};
