import { z } from '@hono/zod-openapi';
import { namesFit } from '../../domain/order.ts';
import { composed, writtenOnLine } from '../../lib/written-schema.ts';

/** ¥1,000,000,000.00: far above any purchase, and its points stay a safe integer at any allowed rate. */
export const AMOUNT_MINOR_MAX = 100_000_000_000;
const LINES_MAX = 200;

export const amountMinorSchema = z.int().min(0).max(AMOUNT_MINOR_MAX).openapi({
  description: 'Integer minor units of the currency: ¥199.99 is 19999.',
  example: 19999,
});

export const channelSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,31}$/)
  .openapi({ description: 'Where the purchase was made; part of its identity.', example: 'web' });

export const orderIdSchema = composed(128).openapi({ example: '2026-1108-0042' });
const lineIdSchema = composed(64).openapi({ example: '1' });

/** Exactly one way of naming the member. Only `id` must name someone who has joined. */
export const memberReferenceSchema = z
  .union([
    z.strictObject({ id: z.string().min(1).max(64) }),
    z.strictObject({ externalId: composed(128) }),
    z.strictObject({ phone: z.string().min(4).max(32) }),
    z.strictObject({ email: z.string().min(3).max(254) }),
  ])
  .openapi('MemberReference', { example: { externalId: 'customer-7' } });
export type MemberReference = z.infer<typeof memberReferenceSchema>;

export const orderStatusSchema = z.enum(['paid', 'completed', 'cancelled']).openapi({
  description:
    '`paid` earns points that wait; `completed` starts the days until entry; `cancelled` takes back what the order still has.',
});

export const reportOrderSchema = z
  .strictObject({
    orderId: orderIdSchema,
    channel: channelSchema,
    member: memberReferenceSchema,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .openapi({ example: 'CNY' }),
    occurredAt: z.iso.datetime({ offset: true }).openapi({ example: '2026-11-08T10:42:00+08:00' }),
    status: orderStatusSchema,
    lines: z
      .array(
        z.strictObject({
          lineId: lineIdSchema,
          category: writtenOnLine(64).min(1).nullable().default(null),
          amountMinor: amountMinorSchema,
          quantity: z.int().min(1).max(1_000_000).default(1),
        }),
      )
      .min(1)
      .max(LINES_MAX)
      .refine(haveDistinctLineIds, 'lineId must be unique within the order')
      .refine(namesFit, 'lineId and category are too long together'),
    visit: z
      .strictObject({ service: writtenOnLine(64).min(1).nullable().default(null) })
      .optional()
      .openapi({
        description:
          'The member came for a service: that earns the visit points of the programme beside what was paid. Its line may have the amount 0.',
        example: { service: 'facial' },
      }),
  })
  .openapi('ReportOrder');
export type ReportOrderInput = z.infer<typeof reportOrderSchema>;

export const reportRefundSchema = z
  .strictObject({
    refundId: composed(128).openapi({ example: 'refund-1' }),
    lines: z
      .array(z.strictObject({ lineId: lineIdSchema, amountMinor: amountMinorSchema.min(1) }))
      .min(1)
      .max(LINES_MAX)
      .refine(haveDistinctLineIds, 'lineId must be unique within the refund'),
  })
  .openapi('ReportRefund');
export type ReportRefundInput = z.infer<typeof reportRefundSchema> & { channel: string; orderId: string };

export const balancesSchema = z
  .object({
    availablePoints: z.int(),
    pendingPoints: z.int(),
    heldPoints: z.int(),
    totalPoints: z.int(),
    debtPoints: z.int(),
    balancePoints: z.int(),
  })
  .openapi('Balances');

const rationalSchema = z.object({ numerator: z.int(), denominator: z.int() });

export const earnTraceSchema = z
  .object({
    programmeVersion: z.int(),
    lines: z.array(
      z.object({
        lineId: z.string(),
        category: z.string().nullable(),
        amountMinor: z.int(),
        rate: rationalSchema,
        points: z.int(),
      }),
    ),
    visit: z.object({ service: z.string().nullable(), points: z.int() }).optional(),
    points: z.int(),
  })
  .openapi('EarnTrace');

const creditedSchema = z.object({
  state: z.literal('credited'),
  channel: z.string(),
  orderId: z.string(),
  memberId: z.string(),
  status: orderStatusSchema,
  points: z.int(),
  clawedBackPoints: z.int(),
  availableAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  trace: earnTraceSchema,
  balances: balancesSchema,
});

/** `waiting`: nobody with this phone, e-mail or external id has joined yet. */
export const orderAnswerSchema = z
  .discriminatedUnion('state', [
    creditedSchema,
    z.object({
      state: z.literal('waiting'),
      channel: z.string(),
      orderId: z.string(),
      status: orderStatusSchema,
      keptUntil: z.string(),
    }),
  ])
  .openapi('OrderAnswer');
