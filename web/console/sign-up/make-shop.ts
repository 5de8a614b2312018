import { problemOf } from '../api/problem.ts';
import { currentLocale } from '../locale/current-locale.ts';
import type { Shop } from '../session/session.ts';
import { createTenant } from '../tenants/api.ts';
import { proposeCurrency, slugCandidates } from './model.ts';
import { proposeSlug } from './propose-slug.ts';

/** What is left to be chosen later begins as the first of the suggestions. */
const INDUSTRY_AT_FIRST = 'clothing';

/**
 * Makes the shop of whoever is signed in at the first address of its name that is free; money, zone and
 * language are this device's, until she says otherwise. Sent again it is the same shop.
 */
export async function makeShop({ name, userId }: { name: string; userId: string }): Promise<Shop> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const locale = currentLocale();
  const currency = proposeCurrency(timeZone, navigator.languages, locale);
  const candidates = slugCandidates(await proposeSlug(name), userId);
  for (const [place, slug] of candidates.entries()) {
    try {
      const tenant = { name, slug, industry: INDUSTRY_AT_FIRST, currency, timeZone, locale } as const;
      return await createTenant(tenant, crypto.randomUUID());
    } catch (error) {
      const { code } = problemOf(error);
      const free = code !== 'slug-taken' && code !== 'slug-reserved';
      if (free || place === candidates.length - 1) throw error;
    }
  }
  throw new Error('a name has at least one address');
}
