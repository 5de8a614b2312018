import type { Config, Services } from '../../context.ts';
import { reopenUntilMs, shopPhase } from '../../domain/shop-closing.ts';
import type { TenantRow } from './queries.ts';
import type { TenantAnswer } from './schemas.ts';

export function mallUrlOf({ scheme, rootHost }: Pick<Config, 'scheme' | 'rootHost'>, slug: string): string {
  return `${scheme}://${slug}.${rootHost}/`;
}

/** A shop as its own staff see it. */
export function tenantAnswer(
  { config, clock }: Pick<Services, 'config' | 'clock'>,
  row: TenantRow,
): TenantAnswer {
  const { id, slug, name, state, locale, currency, timeZone, industry, pointsName, contact, goal } = row;
  const mallUrl = mallUrlOf(config, slug);
  const closing = closingAnswer(row, clock.nowMs());
  return {
    id,
    slug,
    name,
    state,
    locale,
    currency,
    timeZone,
    industry,
    pointsName,
    contact,
    goal,
    mallUrl,
    closing,
  };
}

function closingAnswer({ state, closing }: TenantRow, nowMs: number): TenantAnswer['closing'] {
  if (!closing) return null;
  const reopenAtMs = reopenUntilMs(closing);
  return {
    isClosed: shopPhase({ state, closing }, nowMs) === 'closed',
    closesAt: new Date(closing.closesAtMs).toISOString(),
    earnsUntil: new Date(closing.earnsUntilMs).toISOString(),
    reopenUntil: new Date(reopenAtMs).toISOString(),
    mayReopen: nowMs < reopenAtMs,
  };
}
