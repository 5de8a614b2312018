import { type ChosenPrice, isOffered } from '../../domain/catalogue/cash-mix.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { refuse } from '../../domain/outcome.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { RewardCard } from '../publication/manifest.ts';

/** What the member saw when she pressed the button. */
export type SeenQuote = { priceVersion: number } & ChosenPrice;

/**
 * Whether the published mall agrees with what the member saw, in the order of the stock's own checks.
 * A newer version than the snapshot knows is let through: the snapshot is the older of the two, and
 * the stock's gate has the last word in any case.
 */
export function checkQuote(
  card: RewardCard | undefined,
  seen: SeenQuote,
  nowMs: number,
): { ok: true; value: RewardCard } | { ok: false; refusal: Refusal } {
  if (!card) return refuse({ code: 'not_found' });
  if (card.state === 'stopped') return refuse({ code: 'stopped' });
  const { current } = termsAt(card, nowMs);
  const { priceVersion, pointsEach, mix, startsAtMs, endsAtMs } = current;
  if (seen.priceVersion > priceVersion) return { ok: true, value: card };
  if (startsAtMs !== null && nowMs < startsAtMs) return refuse({ code: 'not_started', startsAtMs });
  if (endsAtMs !== null && nowMs >= endsAtMs) return refuse({ code: 'ended', endedAtMs: endsAtMs });
  if (seen.priceVersion < priceVersion || !isOffered(current, seen)) {
    return refuse({ code: 'price_changed', priceVersion, pointsEach, ...(mix && { mix }) });
  }
  return { ok: true, value: card };
}
