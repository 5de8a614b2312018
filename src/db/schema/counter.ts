import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { BranchRef } from '../../domain/actor.ts';
import type { CounterService } from '../../domain/counter/service.ts';
import type { Order } from '../../domain/order.ts';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';
import { members } from './members.ts';

/** What a shop changed about its counter; at most one row per shop, and none while it keeps the defaults. */
export const counterSettings = pgTable(
  'counter_settings',
  {
    tenantId: tenantId().primaryKey(),
    /** Null: those that the programme has a rate for. */
    categories: jsonb('categories').$type<string[]>(),
    /** Null: those that a shop of its industry begins with. */
    services: jsonb('services').$type<CounterService[]>(),
    grantPointsMax: whole('grant_points_max').notNull(),
    dayPointsMax: whole('day_points_max').notNull(),
    changedAtMs: instant('changed_at').notNull(),
  },
  () => [tenantPolicy()],
);

/**
 * Points that staff gave at the counter, act by act: what limits count, an undo names and the day's
 * slip lists. Each is one order, and whether its points came is the account's to say.
 */
export const counterGrants = pgTable(
  'counter_grants',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    staffId: text('staff_id').notNull(),
    /** In which branch she stood, by the name it had then; null: the shop has none, or her device did not say. */
    branch: jsonb('branch').$type<BranchRef>(),
    memberId: text('member_id').notNull(),
    orderId: text('order_id').notNull(),
    /** As it was told to the account. */
    order: jsonb('purchase').$type<Order>().notNull(),
    /** As it stands on paper; the order of a second try carries a number behind it. */
    receipt: text('receipt'),
    note: text('note'),
    amountMinor: whole('amount_minor').notNull(),
    points: whole('points').notNull(),
    /** How many of them the day's limit counts; an undo that got them back gives the room back. */
    countedPoints: whole('counted_points').notNull(),
    /** The shop's day on which it was sold: the slip's. */
    day: text('day').notNull(),
    soldAtMs: instant('sold_at').notNull(),
    /** When it reached us: limits and undo go by this clock. */
    atMs: instant('at').notNull(),
    /** The manager whose PIN let it pass above a limit. */
    approvedBy: text('approved_by'),
    undoneAtMs: instant('undone_at'),
    undoneBy: text('undone_by'),
    undoReason: text('undo_reason'),
  },
  (table) => [
    primaryKey({ name: 'counter_grants_pkey', columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'counter_grants_member',
      columns: [table.tenantId, table.memberId],
      foreignColumns: [members.tenantId, members.id],
    }).onDelete('cascade'),
    unique('counter_grants_order_unique').on(table.tenantId, table.orderId),
    index('counter_grants_by_staff').on(table.tenantId, table.staffId, table.atMs),
    index('counter_grants_by_time').on(table.tenantId, table.atMs),
    index('counter_grants_by_day').on(table.tenantId, table.day, table.atMs),
    index('counter_grants_by_receipt').on(table.tenantId, table.receipt),
    check('counter_grants_undone_whole', sql`(${table.undoneAtMs} is null) = (${table.undoneBy} is null)`),
    tenantPolicy(),
  ],
);
