import type { Context, Tenant } from './context.ts';
import { publishDueDesigns } from './features/design/publish-due-designs.ts';
import { continueImports } from './features/imports/continue-imports.ts';
import { sendDueLetters } from './features/letters/send-due-letters.ts';
import { creditOverdueOrders } from './features/orders/credit-overdue-orders.ts';
import { findLostEvents } from './features/payments/find-lost-events.ts';
import { tellClosings } from './features/tenants/tell-closings.ts';
import { contextOf, servicesOf } from './http/services.ts';
import { failureFields, type Log } from './lib/log.ts';
import { sweepDueObjects, touchSlice } from './projection/sweep.ts';
import { touchAfterDeploy } from './projection/touch-after-deploy.ts';

/** The hourly cron of wrangler.toml; every other one is the minute's. */
const HOURLY = '7 * * * *';

/** Orders credited in one run: a minute's worth of calls, so that what is left is never far behind. */
const ORDERS_PER_RUN = 200;

/** Lists of members that one run takes on, and the steps that it takes in all: a third of a minute's work. */
const LISTS_PER_RUN = 20;
const STEPS_PER_RUN = 10;

/** Shops whose letters one run sends, and whose designs it publishes. */
const SHOPS_PER_RUN = 20;

/**
 * Wakes what an alarm has lost: the overdue every minute, a slice an hour, and everything after a
 * deploy. Every minute too it sends letters, tells owners of shops that close, credits orders that a crash has kept from their
 * account, and takes on lists of members that nobody watches; every hour it looks for events of Stripe's that no webhook has brought.
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
  if (cron === HOURLY) {
    await attempt('sweep', () => touchSlice(env));
    return attempt('lost events', () => findLostEvents(reachOf(env, execution)));
  }
  await attempt('sweep', () => sweepDueObjects(env));
  await attempt('touch after deploy', () => touchAfterDeploy(env));
  await attempt('scheduled designs', () => {
    const { ctx, input } = reachOf(env, execution);
    return publishDueDesigns({ ctx, input: { ...input, limit: SHOPS_PER_RUN } });
  });
  await attempt('letters', () => {
    const { ctx, input } = reachOf(env, execution);
    return sendDueLetters({ ctx, input: { ...input, limit: SHOPS_PER_RUN } });
  });
  await attempt('closings', () => {
    const { ctx, input } = reachOf(env, execution);
    return tellClosings({ ctx, input: { ...input, limit: SHOPS_PER_RUN } });
  });
  await attempt('overdue orders', () => {
    const { ctx, input } = reachOf(env, execution);
    return creditOverdueOrders({ ctx, input: { ...input, limit: ORDERS_PER_RUN } });
  });
  await attempt('imports', () => {
    const { ctx, input } = reachOf(env, execution);
    return continueImports({ ctx, input: { ...input, limit: LISTS_PER_RUN, stepsMax: STEPS_PER_RUN } });
  });
}

/** What a verb is given that goes from shop to shop. */
function reachOf(env: Env, execution: Pick<ExecutionContext, 'waitUntil'>) {
  const defer = (work: Promise<unknown>) => execution.waitUntil(work);
  const ctx = servicesOf(env, { requestId: 'cron', locale: 'en', defer });
  const enter = (tenant: Tenant): Context => contextOf(env, ctx, tenant, { kind: 'system', name: 'cron' });
  return { ctx, input: { enter } };
}
