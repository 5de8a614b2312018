import { and, desc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { letters, members, questions, redemptions } from '../../db/schema/index.ts';
import type { LetterFailure, LetterState, MemberLetter, SwitchedLetter } from '../../domain/letter.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type LetterRow = typeof letters.$inferSelect;
export type MemberLetterRow = LetterRow & { kind: MemberLetter; memberId: string };

/** Whether it is for a member; the others are for staff. */
export function isToMember(row: LetterRow): row is MemberLetterRow {
  return row.memberId !== null;
}

/**
 * Takes letters that are due and counts a try of each; they are due again only when the lease is over,
 * so that two runs at once send different ones.
 */
export function claimLetters(
  { db, tenant }: Scope,
  { nowMs, leaseMs, limit }: { nowMs: number; leaseMs: number; limit: number },
) {
  const due = db.build
    .select({ key: letters.key })
    .from(letters)
    .where(and(eq(letters.tenantId, tenant.id), lte(letters.dueAtMs, nowMs)))
    .orderBy(letters.dueAtMs, letters.key)
    .limit(limit)
    .for('update', { skipLocked: true });
  return db.build
    .update(letters)
    .set({ tries: sql`${letters.tries} + 1`, dueAtMs: nowMs + leaseMs })
    .where(and(eq(letters.tenantId, tenant.id), inArray(letters.key, due)))
    .returning();
}

/** A letter that nothing more is to be done for; the address that it kept goes with it. */
export function endLetter(
  { db, tenant }: Scope,
  { key, told }: Pick<LetterRow, 'key' | 'told'>,
  end: { state: LetterState; doneAtMs: number; failure?: LetterFailure },
) {
  return db.build
    .update(letters)
    .set({ ...end, told, dueAtMs: null, email: null })
    .where(and(eq(letters.tenantId, tenant.id), eq(letters.key, key)));
}

/** A letter to be tried again, because of `failure`; null takes the try back that it was claimed with. */
export function postponeLetter(
  { db, tenant }: Scope,
  { key, told }: Pick<LetterRow, 'key' | 'told'>,
  { dueAtMs, failure }: { dueAtMs: number; failure: LetterFailure | null },
) {
  return db.build
    .update(letters)
    .set({ dueAtMs, told, ...(failure === null ? { tries: sql`${letters.tries} - 1` } : { failure }) })
    .where(and(eq(letters.tenantId, tenant.id), eq(letters.key, key)));
}

export function selectReaders({ db, tenant }: Scope, memberIds: string[]) {
  return db.build
    .select()
    .from(members)
    .where(and(eq(members.tenantId, tenant.id), inArray(members.id, memberIds)));
}

export function selectToldRedemptions({ db, tenant }: Scope, redemptionIds: string[]) {
  return db.build
    .select({ redemptionId: redemptions.redemptionId, body: redemptions.body })
    .from(redemptions)
    .where(and(eq(redemptions.tenantId, tenant.id), inArray(redemptions.redemptionId, redemptionIds)));
}

export function selectToldQuestions({ db, tenant }: Scope, questionIds: string[]) {
  return db.build
    .select()
    .from(questions)
    .where(and(eq(questions.tenantId, tenant.id), inArray(questions.id, questionIds)));
}

export function setMutedLetters({ db, tenant }: Scope, memberId: string, muted: SwitchedLetter[]) {
  return db.build
    .update(members)
    .set({ mutedLetters: muted })
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)));
}

export type LetterPosition = { createdAtMs: number; key: string };

/** Letters to members newest first, each with whom it is for. */
export function selectLetterPage(
  { db, tenant }: Scope,
  { state, after, limit }: { state: LetterState | null; after: LetterPosition | null; limit: number },
) {
  return db.build
    .select({ letter: letters, member: members })
    .from(letters)
    .leftJoin(members, and(eq(members.tenantId, letters.tenantId), eq(members.id, letters.memberId)))
    .where(
      and(
        eq(letters.tenantId, tenant.id),
        isNull(letters.userId),
        state ? eq(letters.state, state) : undefined,
        isAfterLetter(after),
      ),
    )
    .orderBy(desc(letters.createdAtMs), desc(letters.key))
    .limit(limit);
}

/** What stands behind it, of letters newest first. */
export function isAfterLetter(position: LetterPosition | null): SQL | undefined {
  if (!position) return undefined;
  return or(
    lt(letters.createdAtMs, position.createdAtMs),
    and(eq(letters.createdAtMs, position.createdAtMs), lt(letters.key, position.key)),
  );
}
