import { describe, expect, test } from 'vitest';
import { INDUSTRIES } from '../../../src/domain/industry.ts';
import { onboardingOf } from '../../../src/domain/onboarding/onboarding.ts';
import { onShelf, ownTicked, planOf } from '../../../src/domain/onboarding/plan.ts';
import { checkProgramme } from '../../../src/domain/programme/check-programme.ts';

const NOTHING_TOLD = onboardingOf(null);
const CLOTHING = { industry: 'clothing', currency: 'CNY', locale: 'zh-CN' } as const;

describe('the typical member', () => {
  test('of a clothing shop that said nothing has 228 points after her first order: enough for ¥30 off', () => {
    const { orderMinor, orderPoints, points, reward } = planOf(NOTHING_TOLD, CLOTHING).member;
    expect([orderMinor, orderPoints, points, reward?.key]).toEqual([12_800, 128, 228, 'coupon-150-30']);
  });

  test('is computed from the order that was typed', () => {
    const { member } = planOf({ ...NOTHING_TOLD, averageOrderMinor: 45_050 }, CLOTHING);
    expect([member.orderPoints, member.points, member.reward?.key]).toEqual([450, 550, 'tableware']);
  });

  test('is promised nothing that is not ticked', () => {
    const picks = { 'coupon-150-30': { ticked: false, units: null } };
    expect(planOf({ ...NOTHING_TOLD, picks }, CLOTHING).member.reward?.key).toBe('hair-ties');
  });

  test('is promised nothing where nothing is within reach', () => {
    const { member } = planOf({ ...NOTHING_TOLD, averageOrderMinor: 1, marginPercent: 12 }, CLOTHING);
    expect(member.reward).toBe(null);
  });
});

describe.each(INDUSTRIES)('a shop of %s', (industry) => {
  test.each(['CNY', 'USD', 'JPY'])(
    'in %s shows six suggestions, four ticked, and rules that can be published',
    (currency) => {
      const plan = planOf(NOTHING_TOLD, { industry, currency, locale: 'en' });
      expect(plan.rewards.length).toBe(6);
      expect(plan.rewards.filter(({ ticked }) => ticked).length).toBe(4);
      expect(checkProgramme(plan.programme)).toBe(null);
    },
  );

  test('that ticks nothing opens with coupons alone', () => {
    const { rewards } = planOf(NOTHING_TOLD, { industry, currency: 'CNY', locale: 'en' });
    const shelf = onShelf(
      rewards.map((each) => ({ ...each, ticked: false })),
      0,
    );
    expect(shelf.length).toBeGreaterThan(0);
    expect(new Set(shelf.map(({ reward }) => reward.kind))).toEqual(new Set(['coupon']));
  });

  test('at any margin has prices, and is told where it is too thin for rewards', () => {
    const thin = Array.from({ length: 101 }, (_, marginPercent) => {
      const { tooThin, rewards } = planOf(
        { ...NOTHING_TOLD, marginPercent },
        { industry, currency: 'CNY', locale: 'en' },
      );
      expect(rewards.every(({ reward }) => Number.isSafeInteger(reward.pointsEach))).toBe(true);
      return tooThin;
    });
    // Thin up to somewhere, and then no more.
    expect([thin[0], thin[100]]).toEqual([true, false]);
    expect(thin.lastIndexOf(true)).toBe(thin.indexOf(false) - 1);
  });
});

test('a thinner margin asks for more points', () => {
  const least = (marginPercent: number) =>
    planOf({ ...NOTHING_TOLD, marginPercent }, CLOTHING).rewards[0]?.reward.pointsEach;
  expect([least(58), least(45), least(30), least(15)]).toEqual([100, 200, 400, 1000]);
});

test('a stock that was typed stays with its reward, ticked or not', () => {
  const picks = { tote: { ticked: false, units: 7 }, 'hair-ties': { ticked: true, units: 3 } };
  const { rewards } = planOf({ ...NOTHING_TOLD, picks }, CLOTHING);
  const told = rewards.filter(({ reward }) => reward.key in picks);
  expect(told.map(({ reward, ticked, units }) => [reward.key, ticked, units])).toEqual([
    ['hair-ties', true, 3],
    ['tote', false, 7],
  ]);
});

test('what is ticked besides the suggestions is counted', () => {
  const picks = {
    tote: { ticked: true, units: 7 },
    rwd_1: { ticked: true, units: null },
    rwd_2: { ticked: false, units: null },
  };
  expect(ownTicked(planOf({ ...NOTHING_TOLD, picks }, CLOTHING), picks)).toBe(1);
});
