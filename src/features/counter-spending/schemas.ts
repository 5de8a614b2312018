import { z } from '@hono/zod-openapi';
import { REWARD_KINDS } from '../../domain/catalogue/reward-kind.ts';
import { redemptionSchema } from '../redemptions/schemas.ts';

const names = z.record(z.string(), z.string());

export const affordableListSchema = z
  .object({
    items: z.array(
      z.object({
        rewardId: z.string(),
        names,
        /** On the console's own host; null draws a placeholder. */
        pictureUrl: z.string().nullable(),
        kind: z.enum(REWARD_KINDS),
        /** All points, or as many as she has where cash at the till pays the rest. */
        pointsEach: z.int(),
        cashEachMinor: z.int(),
        priceVersion: z.int(),
        /** Enough, or the few units that are left. */
        stockBand: z.union([z.enum(['in', 'out']), z.int()]),
        limitPerMember: z.int().nullable(),
        /** How many she has had, as far as her latest redemptions show. */
        redeemedUnits: z.int(),
      }),
    ),
  })
  .openapi('AffordableList');
export type AffordableReward = z.infer<typeof affordableListSchema>['items'][number];

/** What clerk and member both see: another price is asked about, never taken. */
const wantedFields = {
  rewardId: z.string().min(1).max(64),
  quantity: z.int().min(1).max(100).default(1),
  priceVersion: z.int().min(1),
  pointsEach: z.int().min(1),
  /** Cash for each unit beside the points, paid at the till, in minor units. */
  cashEachMinor: z.int().min(0).default(0),
};

export const redeemAtCounterSchema = z
  .strictObject({
    ...wantedFields,
    /** From `POST /counter/find` with a turning code; null is refused `presence_needed`. */
    presence: z.string().max(512).nullable().default(null),
  })
  .openapi('RedeemAtCounter');
export type RedeemAtCounterInput = z.infer<typeof redeemAtCounterSchema> & { memberId: string; key: string };

/** What can be given, handed over or paid at the counter now, newest first. */
export const waitingSchema = z
  .object({
    vouchers: z.array(redemptionSchema),
    pickUps: z.array(redemptionSchema),
    toPay: z.array(redemptionSchema),
  })
  .openapi('WaitingAtCounter');

export const openAskSchema = z
  .strictObject({ memberId: z.string().min(1).max(64), ...wantedFields })
  .openapi('OpenAsk');
export type OpenAskInput = z.infer<typeof openAskSchema> & { key: string };

export const askSchema = z
  .object({
    id: z.string(),
    memberId: z.string(),
    rewardId: z.string(),
    quantity: z.int(),
    pointsEach: z.int(),
    cashEachMinor: z.int(),
    /**
     * `open` waits for her; `redeeming` is confirmed and not answered by her account yet; `refused`: she
     * confirmed, and account or stock said no.
     */
    state: z.enum(['open', 'redeeming', 'confirmed', 'declined', 'withdrawn', 'refused', 'expired']),
    expiresAt: z.string(),
    /** What she redeemed, once `confirmed`: goods wait to be handed over. */
    redemption: redemptionSchema.nullable(),
    /** Why it was refused: a refusal with its own data. */
    refusal: z.looseObject({ code: z.string(), detail: z.string() }).nullable(),
  })
  .openapi('CounterAsk');
