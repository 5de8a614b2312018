import type { Context, Tenant } from './context.ts';
import { creditOverdueOrders } from './features/orders/credit-overdue-orders.ts';
import { contextOf, servicesOf } from './http/services.ts';
import { failureFields, type Log } from './lib/log.ts';
import { sweepDueObjects, touchSlice } from './projection/sweep.ts';
import { touchAfterDeploy } from './projection/touch-after-deploy.ts';

/** The hourly cron of wrangler.toml; every other one is the minute's. */
const HOURLY = '7 * * * *';

/** Orders credited in one run: a minute's worth of calls, so that what is left is never far behind. */
const ORDERS_PER_RUN = 200;

/**
 * Wakes what an alarm has lost: the overdue every minute, a slice an hour, and everything after a
 * deploy. Every minute too it credits orders that a crash has kept from their account.
 */
export async function runScheduled(
  cron: string,
  env: Env,
  execution: Pick<ExecutionContext, 'waitUntil'>,
  log: Log,
): Promise<void> {
  const attempt = async (what: string, sweep: () => Promise<{ found: number }>) => {
    try {
      const figures = await sweep();
      if (figures.found > 0) log.info(what, { cron, ...figures });
    } catch (failure) {
      // The next run tries again: a cron that throws would only be counted as failed.
      log.error(`${what} failed`, { cron, ...failureFields(failure) });
    }
  };
  if (cron === HOURLY) return attempt('sweep', () => touchSlice(env));
  await attempt('sweep', () => sweepDueObjects(env));
  await attempt('touch after deploy', () => touchAfterDeploy(env));
  await attempt('overdue orders', () => creditOrders(env, execution));
}

function creditOrders(env: Env, execution: Pick<ExecutionContext, 'waitUntil'>) {
  const defer = (work: Promise<unknown>) => execution.waitUntil(work);
  const ctx = servicesOf(env, { requestId: 'cron', locale: 'en', defer });
  const enter = (tenant: Tenant): Context => contextOf(env, ctx, tenant, { kind: 'system', name: 'cron' });
  return creditOverdueOrders({ ctx, input: { enter, limit: ORDERS_PER_RUN } });
}
