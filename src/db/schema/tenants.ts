import { jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { Locale } from '../../domain/locale.ts';
import type { PointsName, ShopContact, Theme } from '../../domain/shop.ts';
import { instant, tenantPolicy } from './columns.ts';

/** One row per shop; `id` is what every other table calls `tenant_id`. */
export const tenants = pgTable(
  'tenants',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    currency: text('currency').notNull(),
    timeZone: text('time_zone').notNull(),
    industry: text('industry').notNull(),
    state: text('state', { enum: ['building', 'open'] }).notNull(),
    /** Location hint or jurisdiction of the tenant's objects, fixed at sign-up. */
    region: text('region'),
    contact: jsonb('contact').$type<ShopContact>().notNull(),
    /** What the shop calls its points. */
    pointsName: jsonb('points_name').$type<PointsName>().notNull(),
    theme: jsonb('theme').$type<Theme>().notNull(),
    createdAtMs: instant('created_at').notNull(),
    openedAtMs: instant('opened_at'),
  },
  (table) => [unique('tenants_slug_unique').on(table.slug), tenantPolicy('id')],
);
