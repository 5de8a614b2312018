import type { Plan } from '../../../src/domain/onboarding/plan.ts';
import type { OnboardingDraft } from './use-onboarding.ts';

/** What every step is given. */
export type StepProps = Pick<OnboardingDraft, 'state' | 'tell' | 'keeping'> & { plan: Plan };
