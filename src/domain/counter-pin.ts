/** After so long without a request of hers a clerk's PIN is asked for again. */
export const LOCK_AFTER_MS = 5 * 60_000;

/** What people try first at a till they found: one digit, a run, or a part said again. */
export function isGuessablePin(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  const isRun = new Set(steps).size === 1 && [0, 1, 9].includes(steps[0] ?? 0);
  const isPairs = /^(\d)\1(\d)\2(\d)\3$/.test(pin);
  return isRun || isPairs || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin);
}

/** Whether a text is six digits, as a PIN is. */
export function isPin(text: string): boolean {
  return /^\d{6}$/.test(text);
}
