import { z } from '@hono/zod-openapi';

const LETTER_STATES = ['waiting', 'sent', 'skipped', 'failed'] as const;

export const letterStateSchema = z.enum(LETTER_STATES);

export const letterListSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        state: letterStateSchema,
        tries: z.int(),
        createdAt: z.string(),
        /** When it went out, or when nothing was left to do. */
        doneAt: z.string().nullable(),
        /** Of one that did not go out at the first try. */
        nextTryAt: z.string().nullable(),
        memberId: z.string(),
        memberName: z.string().nullable(),
        memberNumber: z.string().nullable(),
        /** The redemption or the question that it tells of. */
        subjectId: z.string(),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('LetterList');
export type LetterList = z.infer<typeof letterListSchema>;
