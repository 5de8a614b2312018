import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { DesignBody } from '../../domain/design/look.ts';
import { instant, tenantId, tenantPolicy } from './columns.ts';

/** The design that the console is editing, at most one per shop; without a row it is what was published. */
export const designDrafts = pgTable(
  'design_drafts',
  {
    tenantId: tenantId().primaryKey(),
    body: jsonb('body').$type<DesignBody>().notNull(),
    /** Names what the body says; a change is made to the one that its author saw. */
    bodyVersion: text('body_version').notNull(),
    updatedAtMs: instant('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  () => [tenantPolicy()],
);

/** Designs as they were published, the last few; the newest is what members see. */
export const designVersions = pgTable(
  'design_versions',
  {
    tenantId: tenantId(),
    version: integer('version').notNull(),
    body: jsonb('body').$type<DesignBody>().notNull(),
    publishedAtMs: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    /** As the person was called then. */
    publishedByName: text('published_by_name'),
  },
  (table) => [
    primaryKey({ name: 'design_versions_pkey', columns: [table.tenantId, table.version] }),
    tenantPolicy(),
  ],
);

/** A design that is to be published later, at most one per shop: what was the draft when its author said so. */
export const designSchedules = pgTable(
  'design_schedules',
  {
    tenantId: tenantId().primaryKey(),
    /** Of this saying: another time or another design is another one. */
    id: text('id').notNull(),
    body: jsonb('body').$type<DesignBody>().notNull(),
    publishAtMs: instant('publish_at').notNull(),
    scheduledAtMs: instant('scheduled_at').notNull(),
    scheduledBy: text('scheduled_by').notNull(),
    /** As the person was called then. */
    scheduledByName: text('scheduled_by_name'),
  },
  (table) => [index('design_schedules_due').on(table.publishAtMs), tenantPolicy()],
);
