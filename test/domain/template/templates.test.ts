import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mixBounds } from '../../../src/domain/catalogue/cash-mix.ts';
import { INDUSTRIES } from '../../../src/domain/industry.ts';
import { LOCALES } from '../../../src/domain/locale.ts';
import { ladderFaults } from '../../../src/domain/price-ladder.ts';
import { cashForMissing, levelForMargin, levelOfReward } from '../../../src/domain/price-level.ts';
import { checkProgramme } from '../../../src/domain/programme/check-programme.ts';
import { templateAtMargin } from '../../../src/domain/template/at-margin.ts';
import { templateOf } from '../../../src/domain/template/template-of.ts';
import { ROOT_FOLDER } from '../../support/source-tree.ts';

const here = { currency: 'CNY', locale: 'zh-CN' } as const;
const CURRENCIES = ['CNY', 'TWD', 'HKD', 'JPY', 'USD', 'KWD', 'CLP'];

describe.each(INDUSTRIES)('the template of %s', (industry) => {
  const template = templateOf(industry, here);
  const { rewards, level } = template;

  test('suggests six rewards and ticks four, of which two need no stock that can run out today', () => {
    const suggested = rewards.filter((reward) => reward.suggested);
    const ticked = rewards.filter((reward) => reward.ticked);
    expect([suggested.length, ticked.length]).toEqual([6, 4]);
    expect(ticked.filter(({ kind }) => kind !== 'goods').length).toBeGreaterThanOrEqual(2);
    expect(ticked.every((reward) => reward.suggested)).toBe(true);
  });

  test('says every reward in three languages, Chinese with Chinese punctuation, and shows a picture of it', () => {
    const texts = rewards.flatMap(({ names, descriptions }) => [names, descriptions]);
    expect(
      texts.filter((text) => LOCALES.some((locale) => !text[locale] || /[{}]/.test(text[locale]))),
    ).toEqual([]);
    const narrow = /\p{Script=Han}[,;:?!()]|[,;?!]\p{Script=Han}/u;
    expect(texts.flatMap((text) => Object.values(text)).filter((text) => narrow.test(text ?? ''))).toEqual(
      [],
    );
    const drawn = ({ picture }: { picture: string }) =>
      existsSync(join(ROOT_FOLDER, 'web/pictures', picture));
    for (const currency of CURRENCIES) {
      const there = templateOf(industry, { currency, locale: 'en' }).rewards;
      expect(there.filter((reward) => !drawn(reward))).toEqual([]);
    }
  });

  test('asks no more than the market price at its level, and a mix takes exactly the cash for what is missing', () => {
    const dear = rewards.filter(({ pointsEach, marketPriceMinor, costMinor, kind }) => {
      const isBoughtIn = kind === 'goods' || costMinor * 2 > marketPriceMinor;
      return pointsEach * 100 > marketPriceMinor * levelOfReward(level, isBoughtIn);
    });
    expect(dear.map(({ key }) => key)).toEqual([]);
    const mixed = rewards.flatMap((reward) => (reward.mix ? [{ ...reward, mix: reward.mix }] : []));
    const levels = [levelOfReward(level, true), level];
    const inexact = mixed.filter(({ pointsEach, mix, marketPriceMinor }) => {
      const at = (points: number) =>
        cashForMissing(
          pointsEach - mix.pointsMin,
          { currency: 'CNY', marketPriceMinor },
          {
            numerator: points,
            denominator: 1,
          },
        );
      return !levels.some((points) => at(points) === mix.cashMinor);
    });
    expect(inexact.map(({ key }) => key)).toEqual([]);
  });

  test('is a way up: near to begin with, no step too high, a dream at the end', () => {
    const rungs = rewards.map(({ pointsEach, mix }) => ({
      pointsEach,
      pointsMin: mix?.pointsMin ?? pointsEach,
    }));
    expect(ladderFaults(rungs, template)).toEqual([]);
  });

  test('costs no more than its margin carries, and another margin moves all prices alike', () => {
    expect(levelForMargin(template, level)).toBe(level);
    const thinner = templateAtMargin(template, 13);
    const times = (thinner?.level ?? 0) / level;
    expect(thinner?.rewards.map(({ pointsEach }) => pointsEach)).toEqual(
      rewards.map(({ pointsEach }) => pointsEach * times),
    );
    expect(templateAtMargin(template, 1)).toBe(null);
  });

  test.each(CURRENCIES)('is a programme and prices that can be charged in %s', (currency) => {
    const there = templateOf(industry, { currency, locale: 'zh-TW' });
    const { baseRate, categoryRates, daysUntilEntry, expiry } = there;
    const body = { currency, baseRate, categoryRates, daysUntilEntry, expiry };
    expect(checkProgramme({ ...body, clawback: 'owe', graceDays: 7, openHoldsMax: 10 })).toBe(null);
    const unpayable = there.rewards.filter(({ pointsEach, mix }) => {
      if (!mix) return false;
      const cashPerPoint = { numerator: mix.cashMinor, denominator: pointsEach - mix.pointsMin };
      return mixBounds({ pointsEach, mix: { currency, pointsMin: mix.pointsMin, cashPerPoint } }) === null;
    });
    expect(unpayable.map(({ key }) => key)).toEqual([]);
  });
});

test('amounts and names are the place’s own, and a ticket shows a figure only where it is true', () => {
  const couponIn = (currency: string) => {
    const coupon = templateOf('clothing', { currency, locale: 'en' }).rewards[2];
    return [coupon?.names['zh-TW'], coupon?.names.en, coupon?.coupon, coupon?.picture];
  };
  expect(couponIn('CNY')).toEqual([
    '滿 ¥150 折 ¥30 券',
    '¥30 off ¥150',
    { faceMinor: 3000, minimumSpendMinor: 15_000 },
    'mianyu/coupon-150-30.svg',
  ]);
  expect(couponIn('TWD')).toEqual([
    '滿 NT$750 折 NT$150 券',
    'NT$150 off NT$750',
    { faceMinor: 15_000, minimumSpendMinor: 75_000 },
    'mianyu/coupon.svg',
  ]);
  const [course] = templateOf('courses', { currency: 'TWD', locale: 'zh-TW' }).rewards;
  expect([course?.names['zh-TW'], course?.picture]).toEqual(['NT$100 課程券', 'lamplight/course-100.svg']);
  const large = templateOf('courses', { currency: 'TWD', locale: 'zh-TW' }).rewards[4];
  expect(large?.names.en).toBe('NT$500 off NT$2,995');
  const { baseRate, pointsPerMajor, averageOrderMinor } = templateOf('clothing', {
    currency: 'USD',
    locale: 'en',
  });
  expect([baseRate, pointsPerMajor, averageOrderMinor]).toEqual([
    { numerator: 5, denominator: 1 },
    { numerator: 50, denominator: 1 },
    2560,
  ]);
});
