import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { memberConsents, members } from '../../db/schema/index.ts';

type Scope = Pick<Context, 'db' | 'tenant'>;
export type ConsentRow = typeof memberConsents.$inferSelect;

/** Acts that are shown at most: a choice that was changed more often is still the newest one's. */
const SHOWN_MAX = 200;

/** What she agreed to and withdrew, newest first. */
export function selectConsents({ db, tenant }: Scope, memberId: string) {
  return db.build
    .select()
    .from(memberConsents)
    .where(and(eq(memberConsents.tenantId, tenant.id), eq(memberConsents.memberId, memberId)))
    .orderBy(desc(memberConsents.atMs), desc(memberConsents.id))
    .limit(SHOWN_MAX);
}

export function insertConsent({ db }: Scope, row: ConsentRow) {
  return db.build.insert(memberConsents).values(row);
}

/** The version that she agreed to last, beside her profile, so that signing in need not search for it. */
export function setTermsVersion({ db, tenant }: Scope, memberId: string, version: string, atMs: number) {
  return db.build
    .update(members)
    .set({ consentVersion: version, consentAtMs: atMs })
    .where(and(eq(members.tenantId, tenant.id), eq(members.id, memberId)));
}
