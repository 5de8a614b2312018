import type { Context } from '../../context.ts';
import { termsAt } from '../../domain/catalogue/price-terms.ts';
import type { VoucherTerms } from '../../domain/catalogue/reward-kind.ts';
import { voucherCodeOf } from '../../domain/redemption/voucher.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import type { RewardCard } from '../publication/manifest.ts';
import { selectShownReward } from '../publication/queries.ts';
import { insertVoucherCode, selectCodeOf } from './voucher-queries.ts';

/** A shop with a million vouchers draws a code twice once in half a million times; so often it is a fault. */
const ATTEMPTS_MAX = 5;
const RANDOM_BYTES = 32;

/**
 * What a redemption of a coupon or a service will issue: the terms that were seen, and a code that from
 * now on names this redemption. Asked again, it is the same code.
 */
export async function registerVoucher(
  ctx: Context,
  {
    card,
    priceVersion,
    ...wanted
  }: {
    card: RewardCard;
    priceVersion: number;
    memberId: string;
    redemptionId: string;
  },
): Promise<Result<{ terms: VoucherTerms; code: string }>> {
  const nowMs = ctx.clock.nowMs();
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const drawn = voucherCodeOf(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
    if (drawn === null) continue;
    const row = { tenantId: ctx.tenant.id, code: drawn, ...wanted, createdAtMs: nowMs };
    const [, [registered], [reward]] = await ctx.db.batch(ctx.tenant.id, [
      insertVoucherCode(ctx, row),
      selectCodeOf(ctx, wanted.redemptionId),
      selectShownReward(ctx, card.rewardId),
    ]);
    // The snapshot may be older than the price that she saw; what is published stands here.
    const published = reward?.published ?? card;
    const terms = [published.current, published.next].find((each) => each?.priceVersion === priceVersion);
    if (!terms?.voucher) {
      const { current } = termsAt(published, nowMs);
      const { pointsEach, mix } = current;
      return refuse({
        code: 'price_changed',
        priceVersion: current.priceVersion,
        pointsEach,
        ...(mix && { mix }),
      });
    }
    if (registered) return succeed({ terms: terms.voucher, code: registered.code });
  }
  throw new Error('no free voucher code in five attempts');
}
