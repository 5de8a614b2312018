import { and, desc, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { members, questions } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type QuestionRow = typeof questions.$inferSelect;
export type QuestionPosition = { askedAtMs: number; id: string };

export function insertQuestion({ db }: Scope, row: QuestionRow) {
  return db.build.insert(questions).values(row);
}

/** An order is asked about once, however often its form is sent. */
export function insertOrderQuestion({ db }: Scope, row: QuestionRow) {
  return db.build.insert(questions).values(row).onConflictDoNothing();
}

/** Statements before an insert: one member's questions take turns, and one too many makes the batch fail. */
export function refuseTooMany(
  { db, tenant }: Scope,
  memberId: string,
  limit: { sinceMs: number; max: number },
) {
  const since = new Date(limit.sinceMs).toISOString();
  return [
    db.build.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`questions/${tenant.id}/${memberId}`}, 0))`,
    ),
    refuseUnless(
      sql`(select count(*) from ${questions} q where q.tenant_id = ${tenant.id}
        and q.member_id = ${memberId} and q.asked_at > ${since}::timestamptz) < ${limit.max}`,
      'too_many_questions',
    ),
  ] as const;
}

/** A member's own questions, newest first. */
export function selectOwnQuestions({ db, tenant }: Scope, memberId: string, limit: number) {
  return db.build
    .select()
    .from(questions)
    .where(and(eq(questions.tenantId, tenant.id), eq(questions.memberId, memberId)))
    .orderBy(desc(questions.askedAtMs), desc(questions.id))
    .limit(limit);
}

export function selectOrderQuestion({ db, tenant }: Scope, memberId: string, orderNumber: string) {
  return db.build
    .select()
    .from(questions)
    .where(
      and(
        eq(questions.tenantId, tenant.id),
        eq(questions.memberId, memberId),
        eq(questions.orderNumber, orderNumber),
      ),
    );
}

/** Questions of all members: the open ones longest waiting first, the answered ones newest first. */
export function selectQuestionPage(
  { db, tenant }: Scope,
  page: { state: 'open' | 'answered'; after: QuestionPosition | null; limit: number },
) {
  const open = page.state === 'open';
  return db.build
    .select({
      question: questions,
      member: { number: members.number, displayName: members.displayName },
    })
    .from(questions)
    .leftJoin(members, and(eq(members.tenantId, questions.tenantId), eq(members.id, questions.memberId)))
    .where(
      and(
        eq(questions.tenantId, tenant.id),
        open ? isNull(questions.answeredAtMs) : isNotNull(questions.answeredAtMs),
        beyond(page.after, open),
      ),
    )
    .orderBy(
      ...(open ? [questions.askedAtMs, questions.id] : [desc(questions.askedAtMs), desc(questions.id)]),
    )
    .limit(page.limit);
}

export function selectQuestion({ db, tenant }: Scope, questionId: string) {
  return db.build
    .select({
      question: questions,
      member: { number: members.number, displayName: members.displayName },
    })
    .from(questions)
    .leftJoin(members, and(eq(members.tenantId, questions.tenantId), eq(members.id, questions.memberId)))
    .where(and(eq(questions.tenantId, tenant.id), eq(questions.id, questionId)));
}

/** Statements of an answer: of two at once the later finds it answered, and its batch fails. */
export function setAnswer(
  { db, tenant }: Scope,
  questionId: string,
  answered: { answer: string; answeredAtMs: number; answeredBy: string },
) {
  const own = and(eq(questions.tenantId, tenant.id), eq(questions.id, questionId));
  return [
    refuseUnless(
      sql`exists (select 1 from ${questions} q where q.tenant_id = ${tenant.id} and q.id = ${questionId}
        and q.answered_at is null)`,
      'answered_already',
    ),
    db.build
      .update(questions)
      .set(answered)
      .where(and(own, isNull(questions.answeredAtMs))),
  ] as const;
}

/** What an account that is closed leaves behind. */
export function deleteQuestions({ db, tenant }: Scope, memberId: string) {
  return db.build
    .delete(questions)
    .where(and(eq(questions.tenantId, tenant.id), eq(questions.memberId, memberId)));
}

export function countOpenQuestions({ db, tenant }: Scope) {
  return db.build
    .select({
      openQuestions: sql<number>`count(*) filter (where ${questions.kind} = 'question')`.mapWith(Number),
      missingPoints: sql<number>`count(*) filter (where ${questions.kind} = 'missing_points')`.mapWith(
        Number,
      ),
    })
    .from(questions)
    .where(and(eq(questions.tenantId, tenant.id), isNull(questions.answeredAtMs)));
}

function beyond(position: QuestionPosition | null, rising: boolean): SQL | undefined {
  if (!position) return undefined;
  const further = rising ? gt : lt;
  return or(
    further(questions.askedAtMs, position.askedAtMs),
    and(eq(questions.askedAtMs, position.askedAtMs), further(questions.id, position.id)),
  );
}
