import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Locale } from '../../domain/locale.ts';
import type { NoticeKind } from '../../domain/staff-notice.ts';
import { instant, tenantId, tenantPolicy } from './columns.ts';

/** What happened that the staff may have to act on, once under a name that the event alone decides. */
export const staffEvents = pgTable(
  'staff_events',
  {
    tenantId: tenantId(),
    key: text('key').notNull(),
    kind: text('kind').$type<NoticeKind>().notNull(),
    /** Of a redemption: whose it is, because its address names her. */
    memberId: text('member_id'),
    /** The redemption, the question or the reward. */
    subjectId: text('subject_id').notNull(),
    /** What of the subject, where there may be several. */
    part: text('part'),
    createdAtMs: instant('created_at').notNull(),
    /** Since when it waits to be given to the people whom it concerns; null once it was. */
    dueAtMs: instant('due_at'),
  },
  (table) => [
    primaryKey({ name: 'staff_events_pkey', columns: [table.tenantId, table.key] }),
    index('staff_events_due').on(table.dueAtMs).where(sql`${table.dueAtMs} is not null`),
    tenantPolicy(),
  ],
);

/** One event for one person, once; `letterKey` is the letter that tells it, null while it is gathered. */
export const staffNotices = pgTable(
  'staff_notices',
  {
    tenantId: tenantId(),
    userId: text('user_id').notNull(),
    eventKey: text('event_key').notNull(),
    letterKey: text('letter_key'),
  },
  (table) => [
    primaryKey({ name: 'staff_notices_pkey', columns: [table.tenantId, table.userId, table.eventKey] }),
    index('staff_notices_by_letter').on(table.tenantId, table.letterKey),
    tenantPolicy(),
  ],
);

/** What one of the staff has chosen; whoever has no row gets every kind, in the shop's language. */
export const noticeChoices = pgTable(
  'notice_choices',
  {
    tenantId: tenantId(),
    userId: text('user_id').notNull(),
    muted: text('muted').array().$type<NoticeKind[]>().notNull(),
    locale: text('locale').$type<Locale>(),
    quietNights: boolean('quiet_nights').notNull(),
  },
  (table) => [
    primaryKey({ name: 'notice_choices_pkey', columns: [table.tenantId, table.userId] }),
    tenantPolicy(),
  ],
);
