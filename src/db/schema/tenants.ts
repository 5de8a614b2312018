import { jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { JsonObject } from '../../domain/journal.ts';
import { instant, tenantPolicy } from './columns.ts';

/** One row per shop; `id` is what every other table calls `tenant_id`. */
export const tenants = pgTable(
  'tenants',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    locale: text('locale').notNull(),
    currency: text('currency').notNull(),
    timeZone: text('time_zone').notNull(),
    industry: text('industry').notNull(),
    state: text('state', { enum: ['building', 'open'] }).notNull(),
    /** Location hint of the tenant's objects, fixed at sign-up. */
    region: text('region').notNull(),
    contact: text('contact'),
    /** What the shop calls its points, by locale. */
    pointsName: jsonb('points_name').$type<Record<string, string>>().notNull(),
    theme: jsonb('theme').$type<JsonObject>().notNull(),
    createdAtMs: instant('created_at').notNull(),
    openedAtMs: instant('opened_at'),
  },
  (table) => [unique('tenants_slug_unique').on(table.slug), tenantPolicy('id')],
);
