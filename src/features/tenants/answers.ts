import type { Config } from '../../context.ts';
import type { TenantRow } from './queries.ts';
import type { TenantAnswer } from './schemas.ts';

export function mallUrlOf({ scheme, rootHost }: Pick<Config, 'scheme' | 'rootHost'>, slug: string): string {
  return `${scheme}://${slug}.${rootHost}/`;
}

/** A shop as its own staff see it. */
export function tenantAnswer(config: Config, row: TenantRow): TenantAnswer {
  const { id, slug, name, state, locale, currency, timeZone, industry, pointsName, contact, goal } = row;
  const mallUrl = mallUrlOf(config, slug);
  return { id, slug, name, state, locale, currency, timeZone, industry, pointsName, contact, goal, mallUrl };
}
