import type { Context } from '../../context.ts';
import { memberFigures } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** The rows by which lists are sorted stand there from the first; her journal fills them in. */
export function beginFigures({ db, tenant }: Scope, memberIds: readonly string[]) {
  return db.build
    .insert(memberFigures)
    .values(memberIds.map((memberId) => ({ tenantId: tenant.id, memberId })))
    .onConflictDoNothing();
}
