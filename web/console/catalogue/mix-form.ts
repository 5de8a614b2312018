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

/** What members would choose from: all points, the least, and half-way; null until it can be said. */
export function mixExample(form: MixForm & { points: string }, currency: string) {
  const all = /^[1-9]\d{0,8}$/.test(form.points.trim()) ? Number(form.points.trim()) : null;
  const { mix } = readMix(form, all, currency);
  if (all === null || mix === null) return null;
  const price = priceOf(all, mix, currency);
  const at = (points: number) => ({ points, cashMinor: cashFor(price, points) });
  return { all, least: at(mix.pointsMin), middle: at(Math.floor((all + mix.pointsMin) / 2)) };
}

function priceOf(pointsEach: number, mix: { pointsMin: number; cashMinor: number }, currency: string) {
  const { pointsMin, cashMinor } = mix;
  const cashPerPoint = { numerator: cashMinor, denominator: pointsEach - pointsMin };
  return { pointsEach, mix: { currency, pointsMin, cashPerPoint } };
}
