import { z } from '@hono/zod-openapi';
import { SIGN_UP_BONUS_MAX, VISIT_POINTS_MAX } from '../../domain/programme/check-programme.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';

const RATE_PART_MAX = 1_000_000;

export const rateSchema = z
  .strictObject({
    numerator: z.int().min(0).max(RATE_PART_MAX),
    denominator: z.int().min(1).max(RATE_PART_MAX),
  })
  .openapi('Rate', {
    description: 'Points per one major unit of the currency, exact: 50% is 1/2, 100 points per ¥ is 100/1.',
    example: { numerator: 1, denominator: 2 },
  });

export const expirySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('never') }),
    z.strictObject({ kind: z.literal('rolling'), days: z.int().min(1).max(3650) }),
    z.strictObject({ kind: z.literal('end_of_next_year') }),
  ])
  .openapi('ExpiryPolicy');

export const publishProgrammeSchema = z
  .strictObject({
    baseRate: rateSchema,
    categoryRates: z
      .array(z.strictObject({ category: writtenOnLine(64).min(1), rate: rateSchema }))
      .max(50)
      .refine(
        (rates) => new Set(rates.map((each) => each.category)).size === rates.length,
        'category must be unique',
      )
      .default([]),
    /** Points that joining gives, once, to members who join from then on; none where left out. */
    signUpBonus: z.int().min(0).max(SIGN_UP_BONUS_MAX).optional(),
    /** Points that each attended visit gives beside what was paid; none where left out. */
    visitPoints: z.int().min(0).max(VISIT_POINTS_MAX).optional(),
    daysUntilEntry: z.int().min(0).max(365),
    expiry: expirySchema,
    clawback: z.enum(['owe', 'write_off']).default('owe'),
    graceDays: z.int().min(0).max(365).default(7),
    openHoldsMax: z.int().min(1).max(100).default(10),
    /** The newest version when this was decided, 0 for none; refused `changed_elsewhere` after another. */
    seenVersion: z.int().min(0).optional(),
  })
  .openapi('PublishProgramme');
export type PublishProgrammeInput = z.infer<typeof publishProgrammeSchema>;

export const publishedProgrammeSchema = z
  .object({
    version: z.int(),
    hash: z.string(),
    effectiveAt: z.string(),
    currency: z.string(),
    baseRate: rateSchema,
    categoryRates: z.array(z.object({ category: z.string(), rate: rateSchema })),
    signUpBonus: z.int(),
    visitPoints: z.int(),
    daysUntilEntry: z.int(),
    expiry: expirySchema,
    clawback: z.enum(['owe', 'write_off']),
    graceDays: z.int(),
    openHoldsMax: z.int(),
  })
  .openapi('PublishedProgramme');

/** `live` binds now; `next` is published and binds from its `effectiveAt`. */
export const programmeAnswerSchema = z
  .object({ live: publishedProgrammeSchema.nullable(), next: publishedProgrammeSchema.nullable() })
  .openapi('ProgrammeAnswer');
export type ProgrammeAnswer = z.infer<typeof programmeAnswerSchema>;

export const programmeVersionsSchema = z
  .object({ items: z.array(publishedProgrammeSchema) })
  .openapi('ProgrammeVersions');
export type ProgrammeVersionsAnswer = z.infer<typeof programmeVersionsSchema>;
