import type { Context } from '../../context.ts';
import { earnsAt, shopPhase } from '../../domain/shop-closing.ts';
import type { AnyRefusal } from '../../lib/result.ts';

type Asked = Pick<Context, 'tenant' | 'clock'>;

/** Why nothing begins in this shop any more; null while it does. What has begun goes on to its end. */
export function refusalOfClosed({ tenant, clock }: Asked): AnyRefusal | null {
  return tenant.closing && shopPhase(tenant, clock.nowMs()) === 'closed'
    ? { code: 'shop_closed', closedAtMs: tenant.closing.closesAtMs }
    : null;
}

/** Why what happened at that moment earns nothing; null where it does. */
export function refusalOfEarning({ tenant: { closing } }: Asked, atMs: number): AnyRefusal | null {
  return closing && !earnsAt(closing, atMs)
    ? { code: 'earning_ended', endedAtMs: closing.earnsUntilMs }
    : null;
}
