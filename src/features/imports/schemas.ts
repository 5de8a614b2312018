import { z } from '@hono/zod-openapi';
import { IMPORT_LINES_MAX } from '../../domain/ledger/import-history.ts';
import { LOCALES } from '../../domain/locale.ts';
import { composed, writtenOnLine } from '../../lib/written-schema.ts';

/** Members in one call; a longer list comes in several, under one batch. */
const MEMBERS_MAX = 100;

const name = composed(100);
const moment = z.iso.datetime({ offset: true });

/** What was given carries when it ends; what was taken names neither date. */
const lineSchema = z.strictObject({
  lineId: name,
  movement: z.enum(['balance', 'earned', 'redeemed', 'expired']),
  points: z.int().min(1).max(1_000_000_000),
  occurredAt: moment,
  availableAt: moment.nullable().default(null),
  expiresAt: moment.nullable().default(null),
  /** What the purchase cost that earned the points, in minor units of the shop's currency. */
  amountMinor: z.int().min(0).nullable().default(null),
  note: writtenOnLine(200).min(1).nullable().default(null),
});

export const importMembersSchema = z
  .strictObject({
    /** The name of the list: the same member's same line has its effect once within it. */
    batchId: name,
    members: z
      .array(
        z.strictObject({
          phone: z.string().min(4).max(32).nullable().default(null),
          email: z.string().min(3).max(254).nullable().default(null),
          externalId: composed(128).nullable().default(null),
          displayName: writtenOnLine(80).min(1).nullable().default(null),
          locale: z.enum(LOCALES).nullable().default(null),
          /** Since when she has been a customer; null: from now on. */
          memberSince: moment.nullable().default(null),
          lines: z.array(lineSchema).max(IMPORT_LINES_MAX),
        }),
      )
      .min(1)
      .max(MEMBERS_MAX),
  })
  .openapi('ImportMembers');
export type ImportMembersInput = z.infer<typeof importMembersSchema>;

/** One answer for each member of the call, in its order; `refusal` says why nothing of hers was taken. */
export const importedMembersSchema = z
  .object({
    members: z.array(
      z.object({
        memberId: z.string().nullable(),
        joined: z.boolean(),
        importedLines: z.int(),
        knownLines: z.int(),
        refusal: z
          .object({ code: z.string(), field: z.string().nullable(), reason: z.string().nullable() })
          .nullable(),
      }),
    ),
  })
  .openapi('ImportedMembers');
export type ImportedMember = z.infer<typeof importedMembersSchema>['members'][number];
