import type { Locale } from '../domain/locale.ts';
import type { PointsName } from '../domain/shop.ts';
import { isolated } from './isolated.ts';

export const DEFAULT_POINTS_NAME: PointsName = {
  'zh-CN': { one: '积分', other: '积分' },
  'zh-TW': { one: '點數', other: '點數' },
  en: { one: 'point', other: 'points' },
};

/** A figure with its word: "1,286 积分", "1 point", "−99 points". */
export function pointsWithWord(name: PointsName, locale: Locale, points: number): string {
  return `${formatCount(locale, points)} ${isolated(pointsWord(name, locale, points))}`;
}

/** The word that goes with a figure, alone; what is no figure goes with the word for many. */
export function pointsWord(name: PointsName, locale: Locale, points: number): string {
  const form = new Intl.PluralRules(locale).select(Math.abs(points)) === 'one' ? 'one' : 'other';
  return name[locale][form];
}

/** A whole number with thousands separators and a true minus sign. */
export function formatCount(locale: Locale, count: number): string {
  return new Intl.NumberFormat(locale).format(count).replace('-', '−');
}
