import { z } from '@hono/zod-openapi';
import { ONBOARDING_STEPS } from '../../domain/onboarding/onboarding.ts';
import { GOALS } from '../../domain/shop.ts';
import { createRewardSchema } from '../catalogue/schemas.ts';
import { publishProgrammeSchema } from '../programme/schemas.ts';

const MONEY_MINOR_MAX = 1_000_000_000;
const UNITS_MAX = 1_000_000;
const PICKS_MAX = 100;
const REWARDS_MAX = 12;

const pickSchema = z.strictObject({
  ticked: z.boolean(),
  units: z.int().min(0).max(UNITS_MAX).nullable(),
});

const keySchema = z.string().regex(/^[a-z0-9-]{1,40}$/);
/** A drawing of the templates. */
const drawingSchema = z.string().regex(/^[a-z]{1,20}\/[a-z0-9-]{1,40}\.svg$/);

const sampleSchema = z.strictObject({
  rules: publishProgrammeSchema,
  rewards: z
    .array(
      createRewardSchema.pick({ kind: true, names: true, coupon: true, validDays: true }).extend({
        key: keySchema,
        pointsEach: z.int().min(1),
        marketPriceMinor: z.int().min(0),
        picture: drawingSchema,
      }),
    )
    .max(REWARDS_MAX),
});

const told = {
  step: z.enum(ONBOARDING_STEPS),
  averageOrderMinor: z.int().min(1).max(MONEY_MINOR_MAX).nullable(),
  marginPercent: z.int().min(0).max(100).nullable(),
  /** By the template's key, a reward of the shop's own by its id. */
  picks: z
    .record(z.string().min(1).max(64), pickSchema)
    .refine((picks) => Object.keys(picks).length <= PICKS_MAX, 'too_many'),
  sample: sampleSchema.nullable(),
};

export const onboardingSchema = z.object({ goal: z.enum(GOALS).nullable(), ...told }).openapi('Onboarding');

/** What is left out stays as it is. */
export const tellOnboardingSchema = z
  .strictObject({ goal: z.enum(GOALS).nullable(), ...told })
  .partial()
  .openapi('TellOnboarding');
export type TellOnboardingInput = z.infer<typeof tellOnboardingSchema>;

export const openShopSchema = z
  .strictObject({
    programme: publishProgrammeSchema.nullable(),
    rewards: z
      .array(
        z.strictObject({
          key: keySchema,
          picture: drawingSchema,
          publish: z.boolean(),
          fields: createRewardSchema,
        }),
      )
      .max(REWARDS_MAX),
    publishRewardIds: z.array(z.string().min(1).max(64)).max(PICKS_MAX),
    designDraftVersion: z.string().min(1).max(64),
  })
  .openapi('OpenShop');
export type OpenShopInput = z.infer<typeof openShopSchema>;
