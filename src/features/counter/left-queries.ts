import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { Context } from '../../context.ts';
import { auditLog, idempotencyKeys } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { hashJson } from '../../domain/chain.ts';
import { auditLine } from '../audit-log/queries.ts';

/** What somebody who has left kept on a device: whose it was, and the key that she would have sent it under. */
export type LeftGrant = { staffId: string; key: string };

const KEPT_MS = 45 * 24 * 60 * 60 * 1000;
export const SETTLED = 'left_grant_settled';

/**
 * Statements that take her key for what `settledBy` names, once and for ever: refused where her own sending, or
 * somebody else's, has had it. What of hers is still on its way meets the key and has no effect.
 */
export function takeLeftKey(ctx: Context, { staffId, key }: LeftGrant, settledBy: string): BatchItem<'pg'>[] {
  const nowMs = ctx.clock.nowMs();
  const row = {
    tenantId: ctx.tenant.id,
    actor: `staff:${staffId}`,
    key,
    inputHash: settledBy,
    status: 409,
    result: null,
    createdAtMs: nowMs,
    expiresAtMs: nowMs + KEPT_MS,
  };
  const { tenantId, actor, key: name, inputHash } = idempotencyKeys;
  return [
    ctx.db.build.insert(idempotencyKeys).values(row).onConflictDoNothing(),
    refuseUnless(
      sql`exists (select 1 from ${idempotencyKeys} where ${tenantId} = ${row.tenantId}
        and ${actor} = ${row.actor} and ${name} = ${key} and ${inputHash} = ${settledBy})`,
      SETTLED,
    ),
  ];
}

/** Her key is free again: what was to be given for it was refused. */
export function freeLeftKey(ctx: Context, { staffId, key }: LeftGrant, settledBy: string) {
  const { tenantId, actor, key: name, inputHash } = idempotencyKeys;
  return ctx.db.build
    .delete(idempotencyKeys)
    .where(
      sql`${tenantId} = ${ctx.tenant.id} and ${actor} = ${`staff:${staffId}`} and ${name} = ${key} and ${inputHash} = ${settledBy}`,
    );
}

type LeftGiven = { grantId: string; points: number; memberId: string; atMs: number };

/** The line that says who gave what she had kept; once for a grant, however often it is written. */
export function logLeftGiven(
  ctx: Context,
  { staffId }: LeftGrant,
  { grantId, points, memberId, atMs }: LeftGiven,
) {
  const line = auditLine(ctx, 'staff.kept_given', staffId, { points, memberId });
  const id = `aud_${hashJson(['staff.kept_given', grantId]).slice(0, 26)}`;
  return ctx.db.build
    .insert(auditLog)
    .values({ tenantId: ctx.tenant.id, ...line, id, atMs })
    .onConflictDoNothing();
}
