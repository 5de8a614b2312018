import type { Services } from '../../context.ts';
import { type AnyRefusal, type Result, refuse, succeed } from '../../lib/result.ts';
import { countTries, forgetTries, returnTries, selectLastTries, type TryLimit } from './try-queries.ts';

const MINUTE_MS = 60_000;
const LOCK_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** PINs that may be tried for one clerk in a row. */
export const TRIES_MAX = 5;

export type TryCount = TryLimit & {
  /** A right PIN forgives these tries; the others only its own, or one's own PIN would pay for guesses. */
  forgiven: boolean;
};

type TryServices = Pick<Services, 'authDb' | 'clock'>;
export type Taken = { counts: readonly TryCount[]; triesLeft: number };

/**
 * What counts guesses at one person's PIN on one device: hers, so that many devices don't help; her
 * day's, so that patience doesn't; the device's and the shop's, so that many names don't.
 */
export function countsOfSignIn(input: { tenantId: string; userId: string; deviceId: string }): TryCount[] {
  const { tenantId, userId, deviceId } = input;
  return [
    { key: `pin-shop:${tenantId}`, triesMax: 60, windowMs: LOCK_MS, forgiven: false },
    countOfDevice(deviceId),
    { key: `pin-day:${tenantId}:${userId}`, triesMax: 20, windowMs: DAY_MS, forgiven: true },
    { key: `pin:${tenantId}:${userId}`, triesMax: TRIES_MAX, windowMs: LOCK_MS, forgiven: true },
  ];
}

export function countOfDevice(deviceId: string): TryCount {
  return { key: `pin-device:${deviceId}`, triesMax: 10, windowMs: LOCK_MS, forgiven: false };
}

/** What counts guesses at whichever approver's PIN: by who types, since nobody says whose it is. */
export function countsOfApproval(input: { tenantId: string; userId: string }): TryCount[] {
  const { tenantId, userId } = input;
  return [
    { key: `approval-shop:${tenantId}`, triesMax: 30, windowMs: LOCK_MS, forgiven: false },
    { key: `approval-day:${tenantId}:${userId}`, triesMax: 20, windowMs: DAY_MS, forgiven: false },
    { key: `approval:${tenantId}:${userId}`, triesMax: TRIES_MAX, windowMs: LOCK_MS, forgiven: false },
  ];
}

/**
 * Counts a try everywhere in the statement that asks whether there is one left, before the PIN is looked
 * at: of many at once no more get through than may. Refuses `locked` with the longest wait.
 */
export async function takePinTry(
  { authDb, clock }: TryServices,
  counts: readonly TryCount[],
): Promise<Result<Taken>> {
  const nowMs = clock.nowMs();
  const taken = await countTries(authDb, counts, nowMs);
  const countOf = new Map(taken.map(({ key, count }) => [key, count]));
  const usedUp = counts.filter(({ key }) => !countOf.has(key));
  if (usedUp.length === 0) {
    const left = counts.map(({ key, triesMax }) => triesMax - (countOf.get(key) ?? 0));
    return succeed({ counts, triesLeft: Math.min(...left) });
  }
  await returnTries(authDb, [...countOf.keys()]);
  return refuse(await waitFor(authDb, usedUp, nowMs));
}

/** A right PIN: what it forgives is forgotten, the rest gets its one try back. */
export async function forgivePinTry({ authDb }: TryServices, { counts }: Taken): Promise<void> {
  const forgotten = counts.filter(({ forgiven }) => forgiven).map(({ key }) => key);
  const kept = counts.filter(({ forgiven }) => !forgiven).map(({ key }) => key);
  await Promise.all([forgetTries(authDb, forgotten), returnTries(authDb, kept)]);
}

/** Somebody gets a new PIN: what was tried before is over. */
export async function forgetPinTries(
  { authDb }: Pick<Services, 'authDb'>,
  input: { tenantId: string; userId: string },
): Promise<void> {
  const counts = countsOfSignIn({ ...input, deviceId: '' });
  await forgetTries(
    authDb,
    counts.filter(({ forgiven }) => forgiven).map(({ key }) => key),
  );
}

async function waitFor(
  authDb: Services['authDb'],
  usedUp: readonly TryCount[],
  nowMs: number,
): Promise<AnyRefusal> {
  const rows = await selectLastTries(
    authDb,
    usedUp.map(({ key }) => key),
  );
  const waits = usedUp.map(({ key, windowMs }) => {
    const lastMs = rows.find((row) => row.key === key)?.lastMs ?? nowMs;
    return lastMs + windowMs - nowMs;
  });
  return { code: 'locked', minutes: Math.ceil(Math.max(1, ...waits) / MINUTE_MS) };
}
