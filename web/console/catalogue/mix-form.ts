import { cashFor, mixBounds } from '../../../src/domain/catalogue/cash-mix.ts';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import type { Reward, RewardChanges } from './api.ts';

/** The cash part of a reward's price while it is typed. */
export type MixForm = { mixed: boolean; mixPoints: string; mixCash: string };

export const NO_MIX: MixForm = { mixed: false, mixPoints: '', mixCash: '' };

export function mixFormOf(mix: Reward['draft']['mix'], currency: string): MixForm {
  if (mix === null) return NO_MIX;
  return {
    mixed: true,
    mixPoints: String(mix.pointsMin),
    mixCash: typedAmount(mix.cashMinor, currency),
  };
}

type Reading =
  | { mix: NonNullable<RewardChanges['mix']> | null; wrong: [] }
  | { mix: null; wrong: ('mixPoints' | 'mixCash')[] };

/** The mix that the fields say beside this price, or which of them is wrong. */
export function readMix(form: MixForm, points: number | null, currency: string): Reading {
  if (!form.mixed) return { mix: null, wrong: [] };
  const typed = form.mixPoints.trim();
  const pointsMin = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null;
  const cashMinor = parseAmountMinor(form.mixCash, currency, REWARD_LIMITS.amountMinor);
  if (pointsMin === null || (points !== null && pointsMin >= points))
    return { mix: null, wrong: ['mixPoints'] };
  if (cashMinor === null || cashMinor === 0) return { mix: null, wrong: ['mixCash'] };
  if (points !== null && mixBounds(priceOf(points, { pointsMin, cashMinor }, currency)) === null)
    return { mix: null, wrong: ['mixCash'] };
  return { mix: { pointsMin, cashMinor }, wrong: [] };
}

type Part = { points: number; cashMinor: number };

/**
 * What members would choose from: all points, the least, and half-way between the ends that can be
 * charged where there is anything between them; null until it can be said.
 */
export function mixExample(
  form: MixForm & { points: string },
  currency: string,
): { all: number; least: Part; middle: Part | null } | null {
  const all = /^[1-9]\d{0,8}$/.test(form.points.trim()) ? Number(form.points.trim()) : null;
  const { mix } = readMix(form, all, currency);
  if (all === null || mix === null) return null;
  const price = priceOf(all, mix, currency);
  const bounds = mixBounds(price);
  if (bounds === null) return null;
  const at = (points: number) => ({ points, cashMinor: cashFor(price, points) });
  const halfWay = Math.min(Math.floor((all + mix.pointsMin) / 2), bounds.pointsMax);
  return { all, least: at(mix.pointsMin), middle: halfWay > mix.pointsMin ? at(halfWay) : null };
}

/** Whether the cash is more than the reward is worth in the shop: likely a slip of the finger. */
export function isDearerThanRetail({
  mix,
  marketPriceMinor,
}: {
  mix: { cashMinor: number } | null;
  marketPriceMinor: number | null;
}): boolean {
  return (
    mix !== null && marketPriceMinor !== null && marketPriceMinor > 0 && mix.cashMinor > marketPriceMinor
  );
}

function priceOf(pointsEach: number, mix: { pointsMin: number; cashMinor: number }, currency: string) {
  const { pointsMin, cashMinor } = mix;
  const cashPerPoint = { numerator: cashMinor, denominator: pointsEach - pointsMin };
  return { pointsEach, mix: { currency, pointsMin, cashPerPoint } };
}
