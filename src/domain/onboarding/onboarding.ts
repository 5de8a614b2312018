import type { CouponTerms, RewardKind } from '../catalogue/reward-kind.ts';
import type { LocalizedText } from '../locale.ts';
import type { Programme } from '../programme/programme.ts';
import type { Goal } from '../shop.ts';

/** The five steps to an open mall, in their order. */
export const ONBOARDING_STEPS = ['goal', 'business', 'rewards', 'brand', 'open'] as const;
export type OnboardingStep = (typeof ONBOARDING_STEPS)[number];

/** What an owner said of a suggested reward, or of one that she added; what she left alone is the template's. */
export type Pick = { ticked: boolean; units: number | null };

/** A reward as the preview shows it before it exists. */
export type SampleReward = {
  key: string;
  kind: RewardKind;
  names: LocalizedText;
  pointsEach: number;
  marketPriceMinor: number;
  coupon: CouponTerms | null;
  validDays: number | null;
  picture: string;
};

/** What a mall that has nothing yet is previewed with: it is drawn and never redeemed. */
export type Sample = { rules: Omit<Programme, 'currency'>; rewards: SampleReward[] };

/** What the steps have been told so far. Null and what is missing are the template's defaults. */
export type OnboardingState = {
  step: OnboardingStep;
  averageOrderMinor: number | null;
  marginPercent: number | null;
  /** By the template's key; a reward of the shop's own by its id. */
  picks: Record<string, Pick>;
  /** What the preview of the look shows; null before the first look at it. */
  sample: Sample | null;
};

export type Onboarding = OnboardingState & { goal: Goal | null };

/** The state of a shop that has been told `told`; nothing yet is null. */
export function onboardingOf(told: Partial<OnboardingState> | null): OnboardingState {
  return { step: 'goal', averageOrderMinor: null, marginPercent: null, picks: {}, sample: null, ...told };
}

/** The step after and the one before; null at either end. */
export function stepBeside(step: OnboardingStep, by: 1 | -1): OnboardingStep | null {
  return ONBOARDING_STEPS[ONBOARDING_STEPS.indexOf(step) + by] ?? null;
}
