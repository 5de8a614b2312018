import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { formerContacts } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

export function insertFormerContacts({ db, tenant }: Scope, contactHashes: string[], closedAtMs: number) {
  return db.build
    .insert(formerContacts)
    .values(contactHashes.map((contactHash) => ({ tenantId: tenant.id, contactHash, closedAtMs })))
    .onConflictDoNothing();
}

export function selectFormerContacts({ db, tenant }: Scope, contactHashes: string[]) {
  return db.build
    .select({ contactHash: formerContacts.contactHash })
    .from(formerContacts)
    .where(and(eq(formerContacts.tenantId, tenant.id), inArray(formerContacts.contactHash, contactHashes)))
    .limit(1);
}
