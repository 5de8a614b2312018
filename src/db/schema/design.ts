import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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
