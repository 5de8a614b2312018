import { type SQL, sql } from 'drizzle-orm';
import { bigint, customType, pgPolicy, text } from 'drizzle-orm/pg-core';

/**
 * A moment: `timestamptz(3)` in Postgres, epoch milliseconds in TypeScript, as the objects and the
 * contracts have it. Millisecond precision on both sides, so that a value read back compares equal.
 */
export const instant = customType<{ data: number; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  toDriver: (ms) => new Date(ms).toISOString(),
  fromDriver: (value) => new Date(value).getTime(),
});

/** Whole points, units, sequence numbers and minor amounts: asserted to be safe integers on the way in. */
export const whole = (name: string) => bigint(name, { mode: 'number' });

/** First column of every table's key but `tenants`; the policy below compares it. */
export const tenantId = () => text('tenant_id').notNull();

/**
 * The one policy of a tenant table. After a pooled connection's last transaction the setting is ''
 * and not null, hence `nullif`: without a tenant nothing is read and nothing can be written.
 */
export const tenantPolicy = (column = 'tenant_id') => {
  const own: SQL = sql.raw(`${column} = nullif(current_setting('app.tenant', true), '')`);
  return pgPolicy('tenant', { for: 'all', using: own, withCheck: own });
};
