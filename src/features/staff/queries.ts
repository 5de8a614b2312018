import { and, desc, eq, gt, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { STAFF_ROLES, type StaffRole } from '../../context.ts';
import type { AuthDatabase } from '../../db/client.ts';
import { invitation, member, session, user } from '../../db/schema/auth.ts';
import { device, devicePerson, deviceSession, pin } from '../../db/schema/counter-devices.ts';
import { PIN_ONLY_PATTERN } from '../../domain/pin-address.ts';
import { mayHear } from '../../domain/staff-notice.ts';
import { type AuditLine, logStaffAct } from '../audit-log/queries.ts';

export type InvitationRow = typeof invitation.$inferSelect;

/** Roles are text in better-auth's table; one that we do not know gives no rights at all. */
function roleOf(text: string | null): StaffRole | null {
  return STAFF_ROLES.find((role) => role === text) ?? null;
}

/** The shop that a new session begins on: the one joined last. */
export async function selectLatestMembership(db: AuthDatabase, userId: string) {
  const [row] = await db
    .select({ tenantId: member.organizationId })
    .from(member)
    .where(eq(member.userId, userId))
    .orderBy(desc(member.createdAt), desc(member.id))
    .limit(1);
  return row ?? null;
}

export async function selectRole(
  db: AuthDatabase,
  tenantId: string,
  userId: string,
): Promise<StaffRole | null> {
  const [row] = await db
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.organizationId, tenantId), eq(member.userId, userId)));
  return roleOf(row?.role ?? null);
}

export async function selectStaff(db: AuthDatabase, tenantId: string) {
  const rows = await db
    .select({
      userId: user.id,
      name: user.name,
      email: user.email,
      role: member.role,
      hasPin: isNotNull(pin.hash).mapWith(Boolean),
      joinedAt: member.createdAt,
    })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .leftJoin(pin, and(eq(pin.organizationId, member.organizationId), eq(pin.userId, member.userId)))
    .where(eq(member.organizationId, tenantId))
    .orderBy(member.createdAt, member.id);
  return rows.map(({ joinedAt, role, ...row }) => ({
    ...row,
    role: roleOf(role) ?? ('clerk' as const),
    joinedAtMs: joinedAt.getTime(),
  }));
}

/** Who hears of what waits for the shop: whoever may act on it and has proved an address. */
export async function selectReachableStaff(db: AuthDatabase, tenantId: string) {
  const rows = await db
    .select({ userId: user.id, email: user.email, role: member.role })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, tenantId), eq(user.emailVerified, true)));
  return rows.filter(({ role }) => mayHear(roleOf(role) ?? 'clerk'));
}

/** What people are called, whether or not they still work anywhere. */
export function selectPersonNames(db: AuthDatabase, userIds: string[]) {
  return db.select({ id: user.id, name: user.name }).from(user).where(inArray(user.id, userIds));
}

/** Whom invitations were for, whatever became of them. */
export function selectInvitedAddresses(db: AuthDatabase, tenantId: string, invitationIds: string[]) {
  return db
    .select({ id: invitation.id, name: invitation.email })
    .from(invitation)
    .where(and(eq(invitation.organizationId, tenantId), inArray(invitation.id, invitationIds)));
}

export async function selectPendingInvitations(db: AuthDatabase, tenantId: string, nowMs: number) {
  const rows = await db
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, tenantId),
        eq(invitation.status, 'pending'),
        gt(invitation.expiresAt, new Date(nowMs)),
      ),
    )
    .orderBy(invitation.createdAt, invitation.id);
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: roleOf(row.role) ?? ('clerk' as const),
    expiresAtMs: row.expiresAt.getTime(),
  }));
}

/** Whether somebody with that address works in the shop. */
export async function isStaffAddress(db: AuthDatabase, tenantId: string, email: string): Promise<boolean> {
  const rows = await db
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, tenantId), eq(user.email, email)));
  return rows.length > 0;
}

/**
 * Adds the invitation in place of earlier ones to the same address; says whether it is new, so that
 * the same one sent twice is one row and one letter.
 */
export async function addInvitation(db: AuthDatabase, row: InvitationRow, line: AuditLine): Promise<boolean> {
  const added = db
    .$with('added')
    .as(db.insert(invitation).values(row).onConflictDoNothing().returning({ id: invitation.id }));
  const [, found] = await db.batch([
    db
      .update(invitation)
      .set({ status: 'canceled' })
      .where(
        and(
          eq(invitation.organizationId, row.organizationId),
          eq(invitation.email, row.email),
          eq(invitation.status, 'pending'),
          ne(invitation.id, row.id),
        ),
      ),
    db
      .with(added)
      .select({ id: added.id, logged: logStaffAct(row.organizationId, line).as('logged') })
      .from(added),
  ]);
  return found.length > 0;
}

export async function cancelInvitation(
  db: AuthDatabase,
  tenantId: string,
  invitationId: string,
  line: AuditLine,
): Promise<boolean> {
  const pending = and(
    eq(invitation.id, invitationId),
    eq(invitation.organizationId, tenantId),
    eq(invitation.status, 'pending'),
  );
  const cancelled = db
    .$with('cancelled')
    .as(db.update(invitation).set({ status: 'canceled' }).where(pending).returning({ id: invitation.id }));
  const rows = await db
    .with(cancelled)
    .select({ id: cancelled.id, logged: logStaffAct(tenantId, line).as('logged') })
    .from(cancelled);
  return rows.length > 0;
}

