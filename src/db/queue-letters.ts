import { sql } from 'drizzle-orm';
import type { WantedLetter } from '../domain/letter.ts';
import { letters, members } from './schema/index.ts';
import type { Db } from './tenant.ts';

type Scope = { db: Db; tenant: { id: string } };

/**
 * Puts letters on the way, each once however often it is asked for. Whoever has proved no e-mail, or
 * does not want letters of this kind, gets none.
 */
export function queueLetters({ db, tenant }: Scope, wanted: readonly WantedLetter[], nowMs: number) {
  const now = new Date(nowMs).toISOString();
  const rows = wanted.map(({ key, kind, memberId, subjectId, part }) => ({
    key,
    kind,
    member_id: memberId,
    subject_id: subjectId,
    part,
  }));
  return db.build.execute(sql`
    insert into ${letters} (tenant_id, key, kind, member_id, subject_id, part, state, tries, due_at, created_at)
    select ${tenant.id}, w.key, w.kind, w.member_id, w.subject_id, w.part, 'waiting', 0,
      ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w(key text, kind text, member_id text, subject_id text, part text)
    join ${members} m on m.tenant_id = ${tenant.id} and m.id = w.member_id
    where m.email = m.proved_email and not (w.kind = any(m.muted_letters))
    on conflict do nothing`);
}

/** The same for an account that is closed in this batch: the letter keeps the address until it is gone. */
export function queueFarewell({ db, tenant }: Scope, { key, kind, memberId }: WantedLetter, nowMs: number) {
  const now = new Date(nowMs).toISOString();
  return db.build.execute(sql`
    insert into ${letters}
      (tenant_id, key, kind, member_id, subject_id, email, state, tries, due_at, created_at)
    select ${tenant.id}, ${key}, ${kind}, m.id, m.id, m.email, 'waiting', 0,
      ${now}::timestamptz, ${now}::timestamptz
    from ${members} m
    where m.tenant_id = ${tenant.id} and m.id = ${memberId} and m.email = m.proved_email
    on conflict do nothing`);
}
