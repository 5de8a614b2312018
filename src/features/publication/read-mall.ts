import type { Services, Tenant } from '../../context.ts';
import type { StockBand } from '../../domain/stock/stock-band.ts';
import { AppError } from '../../lib/app-error.ts';
import { pageOf } from './build-manifest.ts';
import { bandsKey, manifestKey, rewardKey } from './edge-keys.ts';
import { IsolateCache } from './isolate-cache.ts';
import type { MallManifest, RewardPage } from './manifest.ts';
import { selectNewestPublication, selectShownReward } from './queries.ts';

/** Readers need no object and no actor: a visitor's page view is this and nothing more. */
export type MallReader = Pick<Services, 'db' | 'edge' | 'fallbackLimit' | 'clock'> & { tenant: Tenant };

/** With KV's own minute this stays under the two minutes by which a worse price is announced. */
const FRESH_MS = 5_000;
const EDGE_CACHE_SECONDS = 60;

const manifests = new IsolateCache<MallManifest>(FRESH_MS);
const bands = new IsolateCache<StockBands>(FRESH_MS);

/** What was published by an older release says nothing of payments: there were none. */
type StoredManifest = Omit<MallManifest, 'payments'> & Partial<Pick<MallManifest, 'payments'>>;
const NO_PAYMENTS = { online: false, counter: false };

/** Advisory only: the stock object has the last word on what is left. Bands by reward; a reward without one is simply in stock. */
export type StockBands = Record<string, StockBand>;

/** The published mall, or null where nothing was published yet. */
export async function readManifest(reader: MallReader): Promise<MallManifest | null> {
  const { edge, tenant, clock } = reader;
  const remembered = manifests.get(tenant.id, clock.nowMs());
  if (remembered) return remembered;
  const stored = await edge.get<StoredManifest>(manifestKey(tenant.id), {
    type: 'json',
    cacheTtl: EDGE_CACHE_SECONDS,
  });
  const found = stored ?? (await refillManifest(reader));
  const manifest = found && { ...found, payments: found.payments ?? NO_PAYMENTS };
  if (manifest) manifests.set(tenant.id, manifest, clock.nowMs());
  return manifest;
}

/** One reward with its description; null where it is not published, unlisted included. */
export async function readReward(reader: MallReader, rewardId: string): Promise<RewardPage | null> {
  const manifest = await readManifest(reader);
  const card = manifest?.rewards.find((each) => each.rewardId === rewardId);
  if (!card) return null;
  const key = rewardKey(reader.tenant.id, rewardId, card.revision);
  const stored = await reader.edge.get<RewardPage>(key, { type: 'json', cacheTtl: EDGE_CACHE_SECONDS });
  const page = stored ?? (await refillPage(reader, rewardId));
  // The page is immutable; whether the reward is on the shelf stands in the manifest alone.
  return page && { ...page, ...card };
}

/** How much is left of each reward, roughly. Never loads anything from Postgres. */
export async function readBands({ edge, tenant, clock }: MallReader): Promise<StockBands> {
  const remembered = bands.get(tenant.id, clock.nowMs());
  if (remembered) return remembered;
  const kept = (await edge.get<Record<string, StockBand | 'low'>>(bandsKey(tenant.id), 'json')) ?? {};
  // An earlier release said “few” without how many.
  const stored = Object.fromEntries(
    Object.entries(kept).map(([rewardId, band]) => [rewardId, band === 'low' ? 'in' : band] as const),
  );
  bands.set(tenant.id, stored, clock.nowMs());
  return stored;
}

/** This isolate's own publish is seen by its next reader at once. */
export function rememberManifest(reader: Pick<MallReader, 'tenant' | 'clock'>, manifest: MallManifest): void {
  manifests.set(reader.tenant.id, manifest, reader.clock.nowMs());
}

export function rememberBands(reader: Pick<MallReader, 'tenant' | 'clock'>, found: StockBands): void {
  bands.set(reader.tenant.id, found, reader.clock.nowMs());
}

async function refillManifest(reader: MallReader): Promise<StoredManifest | null> {
  await passFallbackLimit(reader);
  const [[newest]] = await reader.db.batch(reader.tenant.id, [selectNewestPublication(reader)]);
  if (!newest) return null;
  const manifest = newest.manifest as StoredManifest;
  await reader.edge.put(manifestKey(reader.tenant.id), JSON.stringify(manifest));
  return manifest;
}

async function refillPage(reader: MallReader, rewardId: string): Promise<RewardPage | null> {
  await passFallbackLimit(reader);
  const [[row]] = await reader.db.batch(reader.tenant.id, [selectShownReward(reader, rewardId)]);
  const page = row ? pageOf(row) : null;
  if (page) await reader.edge.put(rewardKey(reader.tenant.id, rewardId, page.revision), JSON.stringify(page));
  return page;
}

/** An edge that lost its keys must not turn every page view into a query. */
async function passFallbackLimit({ fallbackLimit, tenant }: MallReader): Promise<void> {
  const { success } = await fallbackLimit.limit({ key: tenant.id });
  if (!success) throw new AppError('unavailable');
}