export type OrderAnswer = z.infer<typeof orderAnswerSchema>;
export type CreditedAnswer = z.infer<typeof creditedSchema>;

export const refundAnswerSchema = z
  .discriminatedUnion('state', [
    z.object({
      state: z.literal('taken_back'),
      channel: z.string(),
      orderId: z.string(),
      refundId: z.string(),
      memberId: z.string(),
      takenPoints: z.int(),
      owedPoints: z.int(),
      writtenOffPoints: z.int(),
      balances: balancesSchema,
    }),
    z.object({
      state: z.literal('waiting'),
      channel: z.string(),
      orderId: z.string(),
      refundId: z.string(),
      keptUntil: z.string(),
    }),
  ])
  .openapi('RefundAnswer');
export type RefundAnswer = z.infer<typeof refundAnswerSchema>;

/** Categories on one receipt; more is a till's work, not a clerk's. */
const RECEIPT_LINES_MAX = 20;
const receiptLineSchema = z.strictObject({
  amountMinor: amountMinorSchema.min(1),
  category: writtenOnLine(64).min(1).nullable().default(null),
});

/** What was sold: an amount, or several by category, and the service that she came for; null: some service. */
export const saleFields = {
  amountMinor: amountMinorSchema.optional(),
  category: receiptLineSchema.shape.category,
  lines: z.array(receiptLineSchema).min(1).max(RECEIPT_LINES_MAX).optional(),
  service: z.string().min(1).max(64).nullable().optional(),
};

/** An amount or lines, never both; one who came for a service may have paid nothing. */
export function sold<Sale extends z.ZodType<{ amountMinor?: unknown; lines?: unknown; service?: unknown }>>(
  sale: Sale,
) {
  return sale
    .refine(({ amountMinor, lines }) => amountMinor === undefined || lines === undefined, {
      message: 'either amountMinor or lines, not both',
      path: ['lines'],
    })
    .refine(
      ({ amountMinor, lines, service }) =>
        Boolean(amountMinor) || lines !== undefined || service !== undefined,
      { message: 'either amountMinor or lines is required', path: ['amountMinor'] },
    );
}

/** What a clerk types: the sale, and the receipt's number where there is one. */
export const recordPurchaseSchema = z.strictObject({
  ...saleFields,
  /** Room for the number that a second try of it carries. */
  receipt: composed(120).nullable().default(null).openapi({ example: '2026-1108-0042' }),
});
export const purchaseBodySchema = sold(recordPurchaseSchema).openapi('RecordPurchase');

/** `countedBefore` is when the receipt was counted by another submit: then nothing was given now. */
export const recordedPurchaseSchema = creditedSchema
  .extend({
    countedBefore: z.string().nullable(),
    /** Null only where it was counted before grants had names. */
    grantId: z.string().nullable(),
    /** Until when whoever gave it may undo it; null where that was somebody else. */
    undoUntil: z.string().nullable(),
    /** The manager whose PIN let it pass above a limit. */
    approvedBy: z.object({ name: z.string() }).nullable(),
  })
  .openapi('RecordedPurchase');
export type RecordedPurchase = z.infer<typeof recordedPurchaseSchema>;

/** Goods brought back to the shop; without lines nothing but what is left of the purchase is asked for. */
export const refundPurchaseSchema = z
  .strictObject({
    channel: channelSchema,
    orderId: orderIdSchema,
    lines: z
      .array(z.strictObject({ lineId: lineIdSchema, amountMinor: amountMinorSchema.min(1) }))
      .max(LINES_MAX)
      .refine(haveDistinctLineIds, 'lineId must be unique within the refund'),
  })
  .openapi('RefundPurchase');
export type RefundPurchaseInput = z.infer<typeof refundPurchaseSchema> & { memberId: string };

export const refundQuoteSchema = z
  .object({
    status: orderStatusSchema,
    lines: z.array(
      z.object({
        lineId: z.string(),
        category: z.string().nullable(),
        amountMinor: z.int(),
        refundedMinor: z.int(),
      }),
    ),
    taken: z
      .object({
        takenPoints: z.int(),
        lapsedPoints: z.int(),
        owedPoints: z.int(),
        writtenOffPoints: z.int(),
      })
      .nullable(),
  })
  .openapi('RefundQuote');
export type RefundQuoteAnswer = z.infer<typeof refundQuoteSchema>;

function haveDistinctLineIds(lines: { lineId: string }[]): boolean {
  return new Set(lines.map((line) => line.lineId)).size === lines.length;
}
