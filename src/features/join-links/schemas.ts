import { z } from '@hono/zod-openapi';
import { JOIN_LINK_NAME_MAX } from '../../domain/join-link.ts';
import { JOIN_SHEETS } from '../../domain/join-source.ts';
import { writtenOnLine } from '../../lib/written-schema.ts';

export const createJoinLinkSchema = z
  .strictObject({ name: writtenOnLine(JOIN_LINK_NAME_MAX).min(1) })
  .openapi('CreateJoinLink');
export type CreateJoinLinkInput = z.infer<typeof createJoinLinkSchema>;

/** What a code or link has led to: looks at the joining page, new members, and those who redeemed since. */
const funnel = { scans: z.int(), joins: z.int(), firstRedemptions: z.int() };

export const joinLinkSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Where its QR code leads. */
    url: z.string(),
    createdAt: z.string(),
    archivedAt: z.string().nullable(),
    ...funnel,
  })
  .openapi('JoinLink');
export type JoinLinkAnswer = z.infer<typeof joinLinkSchema>;

export const joinLinkListSchema = z
  .object({
    /** The printed sheets, which every shop has. */
    sheets: z.array(z.object({ sheet: z.enum(JOIN_SHEETS), ...funnel })),
    links: z.array(joinLinkSchema),
  })
  .openapi('JoinLinkList');
export type JoinLinkListAnswer = z.infer<typeof joinLinkListSchema>;
