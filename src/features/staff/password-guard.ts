import type { Services } from '../../context.ts';
import { hmacBase64Url } from '../../lib/hash.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { clearTries, returnTry, takeTry } from './try-queries.ts';

/** Passwords tried in a row for one address, from wherever they come, before it is locked. */
const TRIES_MAX = 10;
const LOCK_MS = 15 * 60_000;

type GuardServices = Pick<Services, 'authDb' | 'clock' | 'config'>;

/**
 * Guards one address's password against guessing from many clients at once, which limits per client
 * cannot see: the try is counted before the password is looked at. Says the same whether or not the
 * address has an account.
 */
export async function takePasswordTry(services: GuardServices, email: string): Promise<Result<null>> {
  const nowMs = services.clock.nowMs();
  const key = keyOf(services, email);
  const usedUp = await takeTry(services.authDb, { key, nowMs, windowMs: LOCK_MS, triesMax: TRIES_MAX });
  if (usedUp === null) return succeed(null);
  const waitMs = Math.max(1, usedUp.lastMs + LOCK_MS - nowMs);
  return refuse({ code: 'locked', minutes: Math.ceil(waitMs / 60_000) });
}

/** A right password forgives the tries before it; a request in which none was looked at counts none. */
export async function settlePasswordTry(
  services: GuardServices,
  email: string,
  end: 'right' | 'wrong' | 'untried',
): Promise<void> {
  const key = keyOf(services, email);
  if (end === 'right') await clearTries(services.authDb, key);
  if (end === 'untried') await returnTry(services.authDb, key);
}

function keyOf({ config }: GuardServices, email: string): string {
  return `password:${hmacBase64Url(config.authSecret, email.trim().toLowerCase())}`;
}
