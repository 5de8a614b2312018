import { foreignKey, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ProfileAnswers, ProfileQuestion } from '../../domain/profile-form.ts';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';
import { members } from './members.ts';

/** What the shop asks its members about themselves; at most one row per shop. */
export const profileForms = pgTable(
  'profile_forms',
  {
    tenantId: tenantId().primaryKey(),
    version: integer('version').notNull(),
    questions: jsonb('questions').$type<ProfileQuestion[]>().notNull(),
    points: whole('points').notNull(),
    changedAtMs: instant('changed_at').notNull(),
  },
  () => [tenantPolicy()],
);

export const profileAnswers = pgTable(
  'profile_answers',
  {
    tenantId: tenantId(),
    memberId: text('member_id').notNull(),
    answers: jsonb('answers').$type<ProfileAnswers>().notNull(),
    answeredAtMs: instant('answered_at').notNull(),
    /** Her account has the points, which it gives once whatever stands here. */
    rewardedAtMs: instant('rewarded_at'),
  },
  (table) => [
    primaryKey({ name: 'profile_answers_pkey', columns: [table.tenantId, table.memberId] }),
    foreignKey({
      name: 'profile_answers_member',
      columns: [table.tenantId, table.memberId],
      foreignColumns: [members.tenantId, members.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
);
