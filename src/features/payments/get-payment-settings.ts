import type { Context } from '../../context.ts';
import { paymentSettingsAnswer } from './answers.ts';
import { selectPaymentAccount } from './queries.ts';
import type { PaymentSettings } from './schemas.ts';

/** How the shop takes cash, as last heard from Stripe; asks nobody outside. */
export async function getPaymentSettings({ ctx }: { ctx: Context }): Promise<PaymentSettings> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectPaymentAccount(ctx)]);
  return paymentSettingsAnswer(ctx.config, row ?? null);
}
