import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { profileAnswers, profileForms } from '../../db/schema/index.ts';
import { refuseUnless } from '../../db/tenant.ts';
import type { ProfileAnswers, ProfileForm } from '../../domain/profile-form.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;

export function selectForm({ db, tenant }: Scope) {
  return db.build.select().from(profileForms).where(eq(profileForms.tenantId, tenant.id));
}

/** Makes the batch fail where somebody else has changed the form since it was read. */
export function refuseChangedForm({ tenant }: Scope, seenVersion: number) {
  return refuseUnless(
    sql`coalesce((select f.version from ${profileForms} f where f.tenant_id = ${tenant.id}), 0) = ${seenVersion}`,
    'changed_elsewhere',
  );
}

export function setForm({ db, tenant }: Scope, form: ProfileForm & { version: number; changedAtMs: number }) {
  const { version, questions, points, changedAtMs } = form;
  return db.build
    .insert(profileForms)
    .values({ tenantId: tenant.id, version, questions, points, changedAtMs })
    .onConflictDoUpdate({
      target: profileForms.tenantId,
      set: { version, questions, points, changedAtMs },
    });
}

/** How many have answered, as one row. */
export function countAnswers({ db, tenant }: Scope) {
  return db.build
    .select({
      answered: sql<number>`count(*)`.mapWith(Number),
      rewarded: sql<number>`count(${profileAnswers.rewardedAtMs})`.mapWith(Number),
    })
    .from(profileAnswers)
    .where(eq(profileAnswers.tenantId, tenant.id));
}

const own = ({ tenant }: Scope, memberId: string) =>
  and(eq(profileAnswers.tenantId, tenant.id), eq(profileAnswers.memberId, memberId));

export function selectAnswers(scope: Scope, memberId: string) {
  return scope.db.build.select().from(profileAnswers).where(own(scope, memberId));
}

export function setAnswers(
  { db, tenant }: Scope,
  memberId: string,
  { answers, answeredAtMs }: { answers: ProfileAnswers; answeredAtMs: number },
) {
  return db.build
    .insert(profileAnswers)
    .values({ tenantId: tenant.id, memberId, answers, answeredAtMs, rewardedAtMs: null })
    .onConflictDoUpdate({
      target: [profileAnswers.tenantId, profileAnswers.memberId],
      set: { answers, answeredAtMs },
    });
}

/** Keeps that her account has the points; the first time stays. */
export function setRewarded(scope: Scope, memberId: string, nowMs: number) {
  return scope.db.build
    .update(profileAnswers)
    .set({ rewardedAtMs: nowMs })
    .where(and(own(scope, memberId), isNull(profileAnswers.rewardedAtMs)));
}

export function deleteAnswers(scope: Scope, memberId: string) {
  return scope.db.build.delete(profileAnswers).where(own(scope, memberId));
}
