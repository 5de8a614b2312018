import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { members, orderClaims } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/**
 * Leaves of these members a number that the books can name, where the list made them and they have never
 * shown themselves: no sign-in, no terms agreed to, no order. Answers who is closed now, or was before.
 */
export function closeUntouched({ db, tenant }: Scope, batchId: string, memberIds: readonly string[]) {
  const hasNoOrder = sql`not exists (select 1 from ${orderClaims} c
    where c.tenant_id = ${tenant.id} and c.member_id = ${members.id})`;
  return db.build
    .update(members)
    .set({ phone: null, email: null, externalId: null, displayName: '', state: 'erased' })
    .where(
      and(
        eq(members.tenantId, tenant.id),
        inArray(members.id, [...memberIds]),
        eq(members.importBatchId, batchId),
        isNull(members.consentVersion),
        isNull(members.provedEmail),
        hasNoOrder,
      ),
    )
    .returning({ id: members.id });
}
