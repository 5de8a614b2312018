import { queryOptions } from '@tanstack/react-query';
import type { Onboarding } from '../../../src/domain/onboarding/onboarding.ts';
import type { Opening } from '../../../src/domain/onboarding/opening.ts';
import { read, write } from '../api/client.ts';
import type { Shop } from '../session/session.ts';

export const ONBOARDING_KEY = ['onboarding'] as const;

export const onboardingQuery = queryOptions({
  queryKey: ONBOARDING_KEY,
  queryFn: ({ signal }) => read<Onboarding>('/onboarding', {}, signal),
});

/** What is left out stays as it is. `leaving` lets the request outlive the page. */
export function tellOnboarding(
  parts: Partial<Onboarding>,
  { leaving = false }: { leaving?: boolean } = {},
): Promise<Onboarding> {
  const key = crypto.randomUUID();
  return write('/onboarding', { method: 'PATCH', body: parts, key, ...(leaving ? { keepalive: true } : {}) });
}

/** Writes everything that was chosen and opens the door; sent again it does what was missing. */
export function openShop(opening: Opening, key: string): Promise<Shop> {
  return write('/onboarding/open', { method: 'POST', body: opening, key });
}
