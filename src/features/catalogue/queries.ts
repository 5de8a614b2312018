import { and, asc, eq, gte, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { memberFigures, redemptions, rewards, stockLevels, stocks } from '../../db/schema/index.ts';
import type { PublishedReward, RewardDraft } from '../../domain/catalogue/reward.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type RewardRow = typeof rewards.$inferSelect;

export function selectReward({ db, tenant }: Scope, rewardId: string) {
  return db.build
    .select()
    .from(rewards)
    .where(and(eq(rewards.tenantId, tenant.id), eq(rewards.id, rewardId)));
}

/** What rewards are called by their drafts, archived ones too. */
export function selectRewardNames({ db, tenant }: Scope, rewardIds: string[]) {
  return db.build
    .select({ id: rewards.id, names: sql<RewardDraft['names']>`${rewards.draft} -> 'names'` })
    .from(rewards)
    .where(and(eq(rewards.tenantId, tenant.id), inArray(rewards.id, rewardIds)));
}

/** Every reward in the shop's own order, with the counts as the projection last heard them. */
export function selectRewards({ db, tenant }: Scope) {
  return db.build
    .select({ reward: rewards, level: stockLevels })
    .from(rewards)
    .leftJoin(
      stockLevels,
      and(eq(stockLevels.tenantId, rewards.tenantId), eq(stockLevels.stockId, rewards.id)),
    )
    .where(eq(rewards.tenantId, tenant.id))
    .orderBy(asc(rewards.position), asc(rewards.id));
}

/** A new reward stands at the end of the shelf. */
export function insertReward({ db, tenant }: Scope, id: string, draft: RewardDraft, nowMs: number) {
  const own = eq(rewards.tenantId, tenant.id);
  return db.build.insert(rewards).values({
    tenantId: tenant.id,
    id,
    position: sql`(select coalesce(max(${rewards.position}), 0) + 1 from ${rewards} where ${own})`,
    draft,
    published: null,
    priceVersion: 0,
    state: 'draft',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  });
}

type RewardChange = Partial<Pick<RewardRow, 'draft' | 'priceVersion' | 'state'>> & {
  published?: PublishedReward;
};

export function updateReward({ db, tenant }: Scope, rewardId: string, change: RewardChange, nowMs: number) {
  return db.build
    .update(rewards)
    .set({ ...change, updatedAtMs: nowMs })
    .where(and(eq(rewards.tenantId, tenant.id), eq(rewards.id, rewardId)));
}

/** The condition under which a change may go on: the reward is as it was read. Holds the row until then. */
export function isUnchanged({ tenant }: Scope, row: RewardRow) {
  const published = row.published && JSON.stringify(row.published);
  return sql`exists (
    select 1 from ${rewards}
    where ${rewards.tenantId} = ${tenant.id} and ${rewards.id} = ${row.id} and ${rewards.state} = ${row.state}
      and ${rewards.draft} = ${JSON.stringify(row.draft)}::jsonb
      and ${rewards.published} is not distinct from ${published}::jsonb
    for update)`;
}

/** The registry's row of a stock: it stands before the object is opened. */
export function registerStock({ db, tenant }: Scope, rewardId: string, nowMs: number) {
  return db.build
    .insert(stocks)
    .values({
      tenantId: tenant.id,
      stockId: rewardId,
      rewardId,
      epoch: 1,
      headSeq: 0,
      headHash: '',
      dueAtMs: null,
      state: 'registered',
      createdAtMs: nowMs,
    })
    .onConflictDoNothing();
}

/** The places of the shelf, first to last, as one statement: half of an order is none. */
export function placeRewards({ db, tenant }: Scope, rewardIds: readonly string[]) {
  const places = sql`(select value as id, ordinality::int as place
    from jsonb_array_elements_text(${JSON.stringify(rewardIds)}::jsonb) with ordinality) as shelf`;
  return db.build
    .update(rewards)
    .set({ position: sql`shelf.place` })
    .from(places)
    .where(and(eq(rewards.tenantId, tenant.id), sql`${rewards.id} = shelf.id`));
}

/** What came to nothing was not redeemed. */
const NOT_REDEEMED = [
  'reserving',
  'awaiting_payment',
  'undoing',
  'undone',
  'cancelling',
  'cancelled',
] as const;

/** How often each reward was redeemed since a moment. */
export function selectRedeemedUnits({ db, tenant }: Scope, sinceMs: number) {
  return db.build
    .select({
      rewardId: sql<string>`${redemptions.rewardId}`,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.tenantId, tenant.id),
        gte(redemptions.createdAtMs, sinceMs),
        isNotNull(redemptions.rewardId),
        notInArray(redemptions.state, [...NOT_REDEEMED]),
      ),
    )
    .groupBy(redemptions.rewardId);
}

/** How many members' points lie between each two of the steps, lowest first; below the first none are counted. */
export function countMembersByPoints({ db, tenant }: Scope, steps: readonly number[]) {
  const bounds = sql.raw(`array[${steps.map((step) => Math.trunc(step)).join(',')}]::bigint[]`);
  const bucket = sql<number>`width_bucket(${memberFigures.availablePoints}, ${bounds})`.mapWith(Number);
  return db.build
    .select({ bucket, count: sql<number>`count(*)`.mapWith(Number) })
    .from(memberFigures)
    .where(and(eq(memberFigures.tenantId, tenant.id), gte(memberFigures.availablePoints, steps[0] ?? 1)))
    .groupBy(sql`1`);
}
