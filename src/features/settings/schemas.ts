import { z } from '@hono/zod-openapi';
import { DELIVERY_COUNTRIES } from '../../domain/delivery-countries.ts';
import { regionsOf } from '../../domain/delivery-regions.ts';
import { LOCALES } from '../../domain/locale.ts';
import { BRANCHES_MAX, RETURN_DAYS_MAX, RETURNS_CHARACTERS_MAX } from '../../domain/shop-settings.ts';
import { written, writtenOnLine } from '../../lib/written-schema.ts';

const FEE_MINOR_MAX = 100_000_000;
const FREE_FROM_POINTS_MAX = 100_000_000;

const branchSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/),
  name: writtenOnLine(40).min(1),
  address: writtenOnLine(200).min(1),
  phone: writtenOnLine(40).min(1).nullable(),
  hours: writtenOnLine(100).min(1).nullable(),
  mapUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
  pickUp: z.boolean(),
});

const branchesSchema = z
  .array(branchSchema)
  .max(BRANCHES_MAX)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'twice');

const areaSchema = z
  .strictObject({
    country: z.string().refine((code) => DELIVERY_COUNTRIES.includes(code), 'unknown_country'),
    regions: z.array(z.string()).min(1).nullable(),
  })
  .refine(
    ({ country, regions }) =>
      regions?.every((code) => regionsOf(country).some((known) => known.code === code)) ?? true,
    'unknown_region',
  );

const deliverySchema = z
  .strictObject({
    ships: z.boolean(),
    pickUp: z.boolean(),
    areas: z.array(areaSchema).min(1).max(DELIVERY_COUNTRIES.length).nullable(),
    fee: z
      .strictObject({
        amountMinor: z.int().min(1).max(FEE_MINOR_MAX),
        freeFromPoints: z.int().min(1).max(FREE_FROM_POINTS_MAX).nullable(),
      })
      .nullable(),
  })
  .refine(({ ships, pickUp }) => ships || pickUp, 'no_way');

const returnsTextSchema = written(RETURNS_CHARACTERS_MAX).min(1).optional();
const returnsSchema = z.strictObject({
  days: z.int().min(0).max(RETURN_DAYS_MAX),
  texts: z.strictObject({ 'zh-CN': returnsTextSchema, 'zh-TW': returnsTextSchema, en: returnsTextSchema }),
});

/** The shop's own first: what is missing in another falls back to it. */
const languagesSchema = z
  .array(z.enum(LOCALES))
  .min(1)
  .refine((all) => new Set(all).size === all.length, 'twice');

const seen = <Schema extends z.ZodType>(schema: Schema) => ({ value: schema, seen: schema.nullable() });

/** One section anew; `seen` is what stood there when it was read, null where it had never been changed. */
export const changeSettingsSchema = z
  .discriminatedUnion('section', [
    z.strictObject({ section: z.literal('branches'), ...seen(branchesSchema) }),
    z.strictObject({ section: z.literal('delivery'), ...seen(deliverySchema) }),
    z.strictObject({ section: z.literal('returns'), ...seen(returnsSchema) }),
    z.strictObject({ section: z.literal('languages'), ...seen(languagesSchema) }),
    z.strictObject({ section: z.literal('developers'), ...seen(z.boolean()) }),
  ])
  .openapi('ChangeSettings');
export type ChangeSettingsInput = z.infer<typeof changeSettingsSchema>;

export const settingsSchema = z
  .object({
    settings: z.object({
      branches: branchesSchema.nullable(),
      delivery: deliverySchema.nullable(),
      returns: returnsSchema.nullable(),
      languages: languagesSchema.nullable(),
      developers: z.boolean().nullable(),
    }),
    /** Whether members may fetch goods, as it holds now. */
    pickUp: z.boolean(),
    /** Whether keys and the widget are offered. */
    developers: z.boolean(),
    figures: z.object({
      apiKeys: z.int(),
      origins: z.int(),
      memberQuestions: z.int(),
      memberQuestionPoints: z.int(),
      grantPoints: z.int(),
      dayPoints: z.int(),
      online: z.boolean(),
      counter: z.boolean(),
      lettersSent: z.int(),
      lettersFailed: z.int(),
    }),
    /** Members who bought or redeemed since the month began, of those that the plan holds. */
    plan: z.object({ activeMembers: z.int(), activeMembersMax: z.int(), since: z.string() }),
  })
  .openapi('Settings');
export type SettingsAnswer = z.infer<typeof settingsSchema>;
