import { and, eq, sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { member } from '../../db/schema/auth.ts';
import { pin } from '../../db/schema/counter-devices.ts';
import { type AuditLine, logStaffAct } from '../audit-log/queries.ts';

type NewPin = { tenantId: string; userId: string; salt: string; hash: string; nowMs: number };

/** Keeps somebody's PIN in place of the one before, with the line that says so; false where she is gone. */
export async function storePin(
  db: AuthDatabase,
  { tenantId, userId, salt, hash, nowMs }: NewPin,
  line: AuditLine,
): Promise<boolean> {
  const now = new Date(nowMs).toISOString();
  const stored = await db.execute(sql`
    with stored as (
      insert into ${pin} (organization_id, user_id, salt, hash, set_at)
      select organization_id, user_id, ${salt}, ${hash}, ${now}::timestamptz from ${member}
      where organization_id = ${tenantId} and user_id = ${userId}
      on conflict (organization_id, user_id)
        do update set salt = excluded.salt, hash = excluded.hash, set_at = excluded.set_at
      returning organization_id
    )
    select ${logStaffAct(tenantId, line)} from stored`);
  return stored.rows.length > 0;
}

/** What is kept of somebody's PIN in a shop; null where she has none. */
export async function selectPin(db: AuthDatabase, tenantId: string, userId: string) {
  const [row] = await db
    .select({ salt: pin.salt, hash: pin.hash })
    .from(pin)
    .where(and(eq(pin.organizationId, tenantId), eq(pin.userId, userId)));
  return row ?? null;
}
