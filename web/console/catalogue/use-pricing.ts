import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { planOf } from '../../../src/domain/onboarding/plan.ts';
import { onboardingQuery } from '../onboarding/api.ts';
import { industryOf } from '../onboarding/use-plan.ts';
import { programmeQuery } from '../programme/api.ts';
import { useShop } from '../session/session.ts';
import { orderPointsOf, type Pricing } from './suggestion.ts';

/** What a point buys here, and what an average order earns: from what the owner told and the rules in force. */
export function usePricing(): Pricing {
  const { shop } = useShop();
  const told = useQuery(onboardingQuery).data;
  const live = useQuery(programmeQuery).data?.live;
  const { currency, locale } = shop;
  return useMemo(() => {
    const { averageOrderMinor = null, marginPercent = null } = told ?? {};
    const plan = planOf(
      { averageOrderMinor, marginPercent, picks: {} },
      { industry: industryOf(shop.industry), currency, locale },
    );
    const { template } = plan;
    const baseRate = live?.baseRate ?? plan.programme.baseRate;
    return {
      currency,
      pointsPerMajor: template.pointsPerMajor,
      orderMinor: template.averageOrderMinor,
      orderPoints: orderPointsOf(template.averageOrderMinor, currency, baseRate),
    };
  }, [told, live, shop.industry, currency, locale]);
}
