import type { Context } from '../../context.ts';
import { monthAround, tenantDay } from '../../domain/calendar.ts';
import { offersPickUp } from '../../domain/pick-up.ts';
import { AppError } from '../../lib/app-error.ts';
import { selectSettings } from '../counter/queries.ts';
import { settingsOf } from '../counter/settings.ts';
import { selectPaymentAccount } from '../payments/queries.ts';
import { selectForm } from '../profile-form/queries.ts';
import { paymentsOf } from '../publication/build-manifest.ts';
import { selectTenant } from '../tenants/queries.ts';
import { countActive, countSettings } from './queries.ts';
import type { SettingsAnswer } from './schemas.ts';

/** Members who may be active in a month of the one plan that shops have so far. */
const ACTIVE_MEMBERS_MAX = 200;
const LETTERS_SHOWN_MS = 30 * 24 * 60 * 60 * 1000;

/** What the shop has set, and the figures that tell each part's state in a line. */
export async function getSettings({ ctx }: { ctx: Context }): Promise<SettingsAnswer> {
  const nowMs = ctx.clock.nowMs();
  const since = tenantDay(monthAround(nowMs, ctx.tenant.timeZone).fromMs, ctx.tenant.timeZone);
  const [[row], [counted], [active], [form], [counter], [account]] = await ctx.db.batch(ctx.tenant.id, [
    selectTenant(ctx.db, ctx.tenant.id),
    countSettings(ctx, nowMs - LETTERS_SHOWN_MS),
    countActive(ctx, since),
    selectForm(ctx),
    selectSettings(ctx),
    selectPaymentAccount(ctx),
  ]);
  if (!row || !counted) throw new AppError('not_found');
  const {
    branches = null,
    delivery = null,
    returns = null,
    languages = null,
    developers = null,
  } = row.settings ?? {};
  const { limits } = settingsOf(ctx.tenant, counter, undefined);
  const payments = paymentsOf(account ?? null);
  return {
    settings: { branches, delivery, returns, languages, developers },
    pickUp: offersPickUp(row.contact, payments.counter, row.settings ?? undefined),
    developers: developers ?? (counted.apiKeys > 0 || counted.origins > 0),
    figures: {
      ...counted,
      ...limits,
      ...payments,
      memberQuestions: form?.questions.length ?? 0,
      memberQuestionPoints: form?.points ?? 0,
    },
    plan: { activeMembers: active?.members ?? 0, activeMembersMax: ACTIVE_MEMBERS_MAX, since },
  };
}
