import { momentOfWallTime, wallTimeOf } from '../../../src/domain/calendar.ts';
import {
  isVoucherKind,
  isWorseVoucher,
  type VoucherTerms,
} from '../../../src/domain/catalogue/reward-kind.ts';
import { REWARD_LIMITS } from '../../../src/domain/catalogue/reward-limits.ts';
import { LOCALES, type Locale } from '../../../src/domain/locale.ts';
import { parseAmountMinor, typedAmount } from '../../../src/domain/money.ts';
import { stockBandOf } from '../../../src/domain/stock/stock-band.ts';
import type { Shop } from '../session/session.ts';
import type { Reward, RewardChanges, RewardStep } from './api.ts';
import { type MixForm, mixFormOf, NO_MIX, readMix } from './mix-form.ts';
import {
  NO_VOUCHER,
  readVoucher,
  type VoucherField,
  type VoucherForm,
  voucherFormOf,
} from './voucher-form.ts';

/** A reward as it stands in the editor: figures are text while they are typed. */
export type RewardForm = MixForm &
  VoucherForm & {
    names: Record<Locale, string>;
    descriptions: Record<Locale, string>;
    points: string;
    marketPrice: string;
    cost: string;
    /** How many there are; counts only before the first publish, later it is the stock's own figure. */
    units: string;
    unlimited: boolean;
    limit: string;
    /** When it can be redeemed, as clocks in the shop's zone show it; empty where there is no such end. */
    startsAt: string;
    endsAt: string;
  };

type ShopSetting = Pick<Shop, 'currency' | 'timeZone'>;

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
  startsAt: '',
  endsAt: '',
  ...NO_MIX,
  ...NO_VOUCHER,
};

