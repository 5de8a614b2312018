import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PublishedReward, RewardDraft } from '../../domain/catalogue/reward.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { instant, tenantId, tenantPolicy } from './columns.ts';

export const rewards = pgTable(
  'rewards',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    position: integer('position').notNull(),
    draft: jsonb('draft').$type<RewardDraft>().notNull(),
    /** What members see: the draft as it stood at its last publish. */
    published: jsonb('published').$type<PublishedReward>(),
    priceVersion: integer('price_version').notNull(),
    state: text('state', { enum: ['draft', 'live', 'stopped', 'archived'] }).notNull(),
    createdAtMs: instant('created_at').notNull(),
    updatedAtMs: instant('updated_at').notNull(),
  },
  (table) => [primaryKey({ name: 'rewards_pkey', columns: [table.tenantId, table.id] }), tenantPolicy()],
);

/** Immutable rule bodies, each named by the hash of its canonical JSON. */
export const programmeVersions = pgTable(
  'programme_versions',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    body: jsonb('body').$type<Programme>().notNull(),
    effectiveAtMs: instant('effective_at').notNull(),
    publishedAtMs: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
  },
  (table) => [
    primaryKey({ name: 'programme_versions_pkey', columns: [table.tenantId, table.version] }),
    tenantPolicy(),
  ],
);

/** The rule body that the console is editing; at most one per shop. */
export const programmeDrafts = pgTable(
  'programme_drafts',
  {
    tenantId: tenantId().primaryKey(),
    body: jsonb('body').$type<Programme>().notNull(),
    updatedAtMs: instant('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  () => [tenantPolicy()],
);

/** Each publish of the mall with the manifest that went to the edge. */
export const publications = pgTable(
  'publications',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    manifest: jsonb('manifest').$type<Record<string, unknown>>().notNull(),
    publishedAtMs: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
  },
  (table) => [
    primaryKey({ name: 'publications_pkey', columns: [table.tenantId, table.version] }),
    tenantPolicy(),
  ],
);