/** Gives somebody another name, with the line that says so in the same statement. */
export async function renamePerson(
  db: AuthDatabase,
  { tenantId, userId, name, line }: { tenantId: string; userId: string; name: string; line: AuditLine },
): Promise<void> {
  const renamed = db.$with('renamed').as(
    db
      .update(user)
      .set({ name, updatedAt: new Date(line.atMs) })
      .where(and(eq(user.id, userId), ne(user.name, name)))
      .returning({ id: user.id }),
  );
  await db
    .with(renamed)
    .select({ id: renamed.id, logged: logStaffAct(tenantId, line).as('logged') })
    .from(renamed);
}

type Acceptance = {
  memberId: string;
  invitationId: string;
  email: string;
  userId: string;
  sessionId: string;
  nowMs: number;
  line: AuditLine;
};

/**
 * Takes an invitation: it must be pending, in time and for this proved address. One batch: whoever
 * is second finds it accepted. Someone who works there already keeps her role.
 */
export async function acceptInvitation(
  db: AuthDatabase,
  accepted: Acceptance,
): Promise<{ tenantId: string } | null> {
  const now = new Date(accepted.nowMs).toISOString();
  const taken = and(
    eq(invitation.id, accepted.invitationId),
    eq(invitation.email, accepted.email),
    eq(invitation.status, 'accepted'),
  );
  const [, joined] = await db.batch([
    db.execute(sql`
      with taken as (
        update ${invitation} set status = 'accepted'
        where id = ${accepted.invitationId} and email = ${accepted.email}
          and status = 'pending' and expires_at > ${now}::timestamptz
        returning organization_id, role
      ), joined as (
        insert into ${member} (id, organization_id, user_id, role, created_at)
        select ${accepted.memberId}, taken.organization_id, ${accepted.userId}, taken.role, ${now}::timestamptz
        from taken
        where not exists (
          select 1 from ${member} m
          where m.organization_id = taken.organization_id and m.user_id = ${accepted.userId}
        )
        returning organization_id, role
      )
      select ${logStaffAct(sql`organization_id`, accepted.line, sql`jsonb_build_object('role', role)`)}
      from joined`),
    db
      .select({ tenantId: invitation.organizationId })
      .from(invitation)
      .innerJoin(
        member,
        and(eq(member.organizationId, invitation.organizationId), eq(member.userId, accepted.userId)),
      )
      .where(taken),
    db.execute(sql`
      update ${session} set active_organization_id = i.organization_id
      from ${invitation} i
      where ${session}.id = ${accepted.sessionId} and i.id = ${accepted.invitationId}
        and i.email = ${accepted.email} and i.status = 'accepted'`),
  ]);
  return joined[0] ?? null;
}

type RoleChange = {
  tenantId: string;
  userId: string;
  role: StaffRole | null;
  /** Whoever has another role now is left alone; null: nobody is. */
  only: 'clerk' | null;
  line: AuditLine;
};

/**
 * Changes a person's role, or removes her with `role: null`. The shop's last owner stays one: then
 * nothing is changed and the answer is `last_owner`. Whoever has a PIN and no address stays a clerk:
 * `email_needed`. With her place she loses her PIN, her devices and the sessions on them.
 */
export async function changeRole(
  db: AuthDatabase,
  { tenantId, userId, role, only, line }: RoleChange,
): Promise<'changed' | 'last_owner' | 'email_needed' | 'not_found'> {
  const own = sql`organization_id = ${tenantId} and user_id = ${userId}
    and (${only}::text is null or role = ${only}::text)`;
  const mayHave = sql`(${role ?? 'clerk'}::text = 'clerk' or not exists (
    select 1 from ${user} u where u.id = ${userId} and u.email like ${PIN_ONLY_PATTERN}))`;
  const isGone = sql`not exists (
    select 1 from ${member} m where m.organization_id = ${tenantId} and m.user_id = ${userId})`;
  const ownerRemains = sql`(
    ${role}::text = 'owner' or role <> 'owner' or exists (
      select 1 from ${member} o
      where o.organization_id = ${tenantId} and o.user_id <> ${userId} and o.role = 'owner'
    ))`;
  const change = role === null ? sql`delete from ${member}` : sql`update ${member} set role = ${role}`;
  const [, changed, found] = await db.batch([
    // Two owners who remove each other at once must not both succeed.
    db.execute(
      sql`select 1 from ${member} where organization_id = ${tenantId} and role = 'owner' for update`,
    ),
    db.execute(sql`
      with changed as (${change} where ${own} and ${ownerRemains} and ${mayHave} returning id)
      select id, ${logStaffAct(tenantId, line)} from changed`),
    db.execute<{ mayHave: boolean }>(sql`select ${mayHave} as "mayHave" from ${member} where ${own}`),
    db.execute(sql`
      update ${session} set active_organization_id = null
      where user_id = ${userId} and active_organization_id = ${tenantId} and ${isGone}`),
    db.execute(sql`
      delete from ${pin} where organization_id = ${tenantId} and user_id = ${userId} and ${isGone}`),
    db.execute(sql`
      delete from ${session} s using ${deviceSession} o, ${device} d
      where o.session_id = s.id and d.id = o.device_id
        and d.organization_id = ${tenantId} and s.user_id = ${userId} and ${isGone}`),
    db.execute(sql`
      delete from ${devicePerson} p using ${device} d
      where d.id = p.device_id and d.organization_id = ${tenantId} and p.user_id = ${userId} and ${isGone}`),
  ]);
  if (changed.rows.length > 0) return 'changed';
  const [there] = found.rows;
  if (!there) return 'not_found';
  return there.mayHave ? 'last_owner' : 'email_needed';
}
