import { z } from '@hono/zod-openapi';
import { LETTER_FAILURES } from '../../domain/letter.ts';
import { LOCALES } from '../../domain/locale.ts';
import { NOTICE_KINDS } from '../../domain/staff-notice.ts';
import { letterStateSchema } from '../letters/schemas.ts';

export const noticeChoiceSchema = z
  .strictObject({
    /** Kinds that she does not want to hear of. */
    muted: z.array(z.enum(NOTICE_KINDS)).max(NOTICE_KINDS.length),
    /** Null: the shop's own. */
    locale: z.enum(LOCALES).nullable(),
    quietNights: z.boolean(),
  })
  .openapi('NoticeChoice');
export type NoticeChoice = z.infer<typeof noticeChoiceSchema>;

export const noticesSchema = z
  .object({
    /** Where they go; null while she has proved no address. */
    email: z.string().nullable(),
    choice: noticeChoiceSchema,
  })
  .openapi('Notices');
export type NoticesAnswer = z.infer<typeof noticesSchema>;

export const noticeLogSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['staff_notice', 'staff_test']),
        /** What it told, by kind; null while it is not written yet. */
        told: z.partialRecord(z.enum(NOTICE_KINDS), z.int()).nullable(),
        state: letterStateSchema,
        /** Why its last try failed; null where none did. */
        failure: z.enum(LETTER_FAILURES).nullable(),
        tries: z.int(),
        createdAt: z.string(),
        doneAt: z.string().nullable(),
        /** When it is sent or tried next; null once nothing is left to do. */
        dueAt: z.string().nullable(),
        /** What she is called; null of nobody whom the console knows. */
        name: z.string().nullable(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('NoticeLog');
export type NoticeLog = z.infer<typeof noticeLogSchema>;
