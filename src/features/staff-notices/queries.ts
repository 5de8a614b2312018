import { and, asc, desc, eq, gte, inArray, isNotNull, lte, max, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import {
  letters,
  noticeChoices,
  questions,
  redemptions,
  rewards,
  staffEvents,
  staffNotices,
  stockLevels,
} from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import { isAfterLetter, type LetterPosition } from '../letters/queries.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type EventRow = typeof staffEvents.$inferSelect;
export type Choice = typeof noticeChoices.$inferSelect;

/** First of a batch: whoever gathers a shop's notices and whoever takes its letters wait for each other. */
export function takeTurns({ db, tenant }: Scope) {
  return db.build.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`notices/${tenant.id}`}, 0))`);
}

export function selectWaitingEvents({ db, tenant }: Scope, nowMs: number, limit: number) {
  return db.build
    .select()
    .from(staffEvents)
    .where(and(eq(staffEvents.tenantId, tenant.id), lte(staffEvents.dueAtMs, nowMs)))
    .orderBy(asc(staffEvents.dueAtMs), asc(staffEvents.key))
    .limit(limit);
}

export function selectChoices({ db, tenant }: Scope) {
  return db.build.select().from(noticeChoices).where(eq(noticeChoices.tenantId, tenant.id));
}

/** When each was last written to since then; a letter that is still being tried counts as written. */
export function selectLastSent({ db, tenant }: Scope, sinceMs: number) {
  const tried = or(eq(letters.state, 'sent'), and(eq(letters.state, 'waiting'), sql`${letters.tries} > 0`));
  return db.build
    .select({
      userId: letters.userId,
      atMs: max(sql`coalesce(${letters.doneAtMs}, ${letters.createdAtMs})`).mapWith(letters.doneAtMs),
    })
    .from(letters)
    .where(
      and(
        eq(letters.tenantId, tenant.id),
        isNotNull(letters.userId),
        gte(letters.createdAtMs, sinceMs),
        eq(letters.kind, 'staff_notice'),
        tried,
      ),
    )
    .groupBy(letters.userId);
}

/** Gives events to people; one that somebody has already been given she is not given again. */
export function insertNotices({ db, tenant }: Scope, given: { userId: string; eventKey: string }[]) {
  const rows = given.map((each) => ({ tenantId: tenant.id, ...each, letterKey: null }));
  return db.build.insert(staffNotices).values(rows).onConflictDoNothing();
}

/**
 * A letter for each who has something waiting and no letter that it can go into: it is named by the
 * first of what waits, which no other letter of hers has told.
 */
export function openLetters(
  { db, tenant }: Scope,
  readers: { userId: string; dueAtMs: number }[],
  nowMs: number,
) {
  const rows = readers.map(({ userId, dueAtMs }) => ({
    user_id: userId,
    due_at: new Date(dueAtMs).toISOString(),
  }));
  return db.build.execute(sql`
    insert into ${letters} (tenant_id, key, kind, user_id, subject_id, state, tries, due_at, created_at)
    select ${tenant.id}, 'notice/' || r.user_id || '/' || first.key, 'staff_notice', r.user_id, first.key,
      'waiting', 0, r.due_at, ${new Date(nowMs).toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(user_id text, due_at timestamptz)
    cross join lateral (select min(n.event_key) as key from ${staffNotices} n
      where n.tenant_id = ${tenant.id} and n.user_id = r.user_id and n.letter_key is null) first
    where first.key is not null and not exists (select 1 from ${letters} l
      where l.tenant_id = ${tenant.id} and l.user_id = r.user_id and l.kind = 'staff_notice'
        and l.due_at is not null and l.tries = 0)
    on conflict do nothing`);
}

export function endEvents({ db, tenant }: Scope, keys: string[]) {
  return db.build
    .update(staffEvents)
    .set({ dueAtMs: null })
    .where(and(eq(staffEvents.tenantId, tenant.id), inArray(staffEvents.key, keys)));
}

/** Behind the claim in its batch: a letter that is tried for the first time takes along all that waits. */
export function attachNotices({ db, tenant }: Scope, leasedUntilMs: number) {
  return db.build.execute(sql`
    update ${staffNotices} n set letter_key = l.key
    from ${letters} l
    where n.tenant_id = ${tenant.id} and n.letter_key is null
      and l.tenant_id = n.tenant_id and l.user_id = n.user_id and l.kind = 'staff_notice'
      and l.state = 'waiting' and l.tries = 1 and l.due_at = ${new Date(leasedUntilMs).toISOString()}::timestamptz`);
}

/** What letters are to tell. */
export function selectTold({ db, tenant }: Scope, letterKeys: string[]) {
  return db.build
    .select({ letterKey: staffNotices.letterKey, event: staffEvents })
    .from(staffNotices)
    .innerJoin(
      staffEvents,
      and(eq(staffEvents.tenantId, staffNotices.tenantId), eq(staffEvents.key, staffNotices.eventKey)),
    )
    .where(and(eq(staffNotices.tenantId, tenant.id), inArray(staffNotices.letterKey, letterKeys)))
    .orderBy(asc(staffEvents.createdAtMs), asc(staffEvents.key));
}

/** The subjects of what letters tell, as a query of their ids. */
const subjectsOf = ({ db, tenant }: Scope, letterKeys: string[]) =>
  db.build
    .select({ id: staffEvents.subjectId })
    .from(staffNotices)
    .innerJoin(
      staffEvents,
      and(eq(staffEvents.tenantId, staffNotices.tenantId), eq(staffEvents.key, staffNotices.eventKey)),
    )
    .where(and(eq(staffNotices.tenantId, tenant.id), inArray(staffNotices.letterKey, letterKeys)));

export function selectToldRedemptionsOf(scope: Scope, letterKeys: string[]) {
  return scope.db.build
    .select({ id: redemptions.redemptionId, body: redemptions.body })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.tenantId, scope.tenant.id),
        inArray(redemptions.redemptionId, subjectsOf(scope, letterKeys)),
      ),
    );
}

export function selectToldQuestionsOf(scope: Scope, letterKeys: string[]) {
  return scope.db.build
    .select()
    .from(questions)
    .where(
      and(eq(questions.tenantId, scope.tenant.id), inArray(questions.id, subjectsOf(scope, letterKeys))),
    );
}

/** Rewards on offer, with what is left of them. */
export function selectToldRewardsOf(scope: Scope, letterKeys: string[]) {
  return scope.db.build
    .select({
      id: rewards.id,
      draft: rewards.draft,
      unlimited: stockLevels.unlimited,
      availableUnits: stockLevels.availableUnits,
    })
    .from(rewards)
    .innerJoin(
      stockLevels,
      and(eq(stockLevels.tenantId, rewards.tenantId), eq(stockLevels.stockId, rewards.id)),
    )
    .where(
      and(
        eq(rewards.tenantId, scope.tenant.id),
        eq(rewards.state, 'live'),
        inArray(rewards.id, subjectsOf(scope, letterKeys)),
      ),
    );
}

export function selectChoice({ db, tenant }: Scope, userId: string) {
  return db.build
    .select()
    .from(noticeChoices)
    .where(and(eq(noticeChoices.tenantId, tenant.id), eq(noticeChoices.userId, userId)));
}

export function setChoice({ db, tenant }: Scope, choice: Omit<Choice, 'tenantId'>) {
  const { userId: _userId, ...set } = choice;
  return db.build
    .insert(noticeChoices)
    .values({ tenantId: tenant.id, ...choice })
    .onConflictDoUpdate({ target: [noticeChoices.tenantId, noticeChoices.userId], set });
}

/** Statements of one more letter that only shows that letters arrive; too many make their batch fail. */
export function queueTest(
  { db, tenant }: Scope,
  { userId, key, nowMs }: { userId: string; key: string; nowMs: number },
  limit: { sinceMs: number; max: number },
) {
  const since = new Date(limit.sinceMs).toISOString();
  return [
    takeTurns({ db, tenant }),
    refuseUnless(
      sql`(select count(*) from ${letters} l where l.tenant_id = ${tenant.id} and l.user_id = ${userId}
        and l.kind = 'staff_test' and l.created_at > ${since}::timestamptz) < ${limit.max}`,
      'too_many_tests',
    ),
    db.build.insert(letters).values({
      tenantId: tenant.id,
      key: `notice/${userId}/test/${key}`,
      kind: 'staff_test' as const,
      userId,
      subjectId: userId,
      state: 'waiting' as const,
      tries: 0,
      dueAtMs: nowMs,
      createdAtMs: nowMs,
    }),
  ] as const;
}

/** Letters to staff newest first: to one of them, or to all. */
export function selectStaffLetterPage(
  { db, tenant }: Scope,
  page: { userId: string | null; after: LetterPosition | null; limit: number },
) {
  const whose: SQL | undefined = page.userId === null ? undefined : eq(letters.userId, page.userId);
  return db.build
    .select()
    .from(letters)
    .where(and(eq(letters.tenantId, tenant.id), isNotNull(letters.userId), whose, isAfterLetter(page.after)))
    .orderBy(desc(letters.createdAtMs), desc(letters.key))
    .limit(page.limit);
}
