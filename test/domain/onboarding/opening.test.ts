import { expect, test } from 'vitest';
import { type OnboardingState, onboardingOf } from '../../../src/domain/onboarding/onboarding.ts';
import { openingOf, type Present } from '../../../src/domain/onboarding/opening.ts';
import { planOf } from '../../../src/domain/onboarding/plan.ts';

const SHOP = { industry: 'clothing', currency: 'CNY', locale: 'zh-CN' } as const;
const NEW: Present = { hasProgramme: false, rewards: [], designDraftVersion: 'draft-1' };

function opening(picks: OnboardingState['picks'], present: Partial<Present> = {}) {
  const told = { ...onboardingOf(null), picks };
  return openingOf(planOf(told, SHOP), picks, { ...NEW, ...present });
}
const published = ({ rewards }: ReturnType<typeof opening>) =>
  rewards.filter(({ publish }) => publish).map(({ key }) => key);
const unticked = (...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, { ticked: false, units: null }]));
const ALL = ['coupon-10', 'coupon-150-30', 'hair-ties', 'tableware'];

test('of defaults publishes the four that are ticked and leaves the other two as drafts', () => {
  const { rewards, programme, publishRewardIds, designDraftVersion } = opening({});
  expect(rewards.map(({ key, publish }) => [key, publish])).toEqual([
    ['coupon-10', true],
    ['coupon-150-30', true],
    ['hair-ties', true],
    ['alteration', false],
    ['tableware', true],
    ['tote', false],
  ]);
  expect([programme?.signUpBonus, programme?.daysUntilEntry]).toEqual([100, 0]);
  expect([publishRewardIds, designDraftVersion]).toEqual([[], 'draft-1']);
});

test('with nothing ticked publishes the coupons alone', () => {
  expect(published(opening(unticked(...ALL)))).toEqual(['coupon-10', 'coupon-150-30']);
});

test('with one reward of her own ticked publishes that one alone', () => {
  const picks = { ...unticked(...ALL), rwd_own: { ticked: true, units: null } };
  const told = opening(picks, { rewards: [{ rewardId: 'rwd_own', state: 'draft' }] });
  expect([published(told), told.publishRewardIds]).toEqual([[], ['rwd_own']]);
});

test('decides the same after the own reward was published and the rest was cut off', () => {
  const picks = { ...unticked(...ALL), rwd_own: { ticked: true, units: null } };
  const told = opening(picks, { rewards: [{ rewardId: 'rwd_own', state: 'live' }] });
  expect([published(told), told.publishRewardIds]).toEqual([[], []]);
});

test('leaves alone what she has made elsewhere: drafts of the catalogue, and rules', () => {
  const told = opening({}, { hasProgramme: true, rewards: [{ rewardId: 'rwd_other', state: 'draft' }] });
  expect([told.programme, told.publishRewardIds]).toEqual([null, []]);
});

test('stocks what was typed', () => {
  const told = opening({ 'hair-ties': { ticked: true, units: 12 } });
  expect(told.rewards.find(({ key }) => key === 'hair-ties')?.fields.units).toBe(12);
});
