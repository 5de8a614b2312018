import type { DeviceClerk } from './api.ts';

/** The letter that stands for somebody: the last of a Chinese name, the first of any other. */
export function initialOf(name: string): string {
  const letters = [...name.trim()];
  const [first = '·'] = letters;
  const last = letters.at(-1) ?? first;
  return /\p{Script=Han}/u.test(first) ? last : first.toLocaleUpperCase();
}

/** Whom the lock screen offers: everybody the device knows but whoever it asks already. */
export function othersOn(clerks: readonly DeviceClerk[], asked: string | null): DeviceClerk[] {
  return clerks.filter(({ userId }) => userId !== asked);
}

export type LockReason = 'locked' | 'ended';

/**
 * Whom to ask for a PIN first: whoever was here, as long as her PIN still opens something; null where
 * somebody has to be chosen.
 */
export function askedFirst(
  reason: LockReason,
  own: DeviceClerk,
  clerks: readonly DeviceClerk[],
): DeviceClerk | null {
  if (reason === 'locked') return own;
  return clerks.find(({ userId }) => userId === own.userId) ?? null;
}
