import { ONBOARDING_STEPS, type OnboardingStep } from '../../../src/domain/onboarding/onboarding.ts';

/** The step that an address names; without one it is where she left off. */
export function startSearch({ step }: Record<string, unknown>): { step?: OnboardingStep } {
  const known = ONBOARDING_STEPS.find((each) => each === step);
  return known ? { step: known } : {};
}
