import { env as startEnv } from 'cloudflare:workers';
import { appOf } from './app.ts';
import { configOf, startLocalClock } from './config.ts';
import type { JournalMessage } from './domain/journal.ts';
import { hostKind } from './http/hosts.ts';
import { consoleLog } from './lib/log.ts';
import { handleQueue } from './projection/handle-queue.ts';
import { runScheduled } from './scheduled.ts';

export { PointsAccount } from './account/points-account.ts';
export { RewardStock } from './stock/reward-stock.ts';

// Before the first event, whichever it is: an alarm must not ring at the machine's time.
startLocalClock(startEnv);

export default {
  async fetch(request, env, executionContext) {
    const { rootHost } = configOf(env);
    const app = appOf(hostKind(new URL(request.url).host, rootHost));
    return app.fetch(request, env, executionContext);
  },
  queue: (batch, env) => handleQueue(batch, env),
  scheduled: ({ cron }, env, execution) => runScheduled(cron, env, execution, consoleLog({ part: 'cron' })),
} satisfies ExportedHandler<Env, JournalMessage>;
