import { z } from '@hono/zod-openapi';
import { REWARD_KINDS } from '../../domain/catalogue/reward-kind.ts';
import { REWARD_LIMITS } from '../../domain/catalogue/reward-limits.ts';
import { written, writtenOnLine } from '../../lib/written-schema.ts';

const MONEY_MINOR_MAX = REWARD_LIMITS.amountMinor;
const POINTS_MAX = REWARD_LIMITS.points;
const UNITS_MAX = REWARD_LIMITS.units;

const localized = (text: z.ZodString) =>
  z.strictObject({ 'zh-CN': text.optional(), 'zh-TW': text.optional(), en: text.optional() });
/** A name or a text of several lines in the languages that it is written in. */
export const localizedLineSchema = (charactersMax: number) => localized(writtenOnLine(charactersMax));
const localizedTextSchema = (charactersMax: number) => localized(written(charactersMax));

const timeSchema = z.iso.datetime({ offset: true }).nullable();

const couponSchema = z.strictObject({
  /** In minor units of the shop's currency. */
  faceMinor: z.int().min(1).max(MONEY_MINOR_MAX),
  /** What a purchase has to come to; null: whatever it comes to. */
  minimumSpendMinor: z.int().min(1).max(MONEY_MINOR_MAX).nullable().default(null),
});

const rewardFields = {
  /** Fixed from the first publish on. */
  kind: z.enum(REWARD_KINDS),
  coupon: couponSchema.nullable(),
  /** Days that a coupon or a service counts after the day it was redeemed; null: for ever. */
  validDays: z.int().min(1).max(REWARD_LIMITS.validDays).nullable(),
  names: localizedLineSchema(80),
  descriptions: localizedTextSchema(2000),
  pointsEach: z.int().min(1).max(POINTS_MAX).nullable(),
  /** Part of the price in cash of the shop's currency: the least points, and the cash beside them. */
  mix: z
    .strictObject({
      pointsMin: z.int().min(1).max(POINTS_MAX),
      cashMinor: z.int().min(1).max(MONEY_MINOR_MAX),
    })
    .nullable(),
  marketPriceMinor: z.int().min(0).max(MONEY_MINOR_MAX).nullable(),
  costMinor: z.int().min(0).max(MONEY_MINOR_MAX).nullable(),
  limitPerMember: z.int().min(1).max(REWARD_LIMITS.perMember).nullable(),
  startsAt: timeSchema,
  endsAt: timeSchema,
};

export const createRewardSchema = z
  .strictObject({
    kind: rewardFields.kind.default('goods'),
    coupon: rewardFields.coupon.default(null),
    validDays: rewardFields.validDays.default(null),
    names: rewardFields.names,
    descriptions: rewardFields.descriptions.default({}),
    pointsEach: rewardFields.pointsEach.default(null),
    mix: rewardFields.mix.default(null),
    marketPriceMinor: rewardFields.marketPriceMinor.default(null),
    costMinor: rewardFields.costMinor.default(null),
    limitPerMember: rewardFields.limitPerMember.default(null),
    startsAt: rewardFields.startsAt.default(null),
    endsAt: rewardFields.endsAt.default(null),
    /** Units to open the stock with; null counts nothing. Later changes go through `/units`. */
    units: z.int().min(0).max(UNITS_MAX).nullable().default(0),
  })
  .openapi('CreateReward');
export type CreateRewardInput = z.infer<typeof createRewardSchema>;

/** What is left out stays as it is. */
export const changeRewardSchema = z
  .strictObject({
    ...rewardFields,
    units: z.int().min(0).max(UNITS_MAX).nullable(),
    /** The draft that the change was decided from; refused `changed_elsewhere` where it is another by now. */
    draftVersion: z.string().max(64),
  })
  .partial()
  .openapi('ChangeReward');
export type ChangeRewardInput = z.infer<typeof changeRewardSchema> & { rewardId: string };

export const changeUnitsSchema = z
  .strictObject({
    delta: z
      .int()
      .min(-UNITS_MAX)
      .max(UNITS_MAX)
      .refine((delta) => delta !== 0),
  })
  .openapi('ChangeUnits');

const draftSchema = z.object({
  kind: z.enum(REWARD_KINDS),
  coupon: couponSchema.nullable(),
  validDays: z.int().nullable(),
  names: localizedLineSchema(80),
  descriptions: localizedTextSchema(2000),
  pointsEach: z.int().nullable(),
  mix: z.object({ currency: z.string(), pointsMin: z.int(), cashMinor: z.int() }).nullable(),
  marketPriceMinor: z.int().nullable(),
  /** Left out for clerks. */
  costMinor: z.int().nullable().optional(),
  limitPerMember: z.int().nullable(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  units: z.int().nullable(),
  pictureUrl: z.string().nullable(),
});

const termsSchema = z.object({
  priceVersion: z.int(),
  pointsEach: z.int(),
  /** Part of the price may be paid in cash: `cashPerPoint` minor units for every point not paid, floored. */
  mix: z
    .object({
      currency: z.string(),
      pointsMin: z.int(),
      pointsMax: z.int(),
      cashPerPoint: z.object({ numerator: z.int(), denominator: z.int() }),
    })
    .nullable(),
  /** What redeeming issues; null where goods are sent. */
  voucher: z.object({ coupon: couponSchema.nullable(), validDays: z.int().nullable() }).nullable(),
  effectiveAt: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
});

export const stockCountsSchema = z
  .object({
    unlimited: z.boolean(),
    stockedUnits: z.int(),
    availableUnits: z.int(),
    reservedUnits: z.int(),
    takenUnits: z.int(),
  })
  .openapi('StockCounts');

export const rewardSchema = z
  .object({
    id: z.string(),
    state: z.enum(['draft', 'live', 'stopped', 'archived']),
    draft: draftSchema,
    /** Names what the draft says; a change may state it. */
    draftVersion: z.string(),
    /** What members see; null until the first publish. `next` follows at its own time. */
    published: draftSchema
      .omit({
        pointsEach: true,
        mix: true,
        coupon: true,
        validDays: true,
        startsAt: true,
        endsAt: true,
        units: true,
        costMinor: true,
      })
      .extend({ current: termsSchema, next: termsSchema.nullable() })
      .nullable(),
    hasUnpublishedChanges: z.boolean(),
    stock: stockCountsSchema.nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .openapi('Reward');
export type RewardAnswer = z.infer<typeof rewardSchema>;

/** What the public API and the mall show: the published side alone. */
export const publishedRewardSchema = z
  .object({
    id: z.string(),
    kind: z.enum(REWARD_KINDS),
    names: localizedLineSchema(80),
    pictureUrl: z.string().nullable(),
    marketPriceMinor: z.int().nullable(),
    limitPerMember: z.int().nullable(),
    stockBand: z.enum(['in', 'low', 'out']),
    /** How many, where few are left (`low`); null otherwise. */
    unitsLeft: z.int().nullable(),
    current: termsSchema,
    next: termsSchema.nullable(),
  })
  .openapi('PublishedReward');

export const orderRewardsSchema = z
  .strictObject({
    /** From the first to the last; whatever is not named keeps its place. */
    rewardIds: z.array(z.string().min(1).max(64)).min(1).max(5_000),
  })
  .openapi('OrderRewards');

/** The shelf as staff look at it: `figures` are counted over the last `figuresDays` days. */
export const shelfSchema = z.object({
  items: z.array(
    rewardSchema.extend({
      figures: z.object({
        redeemed: z.int(),
        /** Members who have the points for it; null where it has no price. */
        withinReach: z.int().nullable(),
      }),
    }),
  ),
  figuresDays: z.int(),
});
