import { z } from '@hono/zod-openapi';
import { FIGURE_PERIODS } from '../../domain/figures/period.ts';
import { LOCALES } from '../../domain/locale.ts';

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
    /** Of members, not answered yet; and purchases whose points they miss. */
    openQuestions: z.int(),
    missingPoints: z.int(),
    /** Rewards on offer of which few units are left, or none. */
    nearlyGone: z.int(),
    members: z.int(),
    /** Whether the shop is one of the demo's: nothing in it has happened. */
    isDemo: z.boolean(),
    /** What members hold altogether. */
    balancePoints: z.int(),
    /** What the owner said that she keeps of a sale; null: what is usual in her industry. */
    marginPercent: z.int().nullable(),
    /** The last audit of this shop's books that was published; null where none was. */
    audit: z.object({ at: z.string(), findings: z.int() }).nullable(),
    /** Up to when everything here is known; null while nothing is late. */
    dataUntil: z.string().nullable(),
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

export const figuresQuerySchema = z.strictObject({ period: z.enum(FIGURE_PERIODS).default('30') });

const compared = <Value extends z.ZodType>(value: Value) =>
  z.object({ now: value, before: value.nullable(), daily: z.array(z.int()) });

/** The shop's figures of some days beside as many days before; `before` is null where those are not known. */
export const figuresSchema = z
  .object({
    period: z.enum(FIGURE_PERIODS),
    /** The shop's days, both in. */
    fromDay: z.string(),
    toDay: z.string(),
    /** All who are members now: below twenty a share says nothing. */
    members: z.int(),
    /** Whether the thirty days around the opening can be compared. */
    hasOpening: z.boolean(),
    /** The first day of which all is known, where that lies within the period; null: all of it is. */
    knownFrom: z.string().nullable(),
    repeat: compared(z.object({ buyers: z.int(), repeatBuyers: z.int() })),
    active: compared(z.int()),
    redemption: compared(z.object({ issuedPoints: z.int(), redeemedPoints: z.int() })),
    joined: compared(z.int()),
    sales: compared(z.object({ amountMinor: z.int(), purchases: z.int() })),
    days: z.array(
      z.object({
        day: z.string(),
        issuedPoints: z.int(),
        redeemedPoints: z.int(),
        expiredPoints: z.int(),
      }),
    ),
  })
  .openapi('Figures');
export type FiguresAnswer = z.infer<typeof figuresSchema>;

/** What was changed and members don't see yet; `design` counts changes, `rewards` are on offer as they were. */
export const unpublishedSchema = z
  .object({
    design: z.int(),
    rewards: z.array(
      z.object({ id: z.string(), names: z.partialRecord(z.enum(LOCALES), z.string().optional()) }),
    ),
  })
  .openapi('Unpublished');
export type UnpublishedAnswer = z.infer<typeof unpublishedSchema>;
