import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { member, session, user } from '../../db/schema/auth.ts';
import { clerkLink, device, deviceSession, pin } from '../../db/schema/counter-devices.ts';
import { type AuditLine, logStaffAct } from '../audit-log/queries.ts';

export type ClerkLinkRow = Pick<
  typeof clerkLink.$inferInsert,
  'id' | 'organizationId' | 'userId' | 'madeBy' | 'createdAt' | 'expiresAt'
>;

const isOpen = (nowMs: number) =>
  and(isNull(clerkLink.usedAt), isNull(clerkLink.withdrawnAt), gt(clerkLink.expiresAt, new Date(nowMs)));

/** Adds the link with its line; the same one sent twice is one. */
export async function addClerkLink(db: AuthDatabase, row: ClerkLinkRow, line: AuditLine): Promise<void> {
  const added = db
    .$with('added')
    .as(db.insert(clerkLink).values(row).onConflictDoNothing().returning({ id: clerkLink.id }));
  await db
    .with(added)
    .select({ id: added.id, logged: logStaffAct(row.organizationId, line).as('logged') })
    .from(added);
}

/**
 * Ends what a clerk signs in with, and adds the link by which she chooses anew: her PIN, her sessions on
 * the shop's devices and earlier links for her. False where no clerk of the shop has this id.
 */
export async function resetPin(
  db: AuthDatabase,
  row: ClerkLinkRow & { userId: string },
  line: AuditLine,
): Promise<boolean> {
  const { organizationId, userId } = row;
  const now = row.createdAt.toISOString();
  const isHers = sql`organization_id = ${organizationId} and user_id = ${userId}`;
  const [, , , added] = await db.batch([
    db.execute(sql`
      update ${clerkLink} set withdrawn_at = ${now}::timestamptz
      where ${isHers} and used_at is null and withdrawn_at is null and id <> ${row.id}
        and exists (select 1 from ${member} where ${isHers} and role = 'clerk')
        and not exists (select 1 from ${clerkLink} l where l.id = ${row.id})`),
    db.execute(sql`
      delete from ${pin} where ${isHers}
        and exists (select 1 from ${member} where ${isHers} and role = 'clerk')
        and not exists (select 1 from ${clerkLink} l where l.id = ${row.id})`),
    db.execute(sql`
      delete from ${session} s using ${deviceSession} o, ${device} d
      where o.session_id = s.id and d.id = o.device_id
        and d.organization_id = ${organizationId} and s.user_id = ${userId}
        and exists (select 1 from ${member} where ${isHers} and role = 'clerk')
        and not exists (select 1 from ${clerkLink} l where l.id = ${row.id})`),
    db.execute(sql`
      with added as (
        insert into ${clerkLink} (id, organization_id, user_id, made_by, created_at, expires_at)
        select ${row.id}, organization_id, user_id, ${row.madeBy}, ${now}::timestamptz,
          ${row.expiresAt.toISOString()}::timestamptz
        from ${member} where ${isHers} and role = 'clerk'
        on conflict (id) do nothing returning organization_id
      )
      select ${logStaffAct(organizationId, line)} from added`),
  ]);
  if (added.rows.length > 0) return true;
  const [known] = await db.select({ id: clerkLink.id }).from(clerkLink).where(eq(clerkLink.id, row.id));
  return known !== undefined;
}

/** Links that nobody has used yet, oldest first; `forName` where one gives a clerk a new PIN. */
export async function selectOpenLinks(db: AuthDatabase, tenantId: string, nowMs: number) {
  const rows = await db
    .select({
      id: clerkLink.id,
      userId: clerkLink.userId,
      forName: user.name,
      expiresAt: clerkLink.expiresAt,
    })
    .from(clerkLink)
    .leftJoin(user, eq(user.id, clerkLink.userId))
    .where(and(eq(clerkLink.organizationId, tenantId), isOpen(nowMs)))
    .orderBy(clerkLink.createdAt, clerkLink.id);
  return rows.map(({ expiresAt, ...row }) => ({ ...row, expiresAtMs: expiresAt.getTime() }));
}

/** One link that may still be used, or was used by this attempt; null for every other. */
export async function selectUsableLink(
  db: AuthDatabase,
  { linkId, keyHash, nowMs }: { linkId: string; keyHash: string | null; nowMs: number },
) {
  const [row] = await db
    .select({
      tenantId: clerkLink.organizationId,
      userId: clerkLink.userId,
      name: user.name,
      usedBy: clerkLink.usedBy,
      usedKeyHash: clerkLink.usedKeyHash,
      isOpen: sql<boolean>`${isOpen(nowMs)}`,
    })
    .from(clerkLink)
    .leftJoin(user, eq(user.id, clerkLink.userId))
    .where(eq(clerkLink.id, linkId));
  if (!row) return null;
  const isOwn = keyHash !== null && row.usedKeyHash === keyHash && row.usedBy !== null;
  return row.isOpen || isOwn ? { ...row, usedBy: isOwn ? row.usedBy : null } : null;
}

export async function withdrawLink(
  db: AuthDatabase,
  { tenantId, linkId, nowMs }: { tenantId: string; linkId: string; nowMs: number },
  line: AuditLine,
): Promise<boolean> {
  const now = new Date(nowMs).toISOString();
  const withdrawn = await db.execute(sql`
    with withdrawn as (
      update ${clerkLink} set withdrawn_at = ${now}::timestamptz
      where id = ${linkId} and organization_id = ${tenantId} and used_at is null and withdrawn_at is null
      returning organization_id
    )
    select ${logStaffAct(tenantId, line)} from withdrawn`);
  return withdrawn.rows.length > 0;
}
