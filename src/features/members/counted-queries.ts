import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { members } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'tenant'>;

/** Whether the shop has had a member who is not its own try. */
export function hasRealMember({ tenant }: Scope) {
  return sql`exists (select 1 from ${members} m where m.tenant_id = ${tenant.id} and not m.is_test)`;
}

/**
 * The ids of test members that figures leave out, for `not in`: the owner's own try counts until the
 * first real member has joined, and never once it is removed. The books hold all of them.
 */
export function uncountedMemberIds(scope: Scope) {
  return sql`(select t.id from ${members} t where t.tenant_id = ${scope.tenant.id} and t.is_test
    and (t.state = 'erased' or ${hasRealMember(scope)}))`;
}
