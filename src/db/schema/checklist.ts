import { pgTable } from 'drizzle-orm/pg-core';
import { instant, tenantId, tenantPolicy } from './columns.ts';

/** What no other row tells of a shop's first steps; at most one row per shop. */
export const checklists = pgTable(
  'checklists',
  {
    tenantId: tenantId().primaryKey(),
    /** When a sheet with the joining code was first saved for printing. */
    sheetSavedAtMs: instant('sheet_saved_at'),
    /** When somebody put the list away, done or not. */
    hiddenAtMs: instant('hidden_at'),
  },
  () => [tenantPolicy()],
);
