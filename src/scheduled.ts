import { failureFields, type Log } from './lib/log.ts';
import { type SweepFigures, sweepDueObjects, touchSlice } from './projection/sweep.ts';
import { type DeployBindings, touchAfterDeploy } from './projection/touch-after-deploy.ts';

/** The hourly cron of wrangler.toml; every other one is the minute's. */
const HOURLY = '7 * * * *';

/** Wakes what an alarm has lost: the overdue every minute, a slice an hour, and everything after a deploy. */
export async function runScheduled(cron: string, env: DeployBindings, log: Log): Promise<void> {
  const attempt = async (what: string, sweep: () => Promise<SweepFigures>) => {
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
}
