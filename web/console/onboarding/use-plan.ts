import { useMemo } from 'react';
import { INDUSTRIES, type Industry } from '../../../src/domain/industry.ts';
import type { OnboardingState } from '../../../src/domain/onboarding/onboarding.ts';
import { type Plan, planOf } from '../../../src/domain/onboarding/plan.ts';
import { useShop } from '../session/session.ts';

/** What the shop would open with as things stand. */
export function usePlan({ averageOrderMinor, marginPercent, picks }: OnboardingState): Plan {
  const { shop } = useShop();
  const { currency, locale } = shop;
  const industry = industryOf(shop.industry);
  return useMemo(
    () => planOf({ averageOrderMinor, marginPercent, picks }, { industry, currency, locale }),
    [averageOrderMinor, marginPercent, picks, industry, currency, locale],
  );
}

export function industryOf(stored: string): Industry {
  return INDUSTRIES.find((industry) => industry === stored) ?? 'other';
}
