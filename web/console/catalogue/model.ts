import { LOCALES, type Locale } from '../../../src/domain/locale.ts';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import type { Reward, RewardChanges, RewardStep } from './api.ts';

/** A reward as it stands in the editor: figures are text while they are typed. */
export type RewardForm = {
  names: Record<Locale, string>;
  descriptions: Record<Locale, string>;
  points: string;
  marketPrice: string;
  cost: string;
  /** How many there are; counts only before the first publish, later it is the stock's own figure. */
  units: string;
  unlimited: boolean;
  limit: string;
};

type Draft = Reward['draft'];

const NO_TEXT: Record<Locale, string> = { 'zh-CN': '', 'zh-TW': '', en: '' };

export const EMPTY_REWARD: RewardForm = {
  names: NO_TEXT,
  descriptions: NO_TEXT,
  points: '',
  marketPrice: '',
  cost: '',
  units: '',
  unlimited: false,
  limit: '',
};

export function rewardFormOf(draft: Draft, currency: string): RewardForm {
  return {
    names: textsOf(draft.names),
    descriptions: textsOf(draft.descriptions),
    points: wholeText(draft.pointsEach),
    marketPrice: amountText(draft.marketPriceMinor, currency),
    cost: amountText(draft.costMinor, currency),
    units: wholeText(draft.units),
    unlimited: draft.units === null,
    limit: wholeText(draft.limitPerMember),
  };
}

/** A text in every language, empty where nothing is written. */
export function textsOf(text: { [locale in Locale]?: string | undefined }): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, text[locale] ?? ''])) as Record<Locale, string>;
}

function wholeText(value: number | null): string {
  return value === null ? '' : String(value);
}

function amountText(amountMinor: number | null, currency: string): string {
  return amountMinor === null ? '' : typedAmount(amountMinor, currency);
}

export type RewardField = 'name' | 'points' | 'marketPrice' | 'cost' | 'units' | 'limit';

/** The changes that the fields say, or which of them can't be read. */
export function readReward(
  form: RewardForm,
  currency: string,
): { changes: RewardChanges; wrong: [] } | { changes: null; wrong: RewardField[] } {
  const names = filledIn(form.names);
  const points = parseWhole(form.points);
  const limit = parseWhole(form.limit);
  const units = form.unlimited ? null : parseWhole(form.units);
  const marketPriceMinor = parseOptionalAmount(form.marketPrice, currency);
  const costMinor = parseOptionalAmount(form.cost, currency);
  const wrong: RewardField[] = [];
  if (Object.keys(names).length === 0) wrong.push('name');
  if (points === undefined || points === 0) wrong.push('points');
  if (marketPriceMinor === undefined) wrong.push('marketPrice');
  if (costMinor === undefined) wrong.push('cost');
  if (units === undefined) wrong.push('units');
  if (limit === undefined || limit === 0) wrong.push('limit');
  if (
    wrong.length > 0 ||
    points === undefined ||
    marketPriceMinor === undefined ||
    costMinor === undefined ||
    units === undefined ||
    limit === undefined
  ) {
    return { changes: null, wrong };
  }
  const changes: RewardChanges = {
    names,
    descriptions: filledIn(form.descriptions),
    pointsEach: points,
    marketPriceMinor,
    costMinor,
    limitPerMember: limit,
    units: form.unlimited ? null : (units ?? 0),
  };
  return { changes, wrong: [] };
}

function filledIn(texts: Record<Locale, string>): Partial<Record<Locale, string>> {
  return Object.fromEntries(
    Object.entries(texts)
      .map(([locale, text]) => [locale, text.trim()])
      .filter(([, text]) => text !== ''),
  );
}

/** A whole number as typed; null when nothing is typed, undefined when it is no such number. */
export function parseWhole(text: string): number | null | undefined {
  const typed = text.trim().replaceAll(',', '');
  if (typed === '') return null;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
}

function parseOptionalAmount(text: string, currency: string): number | null | undefined {
  return text.trim() === '' ? null : (parseAmountMinor(text, currency) ?? undefined);
}

/** What can be done with a reward besides saving it. Stopping acts at once; the rest asks for a publish. */
export function rewardStepsFor(reward: Pick<Reward, 'state' | 'hasUnpublishedChanges'>): RewardStep[] {
  switch (reward.state) {
    case 'draft':
      return ['publish', 'archive'];
    case 'live':
      return reward.hasUnpublishedChanges ? ['publish', 'stop'] : ['stop'];
    case 'stopped':
      return ['resume', 'archive'];
    case 'archived':
      return [];
  }
}

/** Whether publishing the draft makes the reward dearer than what members see now. */
export function makesDearer(reward: Pick<Reward, 'published'>, points: number | null): boolean {
  const current = reward.published?.current.pointsEach;
  return current !== undefined && points !== null && points > current;
}

export const REWARD_TABS = ['live', 'draft', 'stopped', 'archived'] as const;
export type RewardTab = (typeof REWARD_TABS)[number];

/** Where a change of units would lead, or null when it would take away more than is there. */
export function unitsAfter(availableUnits: number, delta: number): number | null {
  const after = availableUnits + delta;
  return delta !== 0 && after >= 0 ? after : null;
}
