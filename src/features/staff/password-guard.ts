import type { Services } from '../../context.ts';
import { hmacBase64Url } from '../../lib/hash.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { clearFailures, countFailure, selectFailures } from './failure-queries.ts';

/** Wrong passwords in a row for one address, from wherever they come, before it is locked. */
const FAILURES_MAX = 10;
const LOCK_MS = 15 * 60_000;

type GuardServices = Pick<Services, 'authDb' | 'clock' | 'config'>;

/**
 * Guards one address's password against guessing from many clients at once, which limits per client
 * cannot see. Says the same whether or not the address has an account.
 */
export async function checkPasswordLock(services: GuardServices, email: string): Promise<Result<null>> {
  const failures = await selectFailures(services.authDb, keyOf(services, email));
  const endsMs = (failures?.lastMs ?? 0) + LOCK_MS;
  const nowMs = services.clock.nowMs();
  if (!failures || failures.count < FAILURES_MAX || endsMs <= nowMs) return succeed(null);
  return refuse({ code: 'locked', minutes: Math.ceil((endsMs - nowMs) / 60_000) });
}

/** Writes down how an attempt ended: a right password forgives the wrong ones before it. */
export async function recordPasswordAttempt(services: GuardServices, email: string, right: boolean) {
  const key = keyOf(services, email);
  if (right) return clearFailures(services.authDb, key);
  return countFailure(services.authDb, { key, nowMs: services.clock.nowMs(), windowMs: LOCK_MS });
}

function keyOf({ config }: GuardServices, email: string): string {
  return `password:${hmacBase64Url(config.authSecret, email.trim().toLowerCase())}`;
}
