import type { Services } from '../context.ts';
import { failureFields, type Log } from '../lib/log.ts';

/** A slug that nobody can have: asking for it proves that Postgres answers and nothing else. */
const NOBODY = '-';

type Check = 'ok' | 'failed';

/** Whether what every request stands on can be reached now. */
export async function readiness(
  services: Services,
): Promise<{ ready: boolean; checks: Record<string, Check> }> {
  const [database, edge] = await Promise.all([
    check(services.log, 'database', services.directory.resolveHost(NOBODY)),
    check(services.log, 'edge', services.edge.get('ready')),
  ]);
  return { ready: database === 'ok' && edge === 'ok', checks: { database, edge } };
}

async function check(log: Log, name: string, asked: Promise<unknown>): Promise<Check> {
  try {
    await asked;
    return 'ok';
  } catch (failure) {
    log.error('not ready', { name, ...failureFields(failure) });
    return 'failed';
  }
}
