import { and, eq, inArray, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { accounts, auditLog, members } from '../../db/schema/index.ts';
import { hashJson } from '../../domain/chain.ts';
import type { JsonObject } from '../../domain/journal.ts';
import { auditLine } from '../audit-log/queries.ts';
import type { Identifiers, MemberRow } from '../members/queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

/** Whoever has any of the identifiers of any of these people. */
export function selectMembersOfList({ db, tenant }: Scope, people: readonly Identifiers[]) {
  const all = (kind: keyof Identifiers) => people.flatMap((person) => person[kind] ?? []);
  const anyOf = or(
    inArray(members.phone, all('phone')),
    inArray(members.email, all('email')),
    inArray(members.externalId, all('externalId')),
  );
  return db.build
    .select()
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), anyOf));
}

/** Those whose identifiers or number somebody has taken meanwhile are left out, and not among the answers. */
export function insertMembers({ db }: Scope, rows: MemberRow[]) {
  return db.build.insert(members).values(rows).onConflictDoNothing().returning();
}

/** The registry's rows: they stand before the objects are opened. */
export function registerAccounts({ db, tenant }: Scope, memberIds: readonly string[], nowMs: number) {
  const row = { tenantId: tenant.id, timeZone: tenant.timeZone, epoch: 1, headSeq: 0, headHash: '' };
  const fresh = { ...row, dueAtMs: null, state: 'registered' as const, createdAtMs: nowMs };
  return db.build
    .insert(accounts)
    .values(memberIds.map((memberId) => ({ ...fresh, memberId })))
    .onConflictDoNothing();
}

/** The audit log's line of one call, one however often the call is sent. */
export function logImport(
  ctx: Context,
  { batchId, key, detail }: { batchId: string; key: string; detail: JsonObject },
) {
  const line = auditLine(ctx, 'members.import', batchId, detail);
  const id = `aud_${hashJson(['members.import', line.actorId, key]).slice(0, 26)}`;
  const { db, tenant } = ctx;
  return db.build
    .insert(auditLog)
    .values({ tenantId: tenant.id, ...line, id })
    .onConflictDoNothing();
}
