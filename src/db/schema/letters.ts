import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { LetterFailure, LetterKind, LetterState } from '../../domain/letter.ts';
import type { NoticeCounts } from '../../domain/staff-notice.ts';
import { instant, tenantId, tenantPolicy } from './columns.ts';

/**
 * Letters to members about what happened, one row for each event that asks for one: the row stands
 * before anything is sent, and stays, so that an event told again finds its letter there. And letters
 * to staff, each of all events that were waiting for one person: `staff_notices` names them.
 */
export const letters = pgTable(
  'letters',
  {
    tenantId: tenantId(),
    /** Made of the event alone. */
    key: text('key').notNull(),
    kind: text('kind').$type<LetterKind>().notNull(),
    /** Whom it is for: a member, or one of the staff. */
    memberId: text('member_id'),
    userId: text('user_id'),
    subjectId: text('subject_id').notNull(),
    part: text('part'),
    /** Of an account that is closed, until its letter is gone: nothing else knows the address any more. */
    email: text('email'),
    /** What a letter to staff told, when it was last written. */
    told: jsonb('told').$type<NoticeCounts>(),
    state: text('state').$type<LetterState>().notNull(),
    /** Why its last try failed; null where none did. */
    failure: text('failure').$type<LetterFailure>(),
    tries: integer('tries').notNull(),
    /** When it is tried next; null once nothing is left to do. */
    dueAtMs: instant('due_at'),
    createdAtMs: instant('created_at').notNull(),
    doneAtMs: instant('done_at'),
  },
  (table) => [
    primaryKey({ name: 'letters_pkey', columns: [table.tenantId, table.key] }),
    index('letters_by_subject').on(table.tenantId, table.subjectId),
    index('letters_by_time').on(table.tenantId, table.createdAtMs, table.key),
    index('letters_by_member').on(table.tenantId, table.memberId, table.doneAtMs),
    index('letters_to_staff')
      .on(table.tenantId, table.createdAtMs, table.key)
      .where(sql`${table.userId} is not null`),
    index('letters_open_to_staff')
      .on(table.tenantId, table.userId)
      .where(sql`${table.userId} is not null and ${table.dueAtMs} is not null`),
    index('letters_due').on(table.dueAtMs).where(sql`${table.dueAtMs} is not null`),
    tenantPolicy(),
  ],
);

/**
 * Who has had the welcome points of a shop and closed her account: a keyed hash of each contact, from
 * which nobody reads it, so that joining again gives them no second time.
 */
export const formerContacts = pgTable(
  'former_contacts',
  {
    tenantId: tenantId(),
    contactHash: text('contact_hash').notNull(),
    closedAtMs: instant('closed_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'former_contacts_pkey', columns: [table.tenantId, table.contactHash] }),
    tenantPolicy(),
  ],
);
