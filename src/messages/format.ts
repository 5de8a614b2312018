import type { Locale } from '../domain/locale.ts';
import { currencyDecimals } from '../domain/money.ts';
import type { PointsName } from '../domain/shop.ts';
import { isolated } from './isolated.ts';
import { formatCount, pointsWithWord, pointsWord } from './points-name.ts';

/** Where and how figures and times are read: the reader's language, the shop's zone and points. */
export type FormatSetting = { locale: Locale; timeZone: string; pointsName: PointsName };

export type Format = {
  /** "1,286" */
  count(value: number): string;
  /** "1,286 积分", with the shop's own word. */
  points(value: number): string;
  /** The bare word for points, and the same at the start of a heading. */
  unit: string;
  unitTitle: string;
  /** The bare word beside a figure that stands apart from it, such as in a field: "1" | "point". */
  unitFor(value: number): string;
  /** "+128", "−99", "0": for columns of movements. */
  signed(value: number): string;
  /** Integer minor units with the currency's own decimals: "¥199.99", "JP¥1,200". */
  money(amountMinor: number, currency: string): string;
  /** "12月31日" / "Dec 31"; with the year where it is not the year of `nowMs`. */
  date(atMs: number, nowMs: number): string;
  /** The last day on which something that ends at this instant still holds: midnight ends the day before. */
  lastDay(endsAtMs: number, nowMs: number): string;
  /** "12月31日 20:00" / "Dec 31, 20:00" */
  dateTime(atMs: number, nowMs: number): string;
  /** "2026年11月" / "November 2026" */
  month(atMs: number): string;
};

/** Formatters for one reader of one shop. Every time is shown in the shop's zone. */
export function formatFor({ locale, timeZone, pointsName }: FormatSetting): Format {
  const yearOf = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });
  const month = new Intl.DateTimeFormat(locale, { timeZone, year: 'numeric', month: 'long' });
  const moment = (atMs: number, nowMs: number, time: boolean) =>
    new Intl.DateTimeFormat(locale, {
      timeZone,
      month: locale === 'en' ? 'short' : 'long',
      day: 'numeric',
      ...(yearOf.format(atMs) === yearOf.format(nowMs) ? {} : { year: 'numeric' as const }),
      ...(time ? { hour: '2-digit' as const, minute: '2-digit' as const, hourCycle: 'h23' as const } : {}),
    }).format(atMs);
  return {
    count: (value) => formatCount(locale, value),
    points: (value) => pointsWithWord(pointsName, locale, value),
    unit: isolated(pointsName[locale].other),
    unitTitle: isolated(capitalised(pointsName[locale].other, locale)),
    unitFor: (value) => isolated(pointsWord(pointsName, locale, value)),
    signed: (value) => (value > 0 ? `+${formatCount(locale, value)}` : formatCount(locale, value)),
    money: (amountMinor, currency) => formatMoney(locale, amountMinor, currency),
    date: (atMs, nowMs) => moment(atMs, nowMs, false),
    lastDay: (endsAtMs, nowMs) => moment(endsAtMs - 1, nowMs, false),
    dateTime: (atMs, nowMs) => moment(atMs, nowMs, true),
    month: (atMs) => month.format(atMs),
  };
}

function capitalised(word: string, locale: Locale): string {
  const [first = '', ...rest] = word;
  return first.toLocaleUpperCase(locale) + rest.join('');
}

/** Signs that several currencies share: ¥ is left to CNY and $ to USD, whatever the reader's language. */
const SIGNS: Readonly<Record<string, string>> = {
  JPY: 'JP¥',
  TWD: 'NT$',
  HKD: 'HK$',
  MOP: 'MOP$',
  SGD: 'S$',
  AUD: 'A$',
  NZD: 'NZ$',
  CAD: 'CA$',
};

/** Digits come from the currency itself; whole amounts drop the decimals ("¥128"). */
export function formatMoney(locale: Locale, amountMinor: number, currency: string): string {
  const decimals = currencyDecimals(currency);
  const scale = 10 ** decimals;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: amountMinor % scale === 0 ? 0 : decimals,
    maximumFractionDigits: decimals,
  })
    .formatToParts(amountMinor / scale)
    .map(({ type, value }) => (type === 'currency' ? (SIGNS[currency] ?? value) : value))
    .join('')
    .replace('-', '−');
}
