import { afterKey, type Burst } from '../counter/use-barcode-gun.ts';

/** How many digits a PIN has. */
export const PIN_DIGITS = 6;

/** Keys that came in one go, and the PIN as it stood before them. */
export type Keyed = { burst: Burst; before: string };

/**
 * The PIN after one more key of a keyboard. A code that a gun reads has letters: the digits that came with them in
 * one go are no try at a PIN, and are taken back.
 */
export function pinAfterKey(pin: string, keyed: Keyed | null, key: string, atMs: number) {
  const burst = afterKey(keyed?.burst ?? null, key, atMs);
  const before = burst.text.length === 1 || keyed === null ? pin : keyed.before;
  const typed = pin.length < PIN_DIGITS ? `${pin}${key}` : pin;
  return { pin: /^\d+$/.test(burst.text) ? typed : before, keyed: { burst, before } };
}
