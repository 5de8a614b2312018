import { z } from '@hono/zod-openapi';
import { LOCALES } from '../../domain/locale.ts';
import { isPhoneIn } from '../../lib/contact-identifier.ts';
import { balancesSchema } from '../orders/schemas.ts';
import { deliveryAddressSchema, redemptionStateSchema } from '../redemptions/schemas.ts';
import { TOKEN_CHARACTERS_MAX } from './token-rules.ts';

/** Which language the answer is in; without it the browser's, else the shop's. */
export const localeQuery = z.object({ locale: z.enum(LOCALES).optional() });

const rational = z.object({ numerator: z.int(), denominator: z.int() });
/** Only `#RRGGBB`: what is anything else is left out. */
const colours = z.record(z.string(), z.string().regex(/^#[0-9a-fA-F]{6}$/));

export const widgetRewardSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** The language that the name is really in. */
    nameLocale: z.enum(LOCALES),
    pictureUrl: z.string().nullable(),
    points: z.int(),
    mix: z.object({ currency: z.string(), pointsMin: z.int(), cashPerPoint: rational }).nullable(),
    /** The fewest points and their cash, in words: "500 points + $39.90". */
    mixPrice: z.string().nullable(),
    /** What a coupon or a service issues, in words; null for goods. */
    voucher: z.object({ worth: z.string().nullable(), validity: z.string() }).nullable(),
    /** What sending it costs whoever takes the parcel in, in minor units, and how that is said. */
    shippingFeeMinor: z.int(),
    sentLine: z.string(),
    priceVersion: z.int(),
    /** How much is left, roughly: the reward's stock has the last word. */
    band: z.enum(['in', 'low', 'out']),
    /** The same in words where there is something to say: "Only 8 left", "Sold out". */
    stockWord: z.string().nullable(),
    startsAt: z.string().nullable(),
    endsAt: z.string().nullable(),
    marketPriceMinor: z.int().nullable(),
    marketPrice: z.string().nullable(),
    limitPerMember: z.int().nullable(),
    /** Path on the mall, for a ticket. */
    path: z.string(),
  })
  .openapi('WidgetReward');

export const widgetMallSchema = z
  .object({
    mall: z.object({ slug: z.string(), name: z.string(), nameLocale: z.enum(LOCALES), url: z.string() }),
    locale: z.enum(LOCALES),
    timeZone: z.string(),
    currency: z.string(),
    /** What the shop calls its points, in this language. */
    pointsName: z.object({ one: z.string(), other: z.string() }),
    /** The path of the icon for points, on 24 × 24: one of our own drawings. */
    pointsIcon: z.string(),
    theme: z.object({
      layout: z.enum(['editorial', 'soft', 'lively']),
      heading: z.enum(['serif', 'sans']),
      cornerPixels: z.int(),
      light: colours,
      dark: colours,
    }),
    /** The smallest whole amount that earns whole points; null where purchases earn none. */
    earning: z
      .object({ amountMinor: z.int(), amount: z.string(), points: z.int(), pointsText: z.string() })
      .nullable(),
    /** The shop's own country, where its time zone tells it. */
    country: z.string().nullable(),
    /** How goods can come to her: `send`, `pickUp`, or `pickUp:` with the branch's id; each in words. */
    ways: z.array(z.object({ value: z.string(), name: z.string(), line: z.string().nullable() })),
    rewards: z.array(widgetRewardSchema),
  })
  .openapi('WidgetMall');
export type WidgetMall = z.infer<typeof widgetMallSchema>;

export const openSessionSchema = z
  .strictObject({ token: z.string().min(1).max(TOKEN_CHARACTERS_MAX) })
  .openapi('OpenWidgetSession');

export const widgetSessionSchema = z
  .object({
    /** For `Authorization: Bearer …`; keep it in memory alone. */
    bearer: z.string(),
    expiresAt: z.string(),
    member: z.object({ id: z.string(), name: z.string() }),
  })
  .openapi('WidgetSession');

export const widgetMeSchema = z
  .object({
    balances: balancesSchema,
    nextExpiry: z.object({ points: z.int(), at: z.string() }).nullable(),
    /** Of the mall's rewards as `/mall` lists them: those she could redeem for points now. */
    toRedeem: z.array(z.string()),
    /** Those she could redeem now with points and cash, which is done in the mall. */
    toCombine: z.array(z.string()),
    /** Those that she has had as often as one member may. */
    atLimit: z.array(z.string()),
    /** The nearest of them that she can't afford yet, not even with cash. */
    progress: z.object({ rewardId: z.string(), missingPoints: z.int() }).nullable(),
    lastAddress: deliveryAddressSchema.nullable(),
    openRedemptions: z.int(),
  })
  .openapi('WidgetMe');
export type WidgetMe = z.infer<typeof widgetMeSchema>;

export const widgetEntryListSchema = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        at: z.string(),
        points: z.int(),
        balanceAfter: z.int(),
        label: z.string(),
        subject: z.object({ text: z.string(), locale: z.enum(LOCALES).nullable() }).nullable(),
        why: z.array(z.string()),
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('WidgetEntryList');

/** One of a reward, for points alone, at the price that was seen. */
export const widgetRedeemSchema = z
  .strictObject({
    rewardId: z.string().min(1).max(64),
    priceVersion: z.int().min(1),
    pointsEach: z.int().min(1),
    /** Null where nothing is delivered: a coupon, a service, or what she picks up. */
    delivery: deliveryAddressSchema
      .refine(({ phone, country }) => isPhoneIn(phone, country), {
        path: ['phone'],
        message: 'not_a_phone_number',
      })
      .nullable()
      .default(null),
    /** She fetches goods in the shop, of one with several branches at this one. */
    pickUp: z.boolean().default(false),
    branchId: z.string().max(40).nullable().default(null),
    /** The parcel's fee as it was shown; null where it was not. */
    shippingFeeMinor: z.int().min(0).nullable().default(null),
    /** The six digits that were sent to her, where `proof-needed` asked for them. */
    code: z.string().max(32).nullable().default(null),
  })
  .openapi('WidgetRedeem');

/** Where in the mall it leads: a path on its own host. */
export const openTicketSchema = z.strictObject({ to: z.string().min(1).max(500) }).openapi('OpenMallTicket');
export const mallTicketSchema = z.object({ url: z.string() }).openapi('MallTicket');

export const widgetRedemptionSchema = z
  .object({
    id: z.string(),
    /** The last characters of the id: short enough to read out. */
    number: z.string(),
    state: redemptionStateSchema,
    /** The state in words. */
    label: z.string(),
    name: z.string(),
    nameLocale: z.enum(LOCALES),
    quantity: z.int(),
    points: z.int(),
    createdAt: z.string(),
    /** Why it did not come about, in words. */
    undoneBecause: z.string().nullable(),
    /** The code to show in the shop; null for goods and until it is issued. */
    voucher: z
      .object({
        code: z.string(),
        worth: z.string().nullable(),
        /** Until when it counts, in words. */
        validity: z.string(),
        validUntil: z.string().nullable(),
        usedAt: z.string().nullable(),
      })
      .nullable(),
    /** What happens next with goods, in words; nothing where a voucher says it all. */
    next: z.array(z.string()),
    /** Path on the mall, for a ticket. */
    path: z.string(),
  })
  .openapi('WidgetRedemption');
