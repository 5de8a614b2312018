import type { Context } from '../../context.ts';
import { selectAwaitingPayment } from './event-queries.ts';

const PAGE = 100;
const AT_ONCE = 5;

/**
 * Has every payment that is awaited looked at, as the history knows them: after the shop has shut us out
 * of its account nobody is shown the way to pay any more, and what Stripe still lets us close is closed.
 * One that cannot be reached is logged: its own account looks within minutes.
 */
export async function lookAtAwaited({ ctx }: { ctx: Context }): Promise<void> {
  let afterId = '';
  for (;;) {
    const [page] = await ctx.db.batch(ctx.tenant.id, [selectAwaitingPayment(ctx, afterId, PAGE)]);
    for (let start = 0; start < page.length; start += AT_ONCE) {
      const few = page.slice(start, start + AT_ONCE);
      const looks = few.map(({ memberId, redemptionId }) =>
        ctx.accounts.of(memberId).settlePayment({ redemptionId }),
      );
      for (const [position, look] of (await Promise.allSettled(looks)).entries())
        if (look.status === 'rejected' || !look.value.ok)
          ctx.log.warn('awaited payment not looked at', { ...few[position], tenantId: ctx.tenant.id });
    }
    afterId = page.at(-1)?.redemptionId ?? '';
    if (page.length < PAGE) return;
  }
}
