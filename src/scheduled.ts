import { failureFields, type Log } from './lib/log.ts';
import type { ObjectBindings } from './projection/objects.ts';
import { sweepDueObjects, touchSlice } from './projection/sweep.ts';

/** The hourly cron of wrangler.toml; every other one is the minute's. */
const HOURLY = '7 * * * *';

/** Wakes what an alarm has lost: the overdue every minute, and once an hour a slice of everything. */
export async function runScheduled(cron: string, env: ObjectBindings, log: Log): Promise<void> {
  try {
    const figures = cron === HOURLY ? await touchSlice(env) : await sweepDueObjects(env);
    if (figures.found > 0) log.info('sweep', { cron, ...figures });
  } catch (failure) {
    // The next run tries again: a cron that throws would only be counted as failed.
    log.error('sweep failed', { cron, ...failureFields(failure) });
  }
}
