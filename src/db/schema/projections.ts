import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DeliveryAddress, OrderResult, RedemptionView } from '../../account/contract.ts';
import type { JournalRow, JournalType, JsonObject, ObjectKind } from '../../domain/journal.ts';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';

// Copies of what the objects' journals say, rebuildable at any time, hence without foreign keys:
// rows arrive late, twice and out of order, and none may wait for another.

/** Every journal row of every object. Entries of an account are the rows whose `points` is not null. */
export const journalRows = pgTable(
  'journal_rows',
  {
    tenantId: tenantId(),
    objectKind: text('object_kind').$type<ObjectKind>().notNull(),
    objectId: text('object_id').notNull(),
    epoch: integer('epoch').notNull(),
    seq: whole('seq').notNull(),
    atMs: instant('at').notNull(),
    type: text('type').$type<JournalType>().notNull(),
    body: jsonb('body').$type<JsonObject>().notNull(),
    detail: jsonb('detail').$type<JsonObject>(),
    salt: text('salt'),
    detailHash: text('detail_hash'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    points: whole('points'),
    balanceAfter: whole('balance_after'),
  },
  (table) => [
    primaryKey({
      name: 'journal_rows_pkey',
      columns: [table.tenantId, table.objectKind, table.objectId, table.epoch, table.seq],
    }),
    index('journal_rows_newest').on(table.tenantId, table.objectId, table.seq),
    index('journal_rows_entries_by_time')
      .on(table.tenantId, table.atMs, table.objectId, table.seq)
      .where(sql`${table.points} is not null`),
    index('journal_rows_news_by_time')
      .on(table.tenantId, table.atMs, table.objectId, table.seq)
      .where(sql`${table.points} is not null and not jsonb_exists(${table.body}, 'importBatchId')`),
    tenantPolicy(),
  ],
);

const VISITED_AT = `to_timestamp((coalesce(body -> 'voucher' ->> 'usedAtMs', case
  when state = 'received' and body ->> 'trackingNumber' is null
  then jsonb_path_query_first(body, '$.timeline[*] ? (@.state == "received").atMs') #>> '{}' end))::bigint / 1000.0)`;

/** Stripe looks after refunds that are under way; those at the counter are the staff's from the first. */
const REFUND_WAITS = `coalesce(jsonb_path_exists(body, '$.payment ? (exists(@.refunds[*] ? (@.state == "failed" && @.because != "outside"))
  || (@.method == "counter" && exists(@.refunds[*] ? (@.state == "requested"))))'), false)`;

export const redemptions = pgTable(
  'redemptions',
  {
    tenantId: tenantId(),
    redemptionId: text('redemption_id').notNull(),
    /** The end of its id, which people read out. A column: under a policy no index on a function is used. */
    number: text('number').generatedAlwaysAs(sql`right(redemption_id, 8)`),
    memberId: text('member_id').notNull(),
    /** Of its first line, and today's redemptions have one: what the console counts and pictures. */
    rewardId: text('reward_id').generatedAlwaysAs(sql`body #>> '{lines,0,rewardId}'`),
    version: whole('version').notNull(),
    state: text('state').$type<RedemptionView['state']>().notNull(),
    points: whole('points').notNull(),
    body: jsonb('body').$type<Omit<RedemptionView, 'delivery'>>().notNull(),
    /** Apart from the body, so that erasing a person leaves the redemption. */
    delivery: jsonb('delivery').$type<DeliveryAddress>(),
    createdAtMs: instant('created_at').notNull(),
    updatedAtMs: instant('updated_at').notNull(),
    /** When she stood in the shop for it: a voucher used, goods handed over. */
    visitedAtMs: instant('visited_at').generatedAlwaysAs(sql.raw(VISITED_AT)),
    /** She asks the shop to cancel it, and waits for the answer. */
    cancelAsked: boolean('cancel_asked')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(body #>> '{cancelRequest,state}' = 'open', false)`),
    /** Cash of hers waits for the staff to give it back. */
    refundWaits: boolean('refund_waits').notNull().generatedAlwaysAs(sql.raw(REFUND_WAITS)),
  },
  (table) => [
    primaryKey({ name: 'redemptions_pkey', columns: [table.tenantId, table.redemptionId] }),
    index('redemptions_by_state').on(table.tenantId, table.state, table.createdAtMs),
    index('redemptions_by_time').on(table.tenantId, table.createdAtMs, table.redemptionId),
    index('redemptions_by_member').on(table.tenantId, table.memberId, table.createdAtMs),
    index('redemptions_by_number').on(table.tenantId, table.number),
    index('redemptions_for_staff')
      .on(table.tenantId, table.createdAtMs, table.redemptionId)
      .where(sql`${table.cancelAsked} or ${table.refundWaits}`),
    index('redemptions_of_rewards').on(table.tenantId, table.createdAtMs, table.rewardId, table.state),
    tenantPolicy(),
  ],
);

export const orders = pgTable(
  'orders',
  {
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    orderId: text('order_id').notNull(),
    memberId: text('member_id').notNull(),
    /** Journal sequence of the account at which the order last changed. */
    version: whole('version').notNull(),
    status: text('status').$type<OrderResult['status']>().notNull(),
    points: whole('points').notNull(),
    clawedBackPoints: whole('clawed_back_points').notNull(),
    body: jsonb('body').$type<JsonObject>().notNull(),
    /** When it was bought; null where its report was older than our asking. */
    occurredAtMs: instant('occurred_at').generatedAlwaysAs(
      sql`to_timestamp((body ->> 'occurredAtMs')::bigint / 1000.0)`,
    ),
    /** What was paid, less what was refunded, in minor units of the shop's currency. */
    spentMinor: whole('spent_minor').generatedAlwaysAs(sql`coalesce((body ->> 'spentMinor')::bigint, 0)`),
  },
  (table) => [
    primaryKey({ name: 'orders_pkey', columns: [table.tenantId, table.channel, table.orderId] }),
    index('orders_by_member').on(table.tenantId, table.memberId, table.occurredAtMs),
    index('orders_by_time').on(table.tenantId, table.occurredAtMs),
    tenantPolicy(),
  ],
);

/**
 * What is known of each member at a glance, for lists that are sorted by it: worked out of the tables
 * above in the transaction that changes them. A row stands here from the moment of hers in `members`.
 */
export const memberFigures = pgTable(
  'member_figures',
  {
    tenantId: tenantId(),
    memberId: text('member_id').notNull(),
    /** Σ of her entries. */
    balancePoints: whole('balance_points').notNull().default(0),
    /** What she can spend, as her account last wrote it down. */
    availablePoints: whole('available_points').notNull().default(0),
    /** What she bought in the 12 months from `spent_since` on, less refunds. */
    spentMinor: whole('spent_minor').notNull().default(0),
    spentSinceMs: instant('spent_since').notNull().default(sql`'epoch'`),
    /** When the oldest purchase that is counted will have left the 12 months; null where none is counted. */
    spentUntilMs: instant('spent_until'),
    /** Her latest purchase that a list of older members told of. */
    importedVisitAtMs: instant('imported_visit_at'),
    /** Her latest purchase that was not taken back, voucher used or goods handed over, here or before. */
    lastVisitAtMs: instant('last_visit_at'),
    /** The same for sorting: whoever never came stands before all others. */
    visitedAtMs: instant('visited_at')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(last_visit_at, to_timestamp(0))`),
    /** Her first redemption that went through. */
    firstRedeemedAtMs: instant('first_redeemed_at'),
    /** Since when her account is frozen, and the journal's row that last said whether it is. */
    frozenAtMs: instant('frozen_at'),
    frozenSeq: whole('frozen_seq').notNull().default(0),
  },
  (table) => [
    primaryKey({ name: 'member_figures_pkey', columns: [table.tenantId, table.memberId] }),
    index('member_figures_by_available').on(table.tenantId, table.availablePoints, table.memberId),
    index('member_figures_by_spent').on(table.tenantId, table.spentMinor, table.memberId),
    index('member_figures_by_visit').on(table.tenantId, table.visitedAtMs, table.memberId),
    index('member_figures_by_first_redemption').on(table.tenantId, table.firstRedeemedAtMs),
    tenantPolicy(),
  ],
);

/**
 * What each member bought, got, redeemed and let end on each of the shop's days that anything happened
 * to her. Sums: a journal row adds to them in the transaction that stores it first, and never again.
 */
export const memberDays = pgTable(
  'member_days',
  {
    tenantId: tenantId(),
    day: date('day', { mode: 'string' }).notNull(),
    memberId: text('member_id').notNull(),
    purchases: integer('purchases').notNull(),
    spentMinor: whole('spent_minor').notNull(),
    redemptions: integer('redemptions').notNull(),
    broughtPoints: whole('brought_points').notNull(),
    issuedPoints: whole('issued_points').notNull(),
    redeemedPoints: whole('redeemed_points').notNull(),
    expiredPoints: whole('expired_points').notNull(),
    /** Her last day before on which she bought or redeemed, if she did on this one; null: this is the first. */
    actedBefore: date('acted_before', { mode: 'string' }),
    /** Her last day before on which she bought, if she did on this one, and the last before that. */
    boughtBefore: date('bought_before', { mode: 'string' }),
    boughtBeforeThat: date('bought_before_that', { mode: 'string' }),
  },
  (table) => [
    primaryKey({ name: 'member_days_pkey', columns: [table.tenantId, table.day, table.memberId] }),
    index('member_days_by_member').on(table.tenantId, table.memberId, table.day),
    tenantPolicy(),
  ],
);

export const stockLevels = pgTable(
  'stock_levels',
  {
    tenantId: tenantId(),
    stockId: text('stock_id').notNull(),
    /** Journal sequence of the stock at which the counts held. */
    version: whole('version').notNull(),
    unlimited: boolean('unlimited').notNull(),
    stopped: boolean('stopped').notNull(),
    stockedUnits: whole('stocked_units').notNull(),
    availableUnits: whole('available_units').notNull(),
    reservedUnits: whole('reserved_units').notNull(),
    takenUnits: whole('taken_units').notNull(),
  },
  (table) => [
    primaryKey({ name: 'stock_levels_pkey', columns: [table.tenantId, table.stockId] }),
    tenantPolicy(),
  ],
);

/** Journal rows that Postgres refused: each is a gap that keeps its object's alarm alive. */
export const parkedMessages = pgTable(
  'parked_messages',
  {
    tenantId: tenantId(),
    objectKind: text('object_kind').$type<ObjectKind>().notNull(),
    objectId: text('object_id').notNull(),
    epoch: integer('epoch').notNull(),
    seq: whole('seq').notNull(),
    error: text('error').notNull(),
    row: jsonb('row').$type<JournalRow>().notNull(),
    atMs: instant('at').notNull(),
    resolvedAtMs: instant('resolved_at'),
  },
  (table) => [
    primaryKey({
      name: 'parked_messages_pkey',
      columns: [table.tenantId, table.objectKind, table.objectId, table.epoch, table.seq],
    }),
    tenantPolicy(),
  ],
);
