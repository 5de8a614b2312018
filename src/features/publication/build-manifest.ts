import type { PublishedReward } from '../../domain/catalogue/reward.ts';
import type { DesignBody } from '../../domain/design/look.ts';
import { takesCards } from '../../domain/payment/connected-account.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import type { MallSettings, ShopSettings } from '../../domain/shop-settings.ts';
import type { PaymentAccountRow } from '../payments/queries.ts';
import type { MallManifest, MallPayments, ProgrammeSummary, RewardCard, RewardPage } from './manifest.ts';
import type { RewardRow, TenantRow } from './queries.ts';

export type ManifestSource = {
  version: number;
  nowMs: number;
  tenant: TenantRow;
  design: DesignBody;
  /** Null for a shop that has set nothing about payments yet. */
  payments: PaymentAccountRow | null;
  rewards: RewardRow[];
  origins: string[];
  programme: { live: ProgrammeVersion | null; next: ProgrammeVersion | null };
  /** Newest first. */
  programmes: ProgrammeVersion[];
};

/** The mall as members see it from now on. */
export function buildManifest({
  version,
  nowMs,
  tenant,
  design: body,
  payments,
  rewards,
  origins,
  programme,
  programmes,
}: ManifestSource): MallManifest {
  const { id: tenantId, slug, name, locale, currency, timeZone, state, contact } = tenant;
  return {
    version,
    publishedAtMs: nowMs,
    tenant: {
      ...{ tenantId, slug, name, locale, currency, timeZone, state, contact },
      ...(tenant.closing && { closing: tenant.closing }),
    },
    ...designedBy(body),
    programme: {
      current: programme.live && summaryOf(programme.live),
      next: programme.next && summaryOf(programme.next),
    },
    programmeHistory: programmes.map(summaryOf),
    payments: paymentsOf(payments),
    rewards: rewards.flatMap((row) => cardOf(row) ?? []),
    widget: { origins },
    ...(tenant.settings && { settings: shownSettings(tenant.settings) }),
  };
}

/** What members need not know stays in the console. */
function shownSettings({ developers: _, ...shown }: ShopSettings): MallSettings {
  return shown;
}

/** What of a manifest a design decides. */
export function designedBy({ look: _, pointsName, ...design }: DesignBody) {
  return { theme: design.theme, design, pointsName };
}

/** What a shop's row says to members: neither its account nor its fee is theirs to know. */
export function paymentsOf(row: PaymentAccountRow | null): MallPayments {
  return { online: row !== null && takesCards(row), counter: row?.counterEnabled ?? false };
}

export function pageOf(row: RewardRow): RewardPage | null {
  const card = cardOf(row);
  return card && row.published && { ...card, descriptions: row.published.descriptions };
}

/** Where a picture is served on the mall's own host. */
export function pictureUrl(pictureKey: string | null): string | null {
  return pictureKey === null ? null : `/pictures/${pictureKey}`;
}

function cardOf(row: RewardRow): RewardCard | null {
  if (row.published === null || (row.state !== 'live' && row.state !== 'stopped')) return null;
  const published: PublishedReward = row.published;
  const { revision, kind, names, pictureKey, marketPriceMinor, limitPerMember, current, next } = published;
  return {
    rewardId: row.id,
    revision,
    ...(kind && { kind }),
    names,
    pictureUrl: pictureUrl(pictureKey),
    marketPriceMinor,
    limitPerMember,
    state: row.state,
    current,
    next,
  };
}

function summaryOf({ version, hash, effectiveAtMs, body }: ProgrammeVersion): ProgrammeSummary {
  const { currency: _, ...rules } = body;
  return { version, hash, effectiveAtMs, ...rules };
}
