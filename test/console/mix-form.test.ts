import { describe, expect, test } from 'vitest';
import {
  isDearerThanRetail,
  mixExample,
  mixFormOf,
  NO_MIX,
  readMix,
} from '../../web/console/catalogue/mix-form.ts';

const form = (mixPoints: string, mixCash: string) => ({ mixed: true, mixPoints, mixCash });

describe('the cash part of a price', () => {
  test('reads back as the draft that filled its fields', () => {
    const draft = { currency: 'CNY', pointsMin: 2_000, cashMinor: 30_050 };
    expect(readMix(mixFormOf(draft, 'CNY'), 5_000, 'CNY')).toEqual({
      mix: { pointsMin: 2_000, cashMinor: 30_050 },
      wrong: [],
    });
  });

  test('is none where the switch is off, whatever stands in the fields', () => {
    expect(readMix({ ...form('x', 'y'), mixed: false }, 5_000, 'CNY')).toEqual({ mix: null, wrong: [] });
    expect(mixFormOf(null, 'CNY')).toEqual(NO_MIX);
  });

  test.each([
    ['points that are none', form('', '300'), 'mixPoints'],
    ['no points at all', form('0', '300'), 'mixPoints'],
    ['the whole price', form('5000', '300'), 'mixPoints'],
    ['an amount that is none', form('2000', 'x'), 'mixCash'],
    ['no amount', form('2000', '0'), 'mixCash'],
    ['more decimals than the currency has', form('2000', '1.234'), 'mixCash'],
  ])('is refused for %s', (_, typed, field) => {
    expect(readMix(typed, 5_000, 'CNY')).toEqual({ mix: null, wrong: [field] });
  });

  test('is refused where it is less than can be charged', () => {
    expect(readMix(form('2000', '0.49'), 5_000, 'USD')).toEqual({ mix: null, wrong: ['mixCash'] });
  });

  test('is never told by what could not be charged', () => {
    const dollars = { ...form('500', '0.60'), points: '1000' };
    expect(mixExample(dollars, 'USD')).toEqual({
      all: 1_000,
      least: { points: 500, cashMinor: 60 },
      middle: { points: 583, cashMinor: 50 },
    });
    expect(mixExample({ ...dollars, mixCash: '0.50' }, 'USD')).toEqual({
      all: 1_000,
      least: { points: 500, cashMinor: 50 },
      middle: null,
    });
  });

  test('is asked about once it is more than the reward sells for', () => {
    const mix = { cashMinor: 1_001 };
    expect([
      isDearerThanRetail({ mix, marketPriceMinor: 1_000 }),
      isDearerThanRetail({ mix, marketPriceMinor: 1_001 }),
      isDearerThanRetail({ mix, marketPriceMinor: null }),
      isDearerThanRetail({ mix: null, marketPriceMinor: 1 }),
    ]).toEqual([true, false, false, false]);
  });

  test('is told by its ends and its middle', () => {
    expect(mixExample({ ...form('2000', '300'), points: '5000' }, 'CNY')).toEqual({
      all: 5_000,
      least: { points: 2_000, cashMinor: 30_000 },
      middle: { points: 3_500, cashMinor: 15_000 },
    });
    expect(mixExample({ ...form('2000', '300'), points: '' }, 'CNY')).toBeNull();
  });
});
