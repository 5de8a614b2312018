import type { Context } from '../../context.ts';
import { checklistOf } from '../../domain/checklist.ts';
import { countLiveRewards } from '../home/queries.ts';
import { getPaymentSettings } from '../payments/get-payment-settings.ts';
import { selectHasRealMember } from '../poster/queries.ts';
import { listStaff } from '../staff/list-staff.ts';
import { selectChecklist, selectImported, selectJoinedBySheet, selectPointsGiven } from './queries.ts';
import type { ChecklistAnswer } from './schemas.ts';

/** What a new shop has done of its first steps, by what is so. */
export async function getChecklist({ ctx }: { ctx: Context }): Promise<ChecklistAnswer> {
  const [[[kept], [joined], [given], [shelf], [counted], [imported]], staff, payments] = await Promise.all([
    ctx.db.batch(ctx.tenant.id, [
      selectChecklist(ctx),
      selectJoinedBySheet(ctx),
      selectPointsGiven(ctx),
      countLiveRewards(ctx),
      selectHasRealMember(ctx),
      selectImported(ctx),
    ]),
    listStaff({ ctx }),
    getPaymentSettings({ ctx }),
  ]);
  const liveRewards = shelf?.liveRewards ?? 0;
  return {
    hidden: (kept?.hiddenAtMs ?? null) !== null,
    isNewShop: !counted?.hasRealMembers,
    liveRewards,
    steps: checklistOf({
      liveRewards,
      sheetUsed: (kept?.sheetSavedAtMs ?? null) !== null || joined !== undefined,
      pointsGiven: given?.pointsGiven ?? false,
      hasColleague: staff.members.length > 1 || staff.invitations.length > 0,
      listImported: imported !== undefined,
      takesCards: payments.cardsAvailable ? payments.chargesEnabled : null,
    }),
  };
}