export function rewardFormOf(draft: Draft, { currency, timeZone }: ShopSetting): RewardForm {
  return {
    names: textsOf(draft.names),
    descriptions: textsOf(draft.descriptions),
    points: wholeText(draft.pointsEach),
    marketPrice: amountText(draft.marketPriceMinor, currency),
    cost: amountText(draft.costMinor ?? null, currency),
    units: wholeText(draft.units),
    unlimited: draft.units === null,
    limit: wholeText(draft.limitPerMember),
    startsAt: draft.startsAt === null ? '' : wallTimeOf(Date.parse(draft.startsAt), timeZone),
    ...mixFormOf(draft.mix, currency),
    ...voucherFormOf(draft, currency),
    endsAt: draft.endsAt === null ? '' : wallTimeOf(Date.parse(draft.endsAt), timeZone),
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

export type RewardField =
  | 'name'
  | 'points'
  | 'marketPrice'
  | 'cost'
  | 'units'
  | 'limit'
  | 'mixPoints'
  | 'mixCash'
  | VoucherField
  | 'startsAt'
  | 'endsAt';

/** The changes that the fields say, or which of them can't be read; a draft may be without a price. */
export function readReward(
  form: RewardForm,
  { currency, timeZone }: ShopSetting,
  purpose: 'draft' | 'publish' = 'draft',
): { changes: RewardChanges; wrong: [] } | { changes: null; wrong: RewardField[] } {
  const names = filledIn(form.names);
  const points = parseWhole(form.points, REWARD_LIMITS.points);
  const limit = parseWhole(form.limit, REWARD_LIMITS.perMember);
  // Of a voucher there are as many as are redeemed, unless a number is typed.
  const boundless = isVoucherKind(form.kind) ? form.units.trim() === '' : form.unlimited;
  const units = boundless ? null : parseWhole(form.units, REWARD_LIMITS.units);
  const marketPriceMinor = parseOptionalAmount(form.marketPrice, currency);
  const costMinor = parseOptionalAmount(form.cost, currency);
  const startsAtMs = parseTime(form.startsAt, timeZone);
  const endsAtMs = parseTime(form.endsAt, timeZone);
  const mix = readMix(form, points ?? null, currency);
  const voucher = readVoucher(form, currency);
  const wrong: RewardField[] = [...voucher.wrong, ...mix.wrong];
  if (Object.keys(names).length === 0) wrong.push('name');
  if (points === undefined || points === 0 || (points === null && purpose === 'publish'))
    wrong.push('points');
  if (marketPriceMinor === undefined) wrong.push('marketPrice');
  if (costMinor === undefined) wrong.push('cost');
  if (units === undefined) wrong.push('units');
  if (limit === undefined || limit === 0) wrong.push('limit');
  if (startsAtMs === undefined) wrong.push('startsAt');
  if (endsAtMs === undefined || isNotAfter(endsAtMs, startsAtMs)) wrong.push('endsAt');
  if (
    wrong.length > 0 ||
    points === undefined ||
    marketPriceMinor === undefined ||
    costMinor === undefined ||
    units === undefined ||
    limit === undefined ||
    startsAtMs === undefined ||
    endsAtMs === undefined
  ) {
    return { changes: null, wrong };
  }
  const changes: RewardChanges = {
    ...voucher.terms,
    names,
    descriptions: filledIn(form.descriptions),
    pointsEach: points,
    mix: mix.mix,
    marketPriceMinor,
    costMinor,
    limitPerMember: limit,
    startsAt: isoOrNull(startsAtMs),
    endsAt: isoOrNull(endsAtMs),
    units: boundless ? null : (units ?? 0),
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

/** A whole number as typed; null when nothing is typed, undefined when it is none or above the most. */
export function parseWhole(text: string, most: number): number | null | undefined {
  const typed = text.trim().replaceAll(',', '');
  if (typed === '') return null;
  return /^\d{1,15}$/.test(typed) && Number(typed) <= most ? Number(typed) : undefined;
}

function parseOptionalAmount(text: string, currency: string): number | null | undefined {
  return text.trim() === ''
    ? null
    : (parseAmountMinor(text, currency, REWARD_LIMITS.amountMinor) ?? undefined);
}

/** A moment as typed in the shop's zone; null when nothing is typed, undefined when it is no moment. */
function parseTime(text: string, timeZone: string): number | null | undefined {
  return text === '' ? null : (momentOfWallTime(text, timeZone) ?? undefined);
}

function isNotAfter(endsAtMs: number | null, startsAtMs: number | null | undefined): boolean {
  return endsAtMs !== null && typeof startsAtMs === 'number' && endsAtMs <= startsAtMs;
}

function isoOrNull(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

/** What can be done with a reward besides saving and publishing what its fields say; all of it acts at once. */
export function rewardStepsFor(reward: Pick<Reward, 'state'>): Exclude<RewardStep, 'publish'>[] {
  switch (reward.state) {
    case 'draft':
      return ['archive'];
    case 'live':
      return ['stop'];
    case 'stopped':
      return ['resume', 'archive'];
    case 'archived':
      return [];
  }
}

/** The published terms that bind at a moment: those that came last into effect. */
export function termsInForce({ current, next }: NonNullable<Reward['published']>, nowMs: number) {
  return next !== null && Date.parse(next.effectiveAt) <= nowMs ? next : current;
}

/** When publishing the draft takes effect: what members would like less waits two minutes, and why. */
export function publishEffect(
  { published, draft }: Pick<Reward, 'published' | 'draft'>,
  nowMs: number,
): 'now' | 'dearer' | 'lessWorth' | 'shorter' {
  if (published === null) return 'now';
  const current = termsInForce(published, nowMs);
  if (draft.pointsEach !== null && draft.pointsEach > current.pointsEach) return 'dearer';
  if (isWorseVoucher(voucherOf(current.voucher), voucherOf(draftVoucher(draft)))) return 'lessWorth';
  const startsLater = startOf(draft) > startOf(current);
  return startsLater || endOf(draft) < endOf(current) ? 'shorter' : 'now';
}

type ShownVoucher = NonNullable<Reward['published']>['current']['voucher'];

function voucherOf(shown: ShownVoucher): VoucherTerms | undefined {
  return shown ? { validDays: shown.validDays, ...(shown.coupon && { coupon: shown.coupon }) } : undefined;
}

function draftVoucher({ kind, coupon, validDays }: Draft): ShownVoucher {
  return isVoucherKind(kind) ? { coupon, validDays } : null;
}

type ShelfTimes = { startsAt: string | null; endsAt: string | null };

const startOf = ({ startsAt }: ShelfTimes) => (startsAt === null ? 0 : Date.parse(startsAt));
const endOf = ({ endsAt }: ShelfTimes) => (endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(endsAt));

/** Whether its time has come, has an end in sight, or is over, and the moment that says so. */
export function shelfPhase(times: ShelfTimes, nowMs: number): { phase: ShelfPhase; atMs: number } {
  const [startsAtMs, endsAtMs] = [startOf(times), endOf(times)];
  if (nowMs >= endsAtMs) return { phase: 'after', atMs: endsAtMs };
  if (nowMs < startsAtMs) return { phase: 'before', atMs: startsAtMs };
  return times.endsAt === null ? { phase: 'always', atMs: startsAtMs } : { phase: 'until', atMs: endsAtMs };
}

export type ShelfPhase = 'always' | 'before' | 'until' | 'after';

export const REWARD_TABS = ['live', 'draft', 'soldOut', 'off'] as const;
export type RewardTab = (typeof REWARD_TABS)[number];

/** Where a reward stands on the list: what is live and has nothing left is a list of its own. */
export function tabOfReward({ state, stock }: Pick<Reward, 'state' | 'stock'>): RewardTab {
  if (state === 'draft') return 'draft';
  if (state !== 'live') return 'off';
  return stock && !stock.unlimited && stock.availableUnits === 0 ? 'soldOut' : 'live';
}

/** How full the shelf is, for a bar; null where units are not counted, or not counted yet. */
export function stockLevelOf({ stock }: Pick<Reward, 'stock'>): { percent: number; few: boolean } | null {
  if (stock === null || stock.unlimited) return null;
  const whole = Math.max(stock.stockedUnits, 1);
  return {
    percent: Math.round((stock.availableUnits / whole) * 100),
    few: stockBandOf(stock) !== 'in',
  };
}

/** Where a change of units would lead, or null when it would take away more than is there. */
export function unitsAfter(availableUnits: number, delta: number): number | null {
  const after = availableUnits + delta;
  return delta !== 0 && after >= 0 ? after : null;
}
