import type { Context } from '../../context.ts';
import { type Result, refuse } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { type DesignState, wholeBody } from './get-design.ts';
import { selectDesignVersion } from './queries.ts';
import { putDraft } from './save-draft.ts';

/**
 * Makes the draft what a kept version says, so that it can be looked at and published again; members see
 * nothing of it until then. Refused as `saveDraft` is.
 */
export async function restoreDesign({
  ctx,
  input: { version, draftVersion },
}: {
  ctx: Context;
  input: { version: number; draftVersion: string };
}): Promise<Result<DesignState>> {
  const [[kept]] = await ctx.db.batch(ctx.tenant.id, [selectDesignVersion(ctx, version)]);
  if (!kept) return refuse({ code: 'not_found' });
  return putDraft(ctx, draftVersion, () => wholeBody(kept.body), [
    addAuditRow(ctx, 'design.restore', null, { version }),
  ]);
}
