import type { CashChoice } from '../../../web/mall/views.ts';
import type { Words } from '../../../web/mall/words.ts';
import type { CashMix } from '../../domain/catalogue/cash-mix.ts';
import { choicesFor, leastMix, type Wanted } from '../../domain/catalogue/choose-points.ts';
import { parseAmountMinor, typedAmount } from '../../domain/money.ts';
import type { Spendable } from './reward-action.ts';

type Source = {
  price: { pointsEach: number; mix?: CashMix };
  available: Spendable;
  chosen: { points: number; cashMinor?: number };
};

/** The slider of a reward whose price may be paid partly in cash; null where there is nothing to choose. */
export function cashChoice(words: Words, { price, available, chosen }: Source): CashChoice | null {
  const { pointsEach, mix } = price;
  if (!mix || typeof available !== 'number') return null;
  const choices = choicesFor(price, available);
  if (!choices?.mixed) return null;
  const cashMinor = chosen.cashMinor ?? 0;
  const least = leastMix(price, available);
  return {
    pointsMin: choices.mixed.pointsMin,
    pointsMax: choices.fullPoints ?? choices.mixed.pointsMax,
    points: chosen.points,
    cash: words.format.money(cashMinor, mix.currency),
    cashTyped: typedAmount(cashMinor, mix.currency),
    currency: mix.currency,
    price: { pointsEach, mix },
    availablePoints: available,
    least: least && {
      points: least.pointsEach,
      cash: words.format.money(least.cashEachMinor, mix.currency),
    },
  };
}

/**
 * What a member asked for on the reward's form. Slider and fields are sent together; without the script
 * only one of them was moved, and that one counts.
 */
export function readWanted(query: (name: string) => string | undefined, currency: string): Wanted | null {
  const wasPoints = readPoints(query('was'));
  const points = readPoints(query('points'));
  const cashTyped = query('cash')?.trim();
  if (cashTyped !== undefined && cashTyped !== query('wasCash')) {
    const cashMinor = parseAmountMinor(cashTyped, currency);
    if (cashMinor !== null) return { cashMinor };
  }
  if (points !== null && points !== wasPoints) return { points };
  const slid = readPoints(query('slide'));
  if (slid !== null) return { points: slid };
  return points === null ? null : { points };
}

function readPoints(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
