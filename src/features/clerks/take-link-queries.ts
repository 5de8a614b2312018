import { sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { member, user } from '../../db/schema/auth.ts';
import { clerkLink, pin } from '../../db/schema/counter-devices.ts';
import { pinOnlyAddress } from '../../domain/pin-address.ts';
import { type AuditLine, logStaffAct } from '../audit-log/queries.ts';

type Taken = {
  linkId: string;
  keyHash: string;
  userId: string;
  pin: { salt: string; hash: string };
  nowMs: number;
  line: AuditLine;
};

const isFree = (linkId: string, now: string) => sql`
  ${clerkLink}.id = ${linkId} and used_at is null and withdrawn_at is null
  and expires_at > ${now}::timestamptz`;

/**
 * Makes a clerk by a link: person, place on the staff and PIN in the statement that uses the link up, so
 * that of two phones at once one is in. False for whoever is second.
 */
export async function takeNewClerkLink(
  db: AuthDatabase,
  {
    linkId,
    keyHash,
    userId,
    pin: kept,
    nowMs,
    line,
    ...made
  }: Taken & { name: string; membershipId: string },
): Promise<boolean> {
  const now = new Date(nowMs).toISOString();
  const done = await db.execute(sql`
    with taken as (
      update ${clerkLink}
      set used_at = ${now}::timestamptz, used_by = ${userId}, used_key_hash = ${keyHash}
      where ${isFree(linkId, now)} and user_id is null
      returning organization_id
    ), person as (
      insert into ${user} (id, name, email, email_verified, created_at, updated_at)
      select ${userId}, ${made.name}, ${pinOnlyAddress(userId)}, false, ${now}::timestamptz, ${now}::timestamptz
      from taken
    ), joined as (
      insert into ${member} (id, organization_id, user_id, role, created_at)
      select ${made.membershipId}, organization_id, ${userId}, 'clerk', ${now}::timestamptz from taken
    ), kept as (
      insert into ${pin} (organization_id, user_id, salt, hash, set_at)
      select organization_id, ${userId}, ${kept.salt}, ${kept.hash}, ${now}::timestamptz from taken
    )
    select ${logStaffAct(sql`organization_id`, line)} from taken`);
  return done.rows.length > 0;
}

/** Gives a clerk who is there her new PIN by a link made for her; false where it is none any more. */
export async function takePinLink(
  db: AuthDatabase,
  { linkId, keyHash, userId, pin: kept, nowMs, line }: Taken,
): Promise<boolean> {
  const now = new Date(nowMs).toISOString();
  const done = await db.execute(sql`
    with taken as (
      update ${clerkLink}
      set used_at = ${now}::timestamptz, used_by = ${userId}, used_key_hash = ${keyHash}
      where ${isFree(linkId, now)} and user_id = ${userId} and exists (
        select 1 from ${member} m
        where m.organization_id = ${clerkLink}.organization_id and m.user_id = ${userId} and m.role = 'clerk'
      )
      returning organization_id
    ), kept as (
      insert into ${pin} (organization_id, user_id, salt, hash, set_at)
      select organization_id, ${userId}, ${kept.salt}, ${kept.hash}, ${now}::timestamptz from taken
      on conflict (organization_id, user_id)
        do update set salt = excluded.salt, hash = excluded.hash, set_at = excluded.set_at
    )
    select ${logStaffAct(sql`organization_id`, line)} from taken`);
  return done.rows.length > 0;
}
