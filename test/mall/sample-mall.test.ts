import { expect, test } from 'vitest';
import { onboardingOf } from '../../src/domain/onboarding/onboarding.ts';
import { sampleOf } from '../../src/domain/onboarding/opening.ts';
import { planOf } from '../../src/domain/onboarding/plan.ts';
import { withSample } from '../../src/features/design/sample-mall.ts';
import { mall } from './published-mall.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');
const SHOP = { industry: 'clothing', currency: 'CNY', locale: 'zh-CN' } as const;
const SAMPLE = sampleOf(planOf(onboardingOf(null), SHOP));
const OPEN = mall([]);
const BUILDING = { ...OPEN, tenant: { ...OPEN.tenant, state: 'building' as const } };

test('a mall that is not open and has nothing is previewed with what it will open with', () => {
  const { rewards, programme } = withSample(BUILDING, SAMPLE, NOW);
  const seen = rewards.map(({ rewardId, pictureUrl, current }) => [rewardId, pictureUrl, current.pointsEach]);
  expect(seen).toEqual([
    ['sample-coupon-10', '/pictures/mianyu/coupon-10.svg', 100],
    ['sample-coupon-150-30', '/pictures/mianyu/coupon-150-30.svg', 200],
    ['sample-hair-ties', '/pictures/mianyu/hair-ties.svg', 220],
    ['sample-tableware', '/pictures/mianyu/tableware.svg', 500],
  ]);
  expect(programme.current?.signUpBonus).toBe(100);
});

test('an open mall is drawn as it is, and so is one whose owner has not come that far', () => {
  expect(withSample(OPEN, SAMPLE, NOW)).toBe(OPEN);
  expect(withSample(BUILDING, null, NOW)).toBe(BUILDING);
});
