import type { CashMix } from './cash-mix.ts';
import type { VoucherTerms } from './reward-kind.ts';

/** The terms of one price version of a reward; times are null where the shelf has no such limit. */
export type PriceTerms = {
  priceVersion: number;
  pointsEach: number;
  /** Absent: the price is paid in points alone. */
  mix?: CashMix;
  /** What redeeming gives in place of goods; absent: goods. */
  voucher?: VoucherTerms;
  effectiveAtMs: number;
  startsAtMs: number | null;
  endsAtMs: number | null;
};

/** The terms as published so far; `next` may lie in the future or have come into force meanwhile. */
export type PublishedTerms = { current: PriceTerms; next: PriceTerms | null };

/** The terms that bind whoever submits at `nowMs`, and those that will follow, if published. */
export function termsAt(published: PublishedTerms, nowMs: number): PublishedTerms {
  return published.next && published.next.effectiveAtMs <= nowMs
    ? { current: published.next, next: null }
    : { current: published.current, next: published.next };
}
