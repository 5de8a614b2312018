import { WORSENING_NOTICE_MS } from '../notice.ts';
import { type CashMix, isSameMix, isWorseMix } from './cash-mix.ts';
import { type PriceTerms, type PublishedTerms, termsAt } from './price-terms.ts';
import { isSameVoucher, isWorseVoucher, type VoucherTerms } from './reward-kind.ts';

/** What a merchant asks for: the terms without their version and the moment they take effect. */
export type WantedTerms = {
  pointsEach: number;
  mix?: CashMix;
  voucher?: VoucherTerms;
  startsAtMs: number | null;
  endsAtMs: number | null;
};

/** `publish` lists the new versions to hand to the stock's gate, oldest first; none when unchanged. */
export type PriceChange = { terms: PublishedTerms; publish: PriceTerms[] };

/**
 * Decides how wanted terms are published. First terms and better ones bind at once; terms that are
 * worse in any way bind two minutes ahead. A version that waits is overtaken: where the new terms
 * wait too, the ones in force are published again first, so that at most one version ever waits.
 */
export function decidePriceChange(
  published: PublishedTerms | null,
  wanted: WantedTerms,
  nowMs: number,
): PriceChange {
  if (published === null) {
    const first = { ...wanted, priceVersion: 1, effectiveAtMs: nowMs };
    return { terms: { current: first, next: null }, publish: [first] };
  }
  const { current, next } = termsAt(published, nowMs);
  if (isSame(next ?? current, wanted)) return { terms: { current, next }, publish: [] };
  const newest = (next ?? current).priceVersion;
  if (!isWorse(current, wanted)) {
    const better = { ...wanted, priceVersion: newest + 1, effectiveAtMs: nowMs };
    return { terms: { current: better, next: null }, publish: [better] };
  }
  const reinstated = next && { ...current, priceVersion: newest + 1, effectiveAtMs: nowMs };
  const inForce = reinstated ?? current;
  const worse = {
    ...wanted,
    priceVersion: inForce === reinstated ? newest + 2 : newest + 1,
    effectiveAtMs: nowMs + WORSENING_NOTICE_MS,
  };
  return { terms: { current: inForce, next: worse }, publish: reinstated ? [reinstated, worse] : [worse] };
}

function isSame(terms: PriceTerms, wanted: WantedTerms): boolean {
  return (
    terms.pointsEach === wanted.pointsEach &&
    isSameMix(terms.mix, wanted.mix) &&
    isSameVoucher(terms.voucher, wanted.voucher) &&
    terms.startsAtMs === wanted.startsAtMs &&
    terms.endsAtMs === wanted.endsAtMs
  );
}

function isWorse(current: PriceTerms, wanted: WantedTerms): boolean {
  return (
    wanted.pointsEach > current.pointsEach ||
    isWorseMix(current.mix, wanted.mix) ||
    isWorseVoucher(current.voucher, wanted.voucher) ||
    (wanted.startsAtMs ?? 0) > (current.startsAtMs ?? 0) ||
    (wanted.endsAtMs ?? Number.POSITIVE_INFINITY) < (current.endsAtMs ?? Number.POSITIVE_INFINITY)
  );
}
