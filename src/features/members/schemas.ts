import { z } from '@hono/zod-openapi';
import { JOIN_SOURCES } from '../../domain/join-source.ts';
import { FREEZE_REASONS } from '../../domain/ledger/freeze.ts';
import { LOCALES } from '../../domain/locale.ts';
import { composed, written, writtenOnLine } from '../../lib/written-schema.ts';
import { balancesSchema, earnTraceSchema } from '../orders/schemas.ts';

export const memberIdParameters = z.object({ memberId: z.string().min(1).max(64) });

/** At least one way of recognising the person; a phone is read in the shop's own country. */
export const createMemberSchema = z
  .strictObject({
    phone: z.string().min(4).max(32).nullable().default(null),
    email: z.string().min(3).max(254).nullable().default(null),
    externalId: composed(128).nullable().default(null),
    displayName: writtenOnLine(80).min(1).nullable().default(null),
    locale: z.enum(LOCALES).nullable().default(null),
  })
  .refine((input) => input.phone || input.email || input.externalId, {
    message: 'phone, email or externalId is required',
    path: ['phone'],
  })
  .openapi('CreateMember');
export type CreateMemberInput = z.infer<typeof createMemberSchema>;

/** What is left out stays; null removes it. */
export const updateMemberSchema = z
  .strictObject({
    displayName: writtenOnLine(80),
    phone: z.string().min(4).max(32).nullable(),
    email: z.string().min(3).max(254).nullable(),
    /** Removed, so that she can say it again. */
    birthday: z.null(),
  })
  .partial()
  .openapi('UpdateMember');
export type UpdateMemberInput = z.infer<typeof updateMemberSchema> & { memberId: string };

export const memberSchema = z
  .object({
    id: z.string(),
    /** Eight digits, the last of them a check digit. */
    number: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    externalId: z.string().nullable(),
    /** Empty where nobody has said it yet. */
    displayName: z.string(),
    locale: z.enum(LOCALES),
    state: z.string(),
    /** Where she joined; null where it was not kept yet. */
    joinedFrom: z.enum(JOIN_SOURCES).nullable(),
    /** The link of the shop's own that brought her. */
    joinLinkId: z.string().nullable(),
    /** The owner's own try, kept out of the figures. */
    isTest: z.boolean(),
    createdAt: z.string(),
  })
  .openapi('Member');
export type MemberAnswer = z.infer<typeof memberSchema>;

/** The figures here are the projection's: up to seconds late, for looking, never for deciding. */
export const memberListSchema = z
  .object({
    items: z.array(
      memberSchema.extend({
        balancePoints: z.int(),
        availablePoints: z.int(),
        /** What she bought in the last 12 months, less refunds, in minor units of the shop's currency. */
        spentMinor: z.int(),
        /** Her latest purchase, voucher used or goods handed over. */
        lastVisitAt: z.string().nullable(),
        frozenAt: z.string().nullable(),
      }),
    ),
    /** More fit what was searched for than are listed: type more. */
    tooMany: z.boolean(),
    nextCursor: z.string().nullable(),
  })
  .openapi('MemberList');

export const memberOverviewSchema = z
  .object({
    member: memberSchema,
    balances: balancesSchema,
    expiries: z.array(z.object({ expiresAt: z.string().nullable(), points: z.int() })),
    maturities: z.array(z.object({ availableAt: z.string().nullable(), points: z.int() })),
    /** Since when she can neither spend nor earn; null while she can. */
    frozenAt: z.string().nullable(),
  })
  .openapi('MemberOverview');

export const memberBalanceSchema = balancesSchema
  .extend({ expiries: z.array(z.object({ expiresAt: z.string().nullable(), points: z.int() })) })
  .openapi('MemberBalance');

export const adjustPointsSchema = z
  .strictObject({
    points: z
      .int()
      .min(-1_000_000_000)
      .max(1_000_000_000)
      .refine((points) => points !== 0),
    reason: z.enum(['goodwill', 'correction', 'missing_points', 'event', 'other']),
    note: written(200).nullable().default(null),
    /** The owner's PIN, where a manager moves more than she may alone. */
    approvalPin: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  })
  .openapi('AdjustPoints');
export const adjustmentSchema = z.object({ points: z.int(), balances: balancesSchema }).openapi('Adjustment');
export type AdjustPointsInput = z.infer<typeof adjustPointsSchema> & { memberId: string };

/** What caused an entry; null is what does not apply to it. */
const whySchema = z
  .object({
    kind: z.string(),
    channel: z.string().nullable(),
    orderId: z.string().nullable(),
    refundId: z.string().nullable(),
    redemptionId: z.string().nullable(),
    reason: z.string().nullable(),
    note: z.string().nullable(),
    /** Of what was imported: balance, earned, redeemed or expired. */
    movement: z.string().nullable(),
    programmeVersion: z.int().nullable(),
    trace: earnTraceSchema.nullable(),
    occurredAt: z.string().nullable(),
    availableAt: z.string().nullable(),
    expiresAt: z.string().nullable(),
  })
  .openapi('Why');

export const entrySchema = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: z.string(),
    points: z.int(),
    balanceAfter: z.int(),
    why: whySchema,
  })
  .openapi('Entry');
export const entryListSchema = z
  .object({ items: z.array(entrySchema), nextCursor: z.string().nullable() })
  .openapi('EntryList');

/** `freezes` false undoes it. The note is for the shop's own eyes. */
export const freezeSchema = z
  .strictObject({
    freezes: z.boolean(),
    reason: z.enum(FREEZE_REASONS),
    note: written(200).nullable().default(null),
  })
  .openapi('FreezeAccount');
export const freezeAnswerSchema = z.object({ frozenAt: z.string().nullable() }).openapi('FrozenAccount');

/** One thing in a member's story, newest first. */
const timelineItemSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('entry'), at: z.string(), entry: entrySchema }),
  z.object({
    kind: z.literal('account'),
    at: z.string(),
    seq: z.int(),
    event: z.enum(['opened', 'frozen', 'unfrozen']),
    reason: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('redemption'),
    at: z.string(),
    redemptionId: z.string(),
    state: z.string(),
    names: z.record(z.string(), z.string()),
    quantity: z.int(),
  }),
  z.object({
    kind: z.literal('question'),
    at: z.string(),
    questionId: z.string(),
    isAnswer: z.boolean(),
    text: z.string(),
  }),
  z.object({ kind: z.literal('letter'), at: z.string(), letterKind: z.string(), key: z.string() }),
]);
export const timelineSchema = z
  .object({ items: z.array(timelineItemSchema), nextCursor: z.string().nullable() })
  .openapi('MemberTimeline');
export type TimelineAnswer = z.infer<typeof timelineItemSchema>;
