import type { CouponTerms } from '../catalogue/reward-kind.ts';
import type { Industry } from '../industry.ts';
import { LOCALES, type Locale, type LocalizedText } from '../locale.ts';
import { minorPerMajor } from '../money.ts';
import { pointsPerMajor } from '../price-level.ts';
import type { Rational } from '../programme/programme.ts';
import { BEAUTY } from './beauty.ts';
import { CLOTHING } from './clothing.ts';
import { COURSES } from './courses.ts';
import { GENERAL } from './general.ts';
import { inCurrency, moneyInName, unitsPerYuan } from './local-money.ts';
import type { Template, TemplateReward } from './template.ts';
import type { WrittenReward, WrittenTemplate } from './written.ts';

const WRITTEN: Readonly<Record<Industry, WrittenTemplate>> = {
  clothing: CLOTHING,
  beauty: BEAUTY,
  courses: COURSES,
  other: GENERAL,
};
/** A coupon's days where none are written down. */
const COUPON_DAYS = 60;

/**
 * What a new shop of the industry begins with, in its own money and with its categories called in its
 * language. Points are the same in every currency; amounts are round for the place.
 */
export function templateOf(
  industry: Industry,
  { currency, locale }: { currency: string; locale: Locale },
): Template {
  const { averageOrder, baseRate, categoryRates, pictures, rewards, ...figures } = WRITTEN[industry];
  return {
    ...figures,
    currency,
    averageOrderMinor: inCurrency(averageOrder, currency),
    pointsPerMajor: pointsPerMajor(figures.level, unitsPerYuan(currency)),
    baseRate: perUnit(baseRate, currency),
    categoryRates: categoryRates.map(({ category, rate }) => ({
      category: category[locale] ?? '',
      rate: perUnit(rate, currency),
    })),
    rewards: rewards.map((reward) => rewardIn(currency, pictures, reward)),
  };
}

/** Points per ¥1 as points per unit of the currency. */
function perUnit(rate: Rational, currency: string): Rational {
  const units = unitsPerYuan(currency);
  return {
    numerator: rate.numerator * units.denominator,
    denominator: rate.numerator === 0 ? 1 : rate.denominator * units.numerator,
  };
}

function rewardIn(currency: string, folder: string, written: WrittenReward): TemplateReward {
  const { key, kind, points, mix, market, cost, units, limit, validDays, shown } = written;
  const coupon = couponIn(currency, written);
  const saying = (text: LocalizedText) => inWords(text, coupon, currency);
  return {
    key,
    kind,
    names: saying(written.names),
    descriptions: saying(written.descriptions),
    pointsEach: points,
    mix: mix ? { pointsMin: mix[0], cashMinor: inCurrency(mix[1], currency) } : null,
    marketPriceMinor: inCurrency(market, currency),
    costMinor: inCurrency(cost, currency),
    units: units ?? null,
    limitPerMember: limit ?? null,
    validDays: validDays ?? (coupon ? COUPON_DAYS : null),
    coupon,
    picture: `${folder}/${pictureKey(written, coupon, currency)}.svg`,
    suggested: shown !== undefined,
    ticked: shown === 'ticked',
  };
}

function couponIn(currency: string, { coupon }: WrittenReward): CouponTerms | null {
  if (!coupon) return null;
  const { face, minimum } = coupon;
  return {
    faceMinor: inCurrency(face, currency),
    minimumSpendMinor: minimum === undefined ? null : inCurrency(minimum, currency),
  };
}

function inWords(text: LocalizedText, coupon: CouponTerms | null, currency: string): LocalizedText {
  const money = (amountMinor: number | null) =>
    amountMinor === null ? '' : moneyInName(amountMinor, currency);
  return Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      (text[locale] ?? '')
        .replaceAll('{face}', money(coupon?.faceMinor ?? null))
        .replaceAll('{minimum}', money(coupon?.minimumSpendMinor ?? null)),
    ]),
  );
}

/** A ticket with a figure on it is shown where that figure is true. */
function pictureKey({ key, drawnFigures }: WrittenReward, coupon: CouponTerms | null, currency: string) {
  if (!drawnFigures || !coupon) return key;
  return drawnFigures[coupon.faceMinor / minorPerMajor(currency)] ?? 'coupon';
}
