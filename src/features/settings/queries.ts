import { and, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { apiKeys, letters, memberDays, tenants, widgetOrigins } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { ShopSettings } from '../../domain/shop-settings.ts';
import { uncountedMemberIds } from '../members/counted-queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
type Section = keyof ShopSettings;
const sections = sql`coalesce(${tenants.settings}, '{}'::jsonb)`;

/** Makes the batch fail where the section is no longer what was seen of it; null: never changed. Of two at once the second. */
export function refuseChangedSection({ tenant }: Scope, section: Section, seen: unknown) {
  const stored = sql`(select t.settings -> ${section}::text from ${tenants} t where t.id = ${tenant.id} for update)`;
  const known = sql`${seen === null ? null : JSON.stringify(seen)}::jsonb`;
  return refuseUnless(sql`${stored} is not distinct from ${known}`, 'changed_elsewhere');
}

/** Puts the section in the place of what stood there, in the row itself: the others stay. */
export function setSection(
  { db, tenant }: Scope,
  section: Section,
  value: unknown,
  beside: Partial<Pick<typeof tenants.$inferInsert, 'locale'>> = {},
) {
  const settings = sql`${sections} || jsonb_build_object(${section}::text, ${JSON.stringify(value)}::jsonb)`;
  return db.build
    .update(tenants)
    .set({ settings, ...beside })
    .where(eq(tenants.id, tenant.id));
}

/** Keys that can still be used, sites of the widget, and letters since a moment, as one row. */
export function countSettings({ db, tenant }: Scope, lettersSinceMs: number) {
  const since = and(
    eq(letters.tenantId, tenant.id),
    isNull(letters.userId),
    gte(letters.createdAtMs, lettersSinceMs),
  );
  const number = (query: ReturnType<typeof sql>) => sql<number>`(${query})`.mapWith(Number);
  const lettersThat = (state: string) =>
    number(sql`select count(*) from ${letters} where ${since} and ${letters.state} = ${state}`);
  return db.build
    .select({
      apiKeys: number(
        sql`select count(*) from ${apiKeys} where ${and(eq(apiKeys.tenantId, tenant.id), isNull(apiKeys.revokedAtMs))}`,
      ),
      origins: number(
        sql`select count(*) from ${widgetOrigins} where ${eq(widgetOrigins.tenantId, tenant.id)}`,
      ),
      lettersSent: lettersThat('sent'),
      lettersFailed: lettersThat('failed'),
    })
    .from(tenants)
    .where(eq(tenants.id, tenant.id));
}

/** Members who bought or redeemed on a day of the shop's since then, as one row. */
export function countActive({ db, tenant }: Scope, sinceDay: string) {
  const acted = sql`(${memberDays.purchases} > 0 or ${memberDays.redemptions} > 0)`;
  return db.build
    .select({ members: sql<number>`count(distinct ${memberDays.memberId})`.mapWith(Number) })
    .from(memberDays)
    .where(
      and(
        eq(memberDays.tenantId, tenant.id),
        gte(memberDays.day, sinceDay),
        acted,
        sql`${memberDays.memberId} not in ${uncountedMemberIds({ tenant })}`,
      ),
    );
}
