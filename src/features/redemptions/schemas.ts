import { z } from '@hono/zod-openapi';
import { REWARD_KINDS } from '../../domain/catalogue/reward-kind.ts';
import { COUNTRIES } from '../../domain/payment/card-countries.ts';
import { written, writtenOnLine } from '../../lib/written-schema.ts';
import { doerSchema, paymentSchema } from './payment-answer.ts';

const line = (charactersMax: number) => writtenOnLine(charactersMax).min(1);

export const deliveryAddressSchema = z
  .strictObject({
    recipientName: line(60),
    phone: line(32),
    country: z.string().refine((code) => COUNTRIES.includes(code), 'unknown_country'),
    region: line(60),
    city: line(60),
    line1: line(160),
    line2: line(160).nullable().default(null),
    postalCode: line(16).nullable().default(null),
  })
  .openapi('DeliveryAddress');

/** `priceVersion` and `pointsEach` are what the member saw: another price is asked about, never taken. */
export const redeemSchema = z
  .strictObject({
    rewardId: z.string().min(1).max(64),
    quantity: z.int().min(1).max(100).default(1),
    priceVersion: z.int().min(1),
    pointsEach: z.int().min(1),
    /** Cash for each unit beside the points, in minor units, as the member saw it. */
    cashEachMinor: z.int().min(0).default(0),
    /** Where the cash is paid; null where points pay alone. */
    payment: z.enum(['online', 'counter']).nullable().default(null),
    /** Null where nothing is delivered: a coupon or a service. */
    delivery: deliveryAddressSchema.nullable().default(null),
  })
  .openapi('Redeem');
export type RedeemInput = z.infer<typeof redeemSchema> & { key: string };

export const REDEMPTION_STATES = [
  'reserving',
  'awaiting_payment',
  'committing',
  'undoing',
  'undone',
  'confirmed',
  'cancelling',
  'cancelled',
  'in_fulfilment',
  'shipped',
  'received',
  'issued',
  'used',
  'expired',
] as const;
export const redemptionStateSchema = z.enum(REDEMPTION_STATES);

/**
 * A state, or those of any state whose member asks to cancel and waits for an answer, or whose refund
 * waits for the staff: one that failed, or cash to be handed over at the counter.
 */
export const redemptionFilterSchema = z.enum([...REDEMPTION_STATES, 'cancel_requests', 'refunds']);
export type RedemptionFilterName = z.infer<typeof redemptionFilterSchema>;

export const shipSchema = z.strictObject({ carrier: line(60), trackingNumber: line(64) }).openapi('Ship');
/** The other side reads it: the shop what a member writes, the member what staff write. */
const reasonSchema = written(200)
  .nullable()
  .default(null)
  .transform((reason) => reason || null);
export const cancelSchema = z
  .strictObject({
    reason: reasonSchema,
    /** What the reader was told that goes back in cash, in minor units: other cash is asked about again. */
    cashBackMinor: z.int().min(0).optional(),
  })
  .openapi('Cancel');
export const answerCancelSchema = z
  .strictObject({ accept: z.boolean(), reason: reasonSchema })
  .openapi('AnswerCancel');

export const redemptionSchema = z
  .object({
    id: z.string(),
    memberId: z.string(),
    state: redemptionStateSchema,
    version: z.int(),
    points: z.int(),
    lines: z.array(
      z.object({
        lineId: z.string(),
        rewardId: z.string(),
        kind: z.enum(REWARD_KINDS),
        /** What a coupon takes off, in minor units of the shop's currency; null for what is none. */
        coupon: z.object({ faceMinor: z.int(), minimumSpendMinor: z.int().nullable() }).nullable(),
        names: z.record(z.string(), z.string()),
        quantity: z.int(),
        pointsEach: z.int(),
        cashEachMinor: z.int(),
        priceVersion: z.int(),
      }),
    ),
    delivery: deliveryAddressSchema.nullable(),
    undoneBecause: z.string().nullable(),
    cancelRequest: z
      .object({
        state: z.enum(['open', 'accepted', 'declined']),
        reason: z.string().nullable(),
        requestedAt: z.string(),
        answeredAt: z.string().nullable(),
        /** Earlier requests of the same redemption, oldest first. */
        declinedBefore: z.array(z.object({ requestedAt: z.string(), answeredAt: z.string().nullable() })),
      })
      .nullable(),
    /** What the shop told the member when it last declined or cancelled. */
    shopReason: z.string().nullable(),
    /** Who cancelled it, or agreed to. */
    cancelledBy: doerSchema,
    carrier: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    /** Of a coupon or a service, from its issue on; its code is shown to the member alone and to staff. */
    voucher: z
      .object({
        code: z.string(),
        issuedAt: z.string(),
        /** The first moment at which it no longer counts; null: it never ends. */
        validUntil: z.string().nullable(),
        usedAt: z.string().nullable(),
      })
      .nullable(),
    /** Null where it costs points alone. */
    payment: paymentSchema.nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    timeline: z.array(z.object({ state: redemptionStateSchema, at: z.string() })),
  })
  .openapi('Redemption');
export type RedemptionAnswer = z.infer<typeof redemptionSchema>;

export const redemptionOfMemberSchema = redemptionSchema
  .extend({ member: z.object({ number: z.string(), displayName: z.string() }).nullable() })
  .openapi('RedemptionOfMember');

/** From the projection, newest first; a redemption's own page reads the account itself. */
export const redemptionListSchema = z
  .object({
    items: z.array(redemptionOfMemberSchema),
    /** How many there are in each state, and under `cancel_requests` and `refunds`; what has none may be missing. */
    counts: z.record(z.string(), z.int()),
    nextCursor: z.string().nullable(),
  })
  .openapi('RedemptionList');
