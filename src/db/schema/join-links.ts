import { pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import { instant, tenantId, tenantPolicy, whole } from './columns.ts';

/** Links of the shop's own for joining, each with its QR code: what brought whom is counted by them. */
export const joinLinks = pgTable(
  'join_links',
  {
    tenantId: tenantId(),
    id: text('id').notNull(),
    /** What stands in its address. */
    token: text('token').notNull(),
    name: text('name').notNull(),
    createdBy: text('created_by').notNull(),
    createdAtMs: instant('created_at').notNull(),
    /** It goes on leading to the mall: printed codes cannot be taken back. */
    archivedAtMs: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'join_links_pkey', columns: [table.tenantId, table.id] }),
    unique('join_links_token_unique').on(table.tenantId, table.token),
    tenantPolicy(),
  ],
);

/** How often a code or link led somebody to the joining page; `source` is a link's id or a sheet. */
export const joinScans = pgTable(
  'join_scans',
  { tenantId: tenantId(), source: text('source').notNull(), scans: whole('scans').notNull() },
  (table) => [
    primaryKey({ name: 'join_scans_pkey', columns: [table.tenantId, table.source] }),
    tenantPolicy(),
  ],
);
