import { actorRef, type Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { publishedDesign } from '../design/get-design.ts';
import { selectNewestDesign } from '../design/queries.ts';
import { selectPaymentAccount } from '../payments/queries.ts';
import { inForceOf } from '../programme/get-programme.ts';
import { selectNewestProgrammes, selectProgrammeAt } from '../programme/queries.ts';
import { selectOrigins } from '../widget/queries.ts';
import { buildManifest, pageOf } from './build-manifest.ts';
import { manifestKey, rewardKey } from './edge-keys.ts';
import type { MallManifest } from './manifest.ts';
import {
  insertPublication,
  prunePublications,
  type RewardRow,
  selectNewestPublication,
  selectShownRewards,
  selectTenant,
} from './queries.ts';
import { rememberManifest } from './read-mall.ts';

/** What publishing needs; sign-up publishes before there is anything else of a shop. */
type Publisher = Pick<Context, 'db' | 'tenant' | 'actor' | 'clock' | 'edge'>;

/** Publishes of one mall that keep meeting each other more often than this are a fault. */
const ATTEMPTS_MAX = 8;
const PUBLICATIONS_KEPT = 20;
/** Versions of the rules that the page about them tells of. */
const PROGRAMMES_SHOWN = 20;

/**
 * Brings what stands in Postgres to the edge. Called after every change that members should see; may
 * be called again at any time. Whoever publishes last writes last: a publish that was overtaken
 * while it wrote to the edge writes the newer one after itself.
 */
export async function publishMall({ ctx }: { ctx: Publisher }): Promise<MallManifest> {
  const { manifest, rewards } = await addPublication(ctx);
  await Promise.all(rewards.map((row) => putPage(ctx, row)));
  return putNewest(ctx, manifest);
}

async function addPublication(ctx: Publisher): Promise<{ manifest: MallManifest; rewards: RewardRow[] }> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const nowMs = ctx.clock.nowMs();
    // The version is read first: whatever changes after it is published by a higher one, or meets its key.
    const [[newest], [tenant], [payments], rewards, [live], programmes, origins, [design]] =
      await ctx.db.batch(ctx.tenant.id, [
        selectNewestPublication(ctx),
        selectTenant(ctx),
        selectPaymentAccount(ctx),
        selectShownRewards(ctx),
        selectProgrammeAt(ctx, nowMs),
        selectNewestProgrammes(ctx, PROGRAMMES_SHOWN),
        selectOrigins(ctx),
        selectNewestDesign(ctx),
      ]);
    if (!tenant) throw new AppError('not_found');
    const version = (newest?.version ?? 0) + 1;
    const programme = inForceOf(live, programmes[0], nowMs);
    const manifest = buildManifest({
      version,
      nowMs,
      tenant,
      design: publishedDesign(tenant, design ?? null),
      payments: payments ?? null,
      rewards,
      origins: origins.map(({ origin }) => origin),
      programme,
      programmes,
    });
    const attempted = await ctx.db.attempt(ctx.tenant.id, [
      insertPublication(ctx, manifest, actorRef(ctx.actor).id),
      prunePublications(ctx, version - PUBLICATIONS_KEPT),
    ]);
    if (attempted.ok) return { manifest, rewards };
  }
  throw new Error('publishes of one mall met each other eight times');
}

async function putNewest(ctx: Publisher, manifest: MallManifest): Promise<MallManifest> {
  await ctx.edge.put(manifestKey(ctx.tenant.id), JSON.stringify(manifest));
  rememberManifest(ctx, manifest);
  const [[newest]] = await ctx.db.batch(ctx.tenant.id, [selectNewestPublication(ctx)]);
  if (!newest || newest.version === manifest.version) return manifest;
  return putNewest(ctx, newest.manifest as MallManifest);
}

async function putPage(ctx: Publisher, row: RewardRow): Promise<void> {
  const page = pageOf(row);
  if (page) await ctx.edge.put(rewardKey(ctx.tenant.id, page.rewardId, page.revision), JSON.stringify(page));
}
