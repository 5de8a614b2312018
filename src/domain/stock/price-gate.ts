import { type CashMix, type ChosenPrice, isOffered, isSameMix, mixBounds } from '../catalogue/cash-mix.ts';
import type { Refusal } from '../refusal.ts';

/** The terms of one price version. Versions only grow; once one is in force no lower one is again. */
export type Terms = {
  priceVersion: number;
  pointsEach: number;
  /** Absent: the price is paid in points alone. */
  mix?: CashMix;
  effectiveAtMs: number;
  startsAtMs: number | null;
  endsAtMs: number | null;
};

/** The highest version that has taken effect: the only one that the gate honours. */
export function termsInForce(prices: readonly Terms[], nowMs: number): Terms | null {
  return highest(prices.filter(({ effectiveAtMs }) => effectiveAtMs <= nowMs));
}

/** The version that will be in force next, or null where none waits. */
export function nextTerms(prices: readonly Terms[], nowMs: number): Terms | null {
  const current = termsInForce(prices, nowMs);
  const waiting = prices.filter(
    ({ priceVersion, effectiveAtMs }) => effectiveAtMs > nowMs && priceVersion > (current?.priceVersion ?? 0),
  );
  const soonestMs = Math.min(...waiting.map(({ effectiveAtMs }) => effectiveAtMs));
  return highest(waiting.filter(({ effectiveAtMs }) => effectiveAtMs === soonestMs));
}

/** Whether the reward may be had now on the quoted terms: stopped, not started, ended, price changed. */
export function checkGate(
  gate: { stopped: boolean; prices: readonly Terms[] },
  quote: { priceVersion: number } & ChosenPrice,
  nowMs: number,
): Refusal | null {
  const current = termsInForce(gate.prices, nowMs);
  // What was never published is not to be had, like what was stopped.
  if (gate.stopped || (current === null && gate.prices.length === 0)) return { code: 'stopped' };
  if (current === null) {
    const soonestMs = Math.min(...gate.prices.map(({ effectiveAtMs }) => effectiveAtMs));
    return { code: 'not_started', startsAtMs: soonestMs };
  }
  const { priceVersion, pointsEach, mix, startsAtMs, endsAtMs } = current;
  if (startsAtMs !== null && nowMs < startsAtMs) return { code: 'not_started', startsAtMs };
  if (endsAtMs !== null && nowMs >= endsAtMs) return { code: 'ended', endedAtMs: endsAtMs };
  const honoured = quote.priceVersion === priceVersion && isOffered(current, quote);
  return honoured ? null : { code: 'price_changed', priceVersion, pointsEach, ...(mix && { mix }) };
}

export type PublishDecision =
  | { kind: 'publish' }
  /** These very terms stand already: publishing was interrupted and is repeated. */
  | { kind: 'stands' }
  | { kind: 'refused'; refusal: Refusal };

/** Versions only grow, and terms once published under a version never change. */
export function decidePublish(prices: readonly Terms[], terms: Terms): PublishDecision {
  const wrong = findWrongTerm(terms);
  if (wrong) return { kind: 'refused', refusal: { code: 'invalid_input', ...wrong } };
  const same = prices.find(({ priceVersion }) => priceVersion === terms.priceVersion);
  if (same) {
    const equal =
      same.pointsEach === terms.pointsEach &&
      isSameMix(same.mix, terms.mix) &&
      same.effectiveAtMs === terms.effectiveAtMs &&
      same.startsAtMs === terms.startsAtMs &&
      same.endsAtMs === terms.endsAtMs;
    if (equal) return { kind: 'stands' };
    return refusedTerm('priceVersion', 'published with other terms');
  }
  const newest = highest(prices);
  if (newest && terms.priceVersion < newest.priceVersion)
    return refusedTerm('priceVersion', 'lower than a published one');
  return { kind: 'publish' };
}

function refusedTerm(field: string, reason: string): PublishDecision {
  return { kind: 'refused', refusal: { code: 'invalid_input', field, reason } };
}

function findWrongTerm(terms: Terms): { field: string; reason: string } | null {
  const { priceVersion, pointsEach, mix, effectiveAtMs, startsAtMs, endsAtMs } = terms;
  if (!Number.isSafeInteger(priceVersion) || priceVersion < 1)
    return { field: 'priceVersion', reason: 'not a positive integer' };
  if (!Number.isSafeInteger(pointsEach) || pointsEach < 0)
    return { field: 'pointsEach', reason: 'not a non-negative integer' };
  if (mix && mixBounds(terms) === null) return { field: 'mix', reason: 'nothing can be paid so' };
  if (!Number.isSafeInteger(effectiveAtMs)) return { field: 'effectiveAtMs', reason: 'not a time' };
  if (startsAtMs !== null && !Number.isSafeInteger(startsAtMs))
    return { field: 'startsAtMs', reason: 'not a time' };
  if (endsAtMs !== null && !Number.isSafeInteger(endsAtMs))
    return { field: 'endsAtMs', reason: 'not a time' };
  if (startsAtMs !== null && endsAtMs !== null && endsAtMs <= startsAtMs)
    return { field: 'endsAtMs', reason: 'not after startsAtMs' };
  return null;
}

function highest(prices: readonly Terms[]): Terms | null {
  return prices.reduce<Terms | null>(
    (best, terms) => (best === null || terms.priceVersion > best.priceVersion ? terms : best),
    null,
  );
}
