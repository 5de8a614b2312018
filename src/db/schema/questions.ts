import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant, tenantId, tenantPolicy } from './columns.ts';
import { members } from './members.ts';

/** What members ask their shop, and what it answers. Gone with the member's account. */
export const questions = pgTable(
  'questions',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    memberId: text('member_id').notNull(),
    kind: text('kind', { enum: ['question', 'missing_points'] }).notNull(),
    /** The order whose points are missing: asked about once. */
    orderNumber: text('order_number'),
    text: text('text').notNull(),
    askedAtMs: instant('asked_at').notNull(),
    answer: text('answer'),
    answeredAtMs: instant('answered_at'),
    /** The user who answered; an opaque id, as in the audit log. */
    answeredBy: text('answered_by'),
  },
  (table) => [
    primaryKey({ name: 'questions_pkey', columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'questions_member',
      columns: [table.tenantId, table.memberId],
      foreignColumns: [members.tenantId, members.id],
    }).onDelete('cascade'),
    unique('questions_order_unique').on(table.tenantId, table.memberId, table.orderNumber),
    index('questions_by_member').on(table.tenantId, table.memberId, table.askedAtMs),
    index('questions_open').on(table.tenantId, table.askedAtMs).where(sql`${table.answeredAtMs} is null`),
    index('questions_answered')
      .on(table.tenantId, table.askedAtMs, table.id)
      .where(sql`${table.answeredAtMs} is not null`),
    check('questions_answered_whole', sql`(${table.answer} is null) = (${table.answeredAtMs} is null)`),
    tenantPolicy(),
  ],
);

/**
 * What a member agreed to or withdrew, act by act: the newest line of a kind holds. `terms` names the
 * version of the texts; `email` and `sms` are the shop's news, each on its own.
 */
export const memberConsents = pgTable(
  'member_consents',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    memberId: text('member_id').notNull(),
    kind: text('kind', { enum: ['terms', 'email', 'sms'] }).notNull(),
    granted: boolean('granted').notNull(),
    /** The version of the terms and privacy texts that stood beside the choice. */
    version: text('version').notNull(),
    atMs: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'member_consents_pkey', columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'member_consents_member',
      columns: [table.tenantId, table.memberId],
      foreignColumns: [members.tenantId, members.id],
    }).onDelete('cascade'),
    index('member_consents_by_member').on(table.tenantId, table.memberId, table.kind, table.atMs),
    tenantPolicy(),
  ],
);
