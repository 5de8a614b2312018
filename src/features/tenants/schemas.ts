import { z } from '@hono/zod-openapi';
import { INDUSTRIES } from '../../domain/industry.ts';
import { LOCALES } from '../../domain/locale.ts';
import { GOALS } from '../../domain/shop.ts';
import { NOTICE_DAYS } from '../../domain/shop-closing.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

/** Names stand in subjects of mail and in addresses of pages: no control characters, no line ends. */
export const shopNameSchema = writtenOnLine(60).min(1);

const currencySchema = z.string().refine((code) => CURRENCIES.has(code), 'unknown_currency');
const timeZoneSchema = z.string().max(64).refine(isTimeZone, 'unknown_time_zone');
const pointsFormSchema = z.strictObject({
  one: writtenOnLine(20).min(1),
  other: writtenOnLine(20).min(1),
});
const pointsNameSchema = z.strictObject({
  'zh-CN': pointsFormSchema,
  'zh-TW': pointsFormSchema,
  en: pointsFormSchema,
});
const contactSchema = z.strictObject({
  phone: writtenOnLine(40).nullable(),
  email: writtenOnLine(254).nullable(),
  address: writtenOnLine(200).nullable(),
  /** An account's name on WeChat. */
  wechat: writtenOnLine(40).nullable().optional(),
  /** Whether members may fetch goods in the shop; left out: they may where there is an address or a counter. */
  pickUp: z.boolean().optional(),
});

export const createTenantSchema = z
  .strictObject({
    name: shopNameSchema,
    slug: z.string().max(63),
    industry: z.enum(INDUSTRIES),
    currency: currencySchema,
    timeZone: timeZoneSchema,
    locale: z.enum(LOCALES),
  })
  .openapi('CreateTenant');
export type CreateTenantInput = z.infer<typeof createTenantSchema>;

export const updateTenantSchema = z
  .strictObject({
    name: shopNameSchema,
    industry: z.enum(INDUSTRIES),
    currency: currencySchema,
    timeZone: timeZoneSchema,
    locale: z.enum(LOCALES),
    contact: contactSchema,
  })
  .partial()
  .openapi('UpdateTenant');
export type UpdateTenantInput = z.infer<typeof updateTenantSchema>;

export const changeSlugSchema = z.strictObject({ slug: z.string().max(63) }).openapi('ChangeSlug');

export const tenantSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    state: z.enum(['building', 'open']),
    locale: z.enum(LOCALES),
    currency: z.string(),
    timeZone: z.string(),
    industry: z.string(),
    pointsName: pointsNameSchema,
    contact: contactSchema,
    /** What the owner opens the mall for; null while she has not said. */
    goal: z.enum(GOALS).nullable(),
    mallUrl: z.string(),
    /** Null where nobody asked to close it. Until `reopenUntil` the owner has it back as it was. */
    closing: z
      .object({
        isClosed: z.boolean(),
        closesAt: z.string(),
        earnsUntil: z.string(),
        reopenUntil: z.string(),
        mayReopen: z.boolean(),
      })
      .nullable(),
  })
  .openapi('Tenant');
export type TenantAnswer = z.infer<typeof tenantSchema>;

export const closeTenantSchema = z
  .strictObject({
    /** The shop's name or its address, typed by hand. */
    typed: z.string().max(100),
    days: z.literal(NOTICE_DAYS),
    /** No points from now on; what members have they may redeem until the date. */
    stopsEarning: z.boolean(),
  })
  .openapi('CloseTenant');
export type CloseTenantInput = z.infer<typeof closeTenantSchema>;

/** What members hold, and what of their redemptions is not settled; cash in minor units. */
export const closingSchema = z
  .object({
    holders: z.int(),
    heldPoints: z.int(),
    toFulfil: z.int(),
    vouchers: z.int(),
    awaitingPayment: z.int(),
    refunds: z.int(),
    /** Cash that was paid for what is not handed over yet. */
    paidMinor: z.int(),
    /** What the owner said that she keeps of a sale; null: what is usual in her industry. */
    marginPercent: z.int().nullable(),
  })
  .openapi('Closing');
export type ClosingAnswer = z.infer<typeof closingSchema>;

export const slugSchema = z
  .object({ free: z.boolean(), reason: z.enum(['taken', 'reserved', 'malformed']).nullable() })
  .openapi('SlugAnswer');

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
