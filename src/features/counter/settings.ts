import type { Tenant } from '../../context.ts';
import { type GrantLimits, STARTING_LIMITS } from '../../domain/counter/limits.ts';
import { type CounterService, startingServices } from '../../domain/counter/service.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { SettingsRow } from './queries.ts';

export type CounterSettings = { categories: string[]; services: CounterService[]; limits: GrantLimits };

/** What holds at the counter: what the shop changed, else what comes with its programme and industry. */
export function settingsOf(
  { industry }: Pick<Tenant, 'industry'>,
  row: SettingsRow | undefined,
  programme: Programme | undefined,
): CounterSettings {
  return {
    categories: row?.categories ?? categoriesOf(programme),
    services: row?.services ?? startingServices(industry),
    limits: row ? { grantPoints: row.grantPointsMax, dayPoints: row.dayPointsMax } : STARTING_LIMITS,
  };
}

/** Categories that have a rate of their own. */
export function categoriesOf(programme: Programme | undefined): string[] {
  return programme?.categoryRates.map(({ category }) => category) ?? [];
}
