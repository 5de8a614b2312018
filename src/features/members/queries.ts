import { and, desc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { accounts, memberAddresses, members } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
/** A member's row without what the table makes of it for searching. */
export type MemberRow = Omit<typeof members.$inferSelect, 'phoneEnd'>;
export type AddressRow = typeof memberAddresses.$inferSelect;

/** Everything that one person can be recognised by; each is unique within the shop. */
export type Identifiers = { phone: string | null; email: string | null; externalId: string | null };

export function selectMember({ db, tenant }: Scope, memberId: string) {
  return db.build
    .select()
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)));
}

export function selectMemberByNumber({ db, tenant }: Scope, number: string) {
  return db.build
    .select()
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), eq(members.number, number)));
}

/** Whoever has any of the identifiers: several rows when they belong to different people. */
export function selectMembersByIdentifiers({ db, tenant }: Scope, identifiers: Partial<Identifiers>) {
  const { phone, email, externalId } = identifiers;
  const anyOf = or(
    phone ? eq(members.phone, phone) : undefined,
    email ? eq(members.email, email) : undefined,
    externalId ? eq(members.externalId, externalId) : undefined,
  );
  return db.build
    .select()
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), anyOf ?? sql`false`))
    .orderBy(members.createdAtMs);
}

/** What members are called on a list: the name, else the number. */
export function selectMemberNames({ db, tenant }: Scope, memberIds: string[]) {
  return db.build
    .select({
      id: members.id,
      name: sql<string>`coalesce(nullif(${members.displayName}, ''), ${members.number})`,
    })
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), inArray(members.id, memberIds)));
}

/** Everybody who ever was the shop's test member, the removed ones included. */
export function selectTestMembers({ db, tenant }: Scope) {
  return db.build
    .select()
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), members.isTest))
    .orderBy(desc(members.createdAtMs));
}

export function insertMember({ db }: Scope, row: typeof members.$inferInsert) {
  return db.build.insert(members).values(row);
}

/** Fills in what is still unknown about a member; what is known stays. */
export function completeMember({ db, tenant }: Scope, memberId: string, known: Identifiers) {
  return db.build
    .update(members)
    .set({
      phone: sql`coalesce(${members.phone}, ${known.phone})`,
      email: sql`coalesce(${members.email}, ${known.email})`,
      externalId: sql`coalesce(${members.externalId}, ${known.externalId})`,
    })
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)))
    .returning();
}

/** Keeps that she proved this address by a code, where it is still hers. */
export function setProvedEmail({ db, tenant }: Scope, memberId: string, email: string) {
  return db.build
    .update(members)
    .set({ provedEmail: email })
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId), eq(members.email, email)));
}

/** What staff may correct about a member; a conflict names what is somebody else's. */
export function setMember(
  { db, tenant }: Scope,
  memberId: string,
  values: Pick<MemberRow, 'displayName' | 'phone' | 'email' | 'birthday'>,
) {
  return db.build
    .update(members)
    .set(values)
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)));
}

/** What a member may change about herself. */
export function setOwnProfile(
  { db, tenant }: Scope,
  memberId: string,
  values: Pick<MemberRow, 'displayName' | 'locale'>,
) {
  return db.build
    .update(members)
    .set(values)
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)))
    .returning();
}

/** Keeps her birthday where none is known yet, and answers with the one that stands. */
export function setOwnBirthday({ db, tenant }: Scope, memberId: string, birthday: string) {
  return db.build
    .update(members)
    .set({ birthday: sql`coalesce(${members.birthday}, ${birthday})` })
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId), ne(members.state, 'erased')))
    .returning({ birthday: members.birthday });
}

/** What is left of a member who closed her account: a number that the books can name. */
export function eraseMember({ db, tenant }: Scope, memberId: string) {
  return db.build
    .update(members)
    .set({
      phone: null,
      email: null,
      provedEmail: null,
      externalId: null,
      displayName: '',
      birthday: null,
      state: 'erased',
    })
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)));
}

/** The registry's row of an account: it stands before the object is opened. */
export function registerAccount({ db, tenant }: Scope, memberId: string, nowMs: number) {
  return db.build
    .insert(accounts)
    .values({
      tenantId: tenant.id,
      memberId,
      timeZone: tenant.timeZone,
      epoch: 1,
      headSeq: 0,
      headHash: '',
      dueAtMs: null,
      state: 'registered',
      createdAtMs: nowMs,
    })
    .onConflictDoNothing();
}

export function selectAddresses({ db, tenant }: Scope, memberId: string) {
  return db.build
    .select()
    .from(memberAddresses)
    .where(and(eq(memberAddresses.tenantId, tenant.id), eq(memberAddresses.memberId, memberId)))
    .orderBy(desc(memberAddresses.isDefault), desc(memberAddresses.createdAtMs));
}

export function insertAddress({ db }: Scope, row: AddressRow) {
  return db.build.insert(memberAddresses).values(row);
}

export function clearDefaultAddress({ db, tenant }: Scope, memberId: string) {
  return db.build
    .update(memberAddresses)
    .set({ isDefault: false })
    .where(and(eq(memberAddresses.tenantId, tenant.id), eq(memberAddresses.memberId, memberId)));
}

/** The newest addresses stay: a form offers a few and nobody picks from fifty. */
export function pruneAddresses({ db, tenant }: Scope, memberId: string, keep: number) {
  const own = and(eq(memberAddresses.tenantId, tenant.id), eq(memberAddresses.memberId, memberId));
  const kept = db.build
    .select({ id: memberAddresses.id })
    .from(memberAddresses)
    .where(own)
    .orderBy(desc(memberAddresses.createdAtMs))
    .limit(keep);
  return db.build.delete(memberAddresses).where(and(own, sql`${memberAddresses.id} not in ${kept}`));
}
