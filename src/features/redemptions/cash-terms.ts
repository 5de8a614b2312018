import type { CashTerms } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { paymentOptions } from '../payments/payment-options.ts';
import type { RewardCard } from '../publication/manifest.ts';
import { mallUrlOf } from '../tenants/answers.ts';
import type { RedeemInput } from './schemas.ts';

/**
 * How the cash of a redemption is to be paid, as the member chose it and the shop takes it now; null
 * where points pay alone.
 */
export async function cashTermsOf(
  ctx: Context,
  { input, card, redemptionId }: { input: RedeemInput; card: RewardCard; redemptionId: string },
): Promise<Result<CashTerms | null>> {
  const { cashEachMinor, payment: method } = input;
  if (cashEachMinor === 0) return succeed(null);
  if (method === null) return refuse({ code: 'invalid_input', field: 'payment', reason: 'missing' });
  const { online, counter } = await paymentOptions(ctx);
  const currency = termsAt(card, ctx.clock.nowMs()).current.mix?.currency ?? ctx.tenant.currency;
  if (method === 'counter')
    return counter
      ? succeed({ method, currency })
      : refuse({ code: 'payment_unavailable', reason: 'counter' });
  if (online === null) return refuse({ code: 'payment_unavailable', reason: 'online' });
  const page = `${mallUrlOf(ctx.config, ctx.tenant.slug)}redemptions/${redemptionId}`;
  return succeed({
    method,
    currency,
    ...online,
    successUrl: `${page}/paid`,
    cancelUrl: page,
    locale: ctx.locale,
    description: null,
  });
}
