import { z } from '@hono/zod-openapi';
import { REWARD_KINDS } from '../../domain/catalogue/reward-kind.ts';
import { COUNTRIES } from '../../domain/payment/card-countries.ts';
import { PARCEL_ROW_FAULTS } from '../../domain/redemption/parcel-row.ts';
import { written, writtenOnLine } from '../../lib/written-schema.ts';
import { entrySchema } from '../members/schemas.ts';
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
    /** Null where nothing is sent: a coupon, a service, or what she picks up. */
    delivery: deliveryAddressSchema.nullable().default(null),
    /** She takes goods with her in the shop, where the shop offers it; for what is a voucher it says nothing. */
    pickUp: z.boolean().default(false),
    /** Where she takes them, of a shop with several branches. */
    branchId: z.string().max(40).nullable().default(null),
    /** What the parcel was said to cost whoever takes it in, in minor units; null where nobody was told. */
    shippingFeeMinor: z.int().min(0).nullable().default(null),
  })
  .openapi('Redeem');
export type RedeemInput = Omit<z.infer<typeof redeemSchema>, 'pickUp' | 'branchId' | 'shippingFeeMinor'> & {
  pickUp?: boolean;
  branchId?: string | null;
  shippingFeeMinor?: number | null;
  key: string;
};

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
  'ready',
  'received',
  'issued',
  'used',
  'expired',
] as const;
export const redemptionStateSchema = z.enum(REDEMPTION_STATES);

/**
 * A state; `to_ship`, which is confirmed or being packed; or those of any state whose member asks to cancel
 * and waits for an answer, or whose refund waits for the staff: one that failed, or cash to be handed over
 * at the counter; `after_sales` is both.
 */
export const redemptionFilterSchema = z.enum([
  ...REDEMPTION_STATES,
  'to_ship',
  'cancel_requests',
  'refunds',
  'after_sales',
]);
export type RedemptionFilterName = z.infer<typeof redemptionFilterSchema>;

export const shipSchema = z.strictObject({ carrier: line(60), trackingNumber: line(64) }).openapi('Ship');
/** Rows of one request: as many as are sent off within its time. */
export const PARCEL_ROWS_MAX = 50;
export const shipParcelsSchema = z
  .strictObject({
    rows: z
      .array(z.strictObject({ number: line(64), carrier: line(60), trackingNumber: line(64) }))
      .min(1)
      .max(PARCEL_ROWS_MAX),
    /** Says what would happen and changes nothing. */
    dryRun: z.boolean().default(false),
  })
  .openapi('ShipParcels');
export const prepareManySchema = z
  .strictObject({
    redemptions: z
      .array(z.strictObject({ memberId: z.string().min(1).max(64), redemptionId: z.string().min(1).max(64) }))
      .min(1)
      .max(100),
  })
  .openapi('PrepareRedemptions');
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
    /** She takes it with her in the shop. */
    pickUp: z.boolean(),
    /** Where she takes it, by the name the branch had; null where the shop has none to choose. */
    branch: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** What whoever takes the parcel in pays its carrier, in minor units of the shop's currency. */
    shippingFeeMinor: z.int(),
    /** Staff who redeemed it in her name, with her at the counter; null: she herself. */
    redeemedBy: doerSchema,
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
    /** Who took its voucher; null while nobody did. */
    usedBy: doerSchema,
    /** Who put it into her hand; null while nobody did. */
    handedOverBy: doerSchema,
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
    /** How many there are in each state, and under the filters' names; 1,000 is a thousand or more. */
    counts: z.record(z.string(), z.int()),
    /** More members fit what was searched for than were looked at: type more. */
    tooMany: z.boolean(),
    nextCursor: z.string().nullable(),
  })
  .openapi('RedemptionList');

/** The same with how the reward looks, for the console's rows. */
export const redemptionRowListSchema = redemptionListSchema.extend({
  items: z.array(redemptionOfMemberSchema.extend({ pictureUrl: z.string().nullable() })),
});

export const parcelRowListSchema = z.object({
  /** One for each row, in their order. */
  rows: z.array(
    z.object({
      outcome: z.enum(['ready', 'shipped', 'already', 'refused']),
      fault: z.enum(PARCEL_ROW_FAULTS).nullable(),
      redemption: redemptionSchema.nullable(),
    }),
  ),
});

export const preparedListSchema = z.object({
  /** Null where it can't be packed any more. */
  rows: z.array(z.object({ redemptionId: z.string(), redemption: redemptionSchema.nullable() })),
});

/** What a redemption left in the books and in the member's post, oldest first. */
export const trailSchema = z.object({
  entries: z.array(entrySchema),
  letters: z.array(
    z.object({
      kind: z.string(),
      state: z.enum(['waiting', 'sent', 'skipped', 'failed']),
      at: z.string(),
    }),
  ),
});
