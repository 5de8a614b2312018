import type { Context } from '../../context.ts';
import { takesCards } from '../../domain/payment/connected-account.ts';
import { selectPaymentAccount } from './queries.ts';

/** How the cash of a redemption can be paid at this shop now; neither means points alone. */
export type PaymentOptions = {
  online: { accountId: string; applicationFeeBasisPoints: number } | null;
  counter: boolean;
};

/** Read from Postgres and not from the published mall, which may be a minute old. */
export async function paymentOptions(
  ctx: Pick<Context, 'db' | 'tenant' | 'stripe'>,
): Promise<PaymentOptions> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectPaymentAccount(ctx)]);
  if (!row) return { online: null, counter: false };
  const { accountId, applicationFeeBasisPoints, counterEnabled } = row;
  const online = ctx.stripe !== null && accountId !== null && takesCards(row);
  return {
    online: online ? { accountId, applicationFeeBasisPoints } : null,
    counter: counterEnabled,
  };
}
