import { z } from '@hono/zod-openapi';

export const findAtCounterSchema = z
  .strictObject({
    /** A turning code, a member's number, a phone, its last four digits or more, or an e-mail address. */
    typed: z.string().trim().min(1).max(254),
  })
  .openapi('FindAtCounter');

export const counterMemberSchema = z
  .object({
    memberId: z.string(),
    number: z.string(),
    displayName: z.string(),
    /** "+86 •••• 8000": enough to know it again. */
    phoneMasked: z.string().nullable(),
    tier: z.null(),
    availablePoints: z.int(),
    pendingPoints: z.int(),
    birthdayThisMonth: z.boolean(),
    openVouchers: z.int(),
    openPickUps: z.int(),
    /** Her last purchase or visit, whatever it gave. */
    lastVisitAt: z.string().nullable(),
    joinedAt: z.string(),
    state: z.string(),
  })
  .openapi('CounterMember');
export type CounterMember = z.infer<typeof counterMemberSchema>;

export const foundAtCounterSchema = z
  .object({
    by: z.enum(['code', 'number', 'phone', 'digits', 'email']),
    matches: z.array(counterMemberSchema),
    /** More people than are shown have these last digits. */
    more: z.boolean(),
    /** Lets this clerk redeem in her name for five minutes; only a turning code of this minute gives it. */
    presence: z.string().nullable(),
  })
  .openapi('FoundAtCounter');
export type FoundAtCounter = z.infer<typeof foundAtCounterSchema>;
