import { date, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core';
import type { Locale } from '../../domain/locale.ts';
import type { OnboardingState } from '../../domain/onboarding/onboarding.ts';
import { GOALS, type PointsName, type ShopContact, type Theme } from '../../domain/shop.ts';
import type { ClosingLetter, ShopClosing } from '../../domain/shop-closing.ts';
import type { ShopSettings } from '../../domain/shop-settings.ts';
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
    /** What the owner wants of the mall; null while she has not said. */
    goal: text('goal', { enum: GOALS }),
    /** How far the five steps to an open mall have come; null before the first. */
    onboarding: jsonb('onboarding').$type<Partial<OnboardingState>>(),
    /** What the shop set once; null while it has changed nothing. */
    settings: jsonb('settings').$type<ShopSettings>(),
    /** When the owner has it close; null while she has not asked. Its state stays what it was. */
    closing: jsonb('closing').$type<ShopClosing>(),
    /** What owners were last written about it, and when the next letter is due; null: nothing, never. */
    closingTold: text('closing_told').$type<ClosingLetter>(),
    closingDueAtMs: instant('closing_due_at'),
    createdAtMs: instant('created_at').notNull(),
    openedAtMs: instant('opened_at'),
    /** The first day whose figures are whole, where days before it were written by an older Pointmall; null: all are. */
    figuresFrom: date('figures_from', { mode: 'string' }),
  },
  (table) => [
    unique('tenants_slug_unique').on(table.slug),
    index('tenants_closing_due').on(table.closingDueAtMs),
    tenantPolicy('id'),
  ],
);
