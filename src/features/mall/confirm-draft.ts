import { z } from 'zod';
import type { AppContext } from '../../http/env.ts';
import { ADDRESS_FIELDS, type TypedAddress } from './address-form.ts';
import { formOwner, isAnothers } from './form-owner.ts';
import { dropText, keepText, keptText } from './kept-text.ts';

/** Long enough to sign in again, short enough for a device that others use too. */
const DRAFT_SECONDS = 1800;

const draftSchema = z.object({
  rewardId: z.string(),
  /** Sent again from its page, it is the same order. */
  key: z.string(),
  typed: z.record(z.enum(ADDRESS_FIELDS), z.string()),
  /** The price as it was asked for, which after a change is newer than the published mall's. */
  terms: z.object({ priceVersion: z.int(), pointsEach: z.int(), cashEachMinor: z.int() }),
  payment: z.enum(['online', 'counter']).nullable(),
  /** How it is to come to her. */
  receive: z.string().max(60).default('send'),
  /** What the last attempt was refused for, in words, where another address or way would be taken. */
  refusal: z.string().nullable().default(null),
  priceChanged: z.boolean(),
  /** The parcel's fee as it was asked for last; null before it was refused for another. */
  shippingFeeMinor: z.int().min(0).nullable().default(null),
  /** What the form that was sent said, where that is not so any more. */
  was: z
    .object({ pointsEach: z.int(), cashEachMinor: z.int(), shippingFeeMinor: z.int().nullable() })
    .nullable()
    .default(null),
  /** Whose form it was; nobody else finds it. */
  as: z.string().nullable().default(null),
  /** Where a code went that the form asks for, and what the last one was refused for, in words. */
  proof: z.object({ sentTo: z.string(), error: z.string().nullable() }).nullish(),
});

/** A confirm form that was sent and not taken: its page is a page of its own, which Back and reload find. */
export type ConfirmDraft = Omit<z.infer<typeof draftSchema>, 'as'> & { typed: TypedAddress };

/** Keeps what was typed in the reader's browser; false where it is too much to keep. */
export async function keepDraft(c: AppContext, draft: ConfirmDraft): Promise<boolean> {
  const text = JSON.stringify({ ...draft, as: await formOwner(c) });
  return keepText(c, 'pm_confirm', { text, seconds: DRAFT_SECONDS });
}

/** What she typed for this reward a while ago. */
export async function readDraft(c: AppContext, rewardId: string): Promise<ConfirmDraft | null> {
  const text = await keptText(c, 'pm_confirm');
  const draft = text === null ? null : draftSchema.safeParse(JSON.parse(text)).data;
  return draft?.rewardId === rewardId && !isAnothers(c, draft.as) ? draft : null;
}

export function dropDraft(c: AppContext): void {
  dropText(c, 'pm_confirm');
}
