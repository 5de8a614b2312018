import { and, eq, sql } from 'drizzle-orm';
import type { AuthDatabase } from '../../db/client.ts';
import { member, organization, session } from '../../db/schema/auth.ts';

type NewOrganization = {
  tenantId: string;
  memberId: string;
  name: string;
  slug: string;
  userId: string;
  sessionId: string;
  nowMs: number;
};

/**
 * Takes the slug for this person, with her as the owner and her session on the shop, all in one
 * batch; whoever is second finds it taken. Sent again by the same owner it answers the same shop.
 */
export async function claimSlug(
  db: AuthDatabase,
  { tenantId, memberId, name, slug, userId, sessionId, nowMs }: NewOrganization,
): Promise<{ tenantId: string } | 'taken'> {
  const now = new Date(nowMs);
  const mine = and(eq(organization.slug, slug), eq(member.userId, userId), eq(member.role, 'owner'));
  const [, , owned] = await db.batch([
    db.insert(organization).values({ id: tenantId, name, slug, createdAt: now }).onConflictDoNothing(),
    db.execute(sql`
      insert into ${member} (id, organization_id, user_id, role, created_at)
      select ${memberId}, o.id, ${userId}, 'owner', ${now.toISOString()}::timestamptz
      from ${organization} o where o.id = ${tenantId}`),
    db
      .select({ tenantId: organization.id })
      .from(organization)
      .innerJoin(member, eq(member.organizationId, organization.id))
      .where(mine),
    db.execute(sql`
      update ${session} set active_organization_id = o.id
      from ${organization} o join ${member} m on m.organization_id = o.id
      where ${session}.id = ${sessionId} and o.slug = ${slug} and m.user_id = ${userId} and m.role = 'owner'`),
  ]);
  return owned[0] ?? 'taken';
}

export async function isSlugClaimed(db: AuthDatabase, slug: string): Promise<boolean> {
  const rows = await db.select({ id: organization.id }).from(organization).where(eq(organization.slug, slug));
  return rows.length > 0;
}

/** Gives the shop another slug; false where somebody else has it. Sent again it changes nothing more. */
export async function moveSlug(db: AuthDatabase, tenantId: string, slug: string): Promise<boolean> {
  const [, rows] = await db.batch([
    db.execute(sql`
      update ${organization} set slug = ${slug} where id = ${tenantId}
      and not exists (select 1 from ${organization} other where other.slug = ${slug})`),
    db.select({ id: organization.id }).from(organization).where(eq(organization.slug, slug)),
  ]);
  return rows.some(({ id }) => id === tenantId);
}
