import type { Context } from '../../context.ts';
import { paymentsOf } from '../publication/build-manifest.ts';
import { manifestKey } from '../publication/edge-keys.ts';
import type { MallManifest } from '../publication/manifest.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { selectNewestPublication } from '../publication/queries.ts';
import { selectPaymentAccount } from './queries.ts';

/**
 * Publishes the mall anew where it tells members of other ways to pay than there are. Compares with
 * what is published and what the edge has, not with what was changed, so that a publish that was cut
 * off is caught up by the next call. A mall that was never published says it with its first.
 */
export async function republishPayments({ ctx }: { ctx: Context }): Promise<void> {
  const [[[newest], [row]], atEdge] = await Promise.all([
    ctx.db.batch(ctx.tenant.id, [selectNewestPublication(ctx), selectPaymentAccount(ctx)]),
    ctx.edge.get<Published>(manifestKey(ctx.tenant.id), 'json'),
  ]);
  if (!newest) return;
  const now = paymentsOf(row ?? null);
  const says = (published: Published | null) =>
    published?.payments?.online === now.online && published.payments.counter === now.counter;
  if (says(newest.manifest as Published) && says(atEdge)) return;
  await publishMall({ ctx });
}

/** What an older release published says nothing of payments. */
type Published = Partial<Pick<MallManifest, 'payments'>>;
