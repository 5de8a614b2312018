import { z } from '@hono/zod-openapi';
import { CHECKLIST_ITEMS } from '../../domain/checklist.ts';

export const checklistSchema = z
  .object({
    hidden: z.boolean(),
    /** Nobody but the owner's own try has joined. */
    isNewShop: z.boolean(),
    liveRewards: z.int(),
    steps: z.array(z.object({ item: z.enum(CHECKLIST_ITEMS), done: z.boolean(), optional: z.boolean() })),
  })
  .openapi('Checklist');
export type ChecklistAnswer = z.infer<typeof checklistSchema>;

export const hideChecklistSchema = z.strictObject({ hidden: z.boolean() }).openapi('HideChecklist');
