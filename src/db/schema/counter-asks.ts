import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { AskState } from '../../domain/counter-ask.ts';
import type { AnyRefusal } from '../../lib/result.ts';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';
import { members } from './members.ts';

/**
 * What a clerk asks a member to confirm on her own phone: one reward at the price that both see. It is
 * answered once; the redemption that follows is named by it, so that no answer redeems twice.
 */
export const counterAsks = pgTable(
  'counter_asks',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    memberId: text('member_id').notNull(),
    staffId: text('staff_id').notNull(),
    rewardId: text('reward_id').notNull(),
    quantity: integer('quantity').notNull(),
    priceVersion: integer('price_version').notNull(),
    pointsEach: whole('points_each').notNull(),
    cashEachMinor: whole('cash_each_minor').notNull(),
    state: text('state').$type<AskState>().notNull(),
    /** Why her account or the stock said no after she had confirmed. */
    refusal: jsonb('refusal').$type<AnyRefusal>(),
    createdAtMs: instant('created_at').notNull(),
    expiresAtMs: instant('expires_at').notNull(),
    answeredAtMs: instant('answered_at'),
  },
  (table) => [
    primaryKey({ name: 'counter_asks_pkey', columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'counter_asks_member',
      columns: [table.tenantId, table.memberId],
      foreignColumns: [members.tenantId, members.id],
    }).onDelete('cascade'),
    index('counter_asks_by_member').on(table.tenantId, table.memberId, table.createdAtMs),
    tenantPolicy(),
  ],
);
