import { z } from '@hono/zod-openapi';
import { LIMIT_POINTS_MAX } from '../../domain/counter/limits.ts';
import { LOCALES } from '../../domain/locale.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';
import { localizedLineSchema } from '../catalogue/schemas.ts';
import {
  balancesSchema,
  earnTraceSchema,
  recordedPurchaseSchema,
  recordPurchaseSchema,
  saleFields,
  sold,
} from '../orders/schemas.ts';

const CHIPS_MAX = 24;
const PIN = /^\d{6}$/;

const limitsSchema = z.strictObject({
  grantPoints: z.int().min(1).max(LIMIT_POINTS_MAX),
  dayPoints: z.int().min(1).max(LIMIT_POINTS_MAX),
});

const serviceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
  names: localizedLineSchema(40).refine(
    (names) => LOCALES.some((locale) => (names[locale] ?? '') !== ''),
    'unnamed',
  ),
});

export const counterSettingsSchema = z
  .strictObject({
    categories: z
      .array(writtenOnLine(64).min(1))
      .max(CHIPS_MAX)
      .refine((names) => new Set(names).size === names.length, 'category must be unique'),
    services: z
      .array(serviceSchema)
      .max(CHIPS_MAX)
      .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'id must be unique'),
    limits: limitsSchema,
  })
  .openapi('CounterSettings');
/** With what was read of them: `changedAt`; refused `changed_elsewhere` where it is another by now. Absent: whatever stands. */
export const changeCounterSchema = counterSettingsSchema
  .safeExtend({ seen: z.iso.datetime().nullable().optional() })
  .openapi('ChangeCounterSettings');
export type CounterSettingsInput = z.infer<typeof changeCounterSchema>;

export const counterSchema = z
  .object({
    currency: z.string(),
    timeZone: z.string(),
    undoMinutes: z.int(),
    categories: z.array(z.string()),
    services: z.array(serviceSchema),
    visitPoints: z.int().nullable(),
    limits: z.object({ grantPoints: z.int(), dayPoints: z.int() }),
    usedTodayPoints: z.int(),
    shopKind: z.enum(['goods', 'visits', 'lessons']),
    /** Where staff may stand, of a shop with branches. */
    branches: z.array(z.object({ id: z.string(), name: z.string() })),
    /** When its settings were last changed; null: they are those that every shop begins with. */
    changedAt: z.string().nullable(),
  })
  .openapi('Counter');
export type CounterAnswer = z.infer<typeof counterSchema>;

/** What a clerk has typed so far; nothing is written. */
export const quoteGrantSchema = sold(z.strictObject(saleFields)).openapi('QuoteGrant');
export type QuoteGrantInput = z.input<typeof quoteGrantSchema> & { memberId: string };

export const grantQuoteSchema = z
  .object({
    points: z.int(),
    trace: earnTraceSchema,
    availableAfterPoints: z.int(),
    /** When the points can be spent, where that is later. */
    availableAt: z.string().nullable(),
    over: z.enum(['grant', 'day']).nullable(),
    limits: z.object({ grantPoints: z.int(), dayPoints: z.int() }),
    usedTodayPoints: z.int(),
  })
  .openapi('GrantQuote');
export type GrantQuote = z.infer<typeof grantQuoteSchema>;

const staffIdSchema = z.string().min(1).max(64);
const leftBySchema = z.strictObject({ staffId: staffIdSchema, key: z.string().min(1).max(255) });

export const discardLeftSchema = z
  .strictObject({ leftBy: leftBySchema, amountMinor: z.int().min(0) })
  .openapi('DiscardLeftGrant');
export const findLeftSchema = z.strictObject({ staffIds: z.array(staffIdSchema).min(1).max(20) });
export const leftSchema = z.object({ staffIds: z.array(z.string()) }).openapi('LeftStaff');

/** What a clerk confirms: the sale, the number on the receipt, and a manager's PIN above the limits. */
export const grantSchema = sold(
  z.strictObject({
    ...recordPurchaseSchema.shape,
    note: writtenOnLine(200).min(1).nullable().optional(),
    /** When it was typed, where it waited for a network: 24 hours ago at most. */
    soldAt: z.iso.datetime({ offset: true }).optional(),
    approvalPin: z.string().regex(PIN, 'not_a_pin').optional(),
    /** Whose it was, and her key, where she was removed before it was sent; given by whoever sends it now. */
    leftBy: leftBySchema.optional(),
  }),
).openapi('CounterGrant');

export const grantedSchema = recordedPurchaseSchema;

export const undoGrantSchema = z
  .strictObject({ reason: writtenOnLine(200).min(1).nullable().default(null) })
  .openapi('UndoGrant');

export const undoneSchema = z
  .object({
    grantId: z.string(),
    memberId: z.string(),
    points: z.int(),
    undoneAt: z.string(),
    undoneBy: z.object({ staffId: z.string(), name: z.string().nullable() }),
    reason: z.string().nullable(),
    clawback: z.enum(['owe', 'write_off']),
    balances: balancesSchema,
  })
  .openapi('UndoneGrant');
export type UndoneGrant = z.infer<typeof undoneSchema>;

const personSchema = z.object({ staffId: z.string(), name: z.string().nullable() });

export const grantLineSchema = z
  .object({
    grantId: z.string(),
    staffId: z.string(),
    staffName: z.string().nullable(),
    /** The branch that she stood in, as it was called then. */
    branch: z.string().nullable(),
    memberId: z.string(),
    memberName: z.string(),
    at: z.string(),
    soldAt: z.string(),
    receipt: z.string().nullable(),
    note: z.string().nullable(),
    amountMinor: z.int(),
    points: z.int(),
    categories: z.array(z.string()),
    /** Null: no visit; an id that the shop no longer has stays. */
    visit: z.object({ service: z.string().nullable() }).nullable(),
    approvedBy: personSchema.nullable(),
    undone: personSchema.extend({ at: z.string(), reason: z.string().nullable() }).nullable(),
    /** Until when whoever asks may undo it; null: no more, or not by her. Managers may later, with a reason. */
    undoUntil: z.string().nullable(),
  })
  .openapi('GrantLine');
export type GrantLine = z.infer<typeof grantLineSchema>;

export const grantListSchema = z.object({ items: z.array(grantLineSchema) }).openapi('GrantList');

const sumsShape = {
  grants: z.int(),
  amountMinor: z.int(),
  points: z.int(),
  undone: z.int(),
  redemptions: z.int(),
  vouchersUsed: z.int(),
  cashTakenMinor: z.int(),
  /** Refunded on that day, of receipts of any day, and undone of earlier days. */
  takenBackMinor: z.int(),
  takenBackPoints: z.int(),
};

export const slipSchema = z
  .object({
    day: z.string(),
    staff: z.array(z.object({ staffId: z.string(), name: z.string().nullable(), ...sumsShape })),
    /** The same by where it was done; empty where nobody said so. The branch is null where one did not. */
    branches: z.array(
      z.object({ branchId: z.string().nullable(), name: z.string().nullable(), ...sumsShape }),
    ),
    lines: z.array(grantLineSchema),
    /** Lines of that day that are in the sums and not on the list. */
    linesLeftOut: z.int(),
  })
  .openapi('CounterSlip');
export type Slip = z.infer<typeof slipSchema>;

export const slipQuery = z.object({
  day: z.iso.date().optional(),
  staffId: z.string().min(1).max(64).optional(),
});
export const grantsQuery = z.object({ mine: z.literal('1').optional() });
export const grantParameters = z.object({ grantId: z.string().min(1).max(64) });
