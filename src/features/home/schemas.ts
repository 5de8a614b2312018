import { z } from '@hono/zod-openapi';

/** The shop's first screen, from the projections: seconds late at most. */
export const homeSchema = z
  .object({
    toShip: z.int(),
    oldestToShipAt: z.string().nullable(),
    inFulfilment: z.int(),
    cancelRequests: z.int(),
    /** Cash to hand back at the counter, and refunds that failed. */
    refunds: z.int(),
    /** Members who said that they pay in the shop and have not yet. */
    counterPayments: z.int(),
    /** Vouchers that members hold and may show any moment. */
    vouchersToVerify: z.int(),
    /** Of members, not answered yet. */
    openQuestions: z.int(),
    members: z.int(),
    /** What members hold altogether. */
    balancePoints: z.int(),
    /** Of the last 30 days: given for purchases and by hand, and redeemed less what was cancelled. */
    earnedPoints: z.int(),
    redeemedPoints: z.int(),
    /** Of the last 30 days, in minor units: cash that came in, and what went back. */
    cashTakenMinor: z.int(),
    cashRefundedMinor: z.int(),
    liveRewards: z.int(),
    hasProgramme: z.boolean(),
    /** Journal rows that could not be copied here; the accounts have them, so points are not affected. */
    parkedRecords: z.int(),
    recent: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        at: z.string(),
        memberId: z.string(),
        memberName: z.string().nullable(),
        memberNumber: z.string().nullable(),
        points: z.int().nullable(),
        redemptionId: z.string().nullable(),
        /** Paid beside the points, or given back with them. */
        cash: z.object({ amountMinor: z.int(), currency: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Home');
export type HomeAnswer = z.infer<typeof homeSchema>;
