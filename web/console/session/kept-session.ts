import type { Me } from './session.ts';

const KEPT_UNDER = 'pointmall.counter.session';
/** As long as a shop may be without a network and still ring up. */
const KEPT_FOR_MS = 24 * 3_600_000;

/** `build` names the console that wrote it down: another one may read the settings otherwise. */
type Kept = { me: Me; counter: unknown; atMs: number; build: string };

/** Notes who works at the counter and how it is set, for a visit without a network. */
export function keepSession(me: Me, counter: unknown): void {
  const kept: Kept = { me, counter, atMs: Date.now(), build: runningBuild() };
  try {
    localStorage.setItem(KEPT_UNDER, JSON.stringify(kept));
  } catch {
    // A device without storage opens the counter with a network alone.
  }
}

/** Who worked at this counter last; null where nobody did lately. Only a screen that needs no answer may rely on it. */
export function keptSession(): Kept | null {
  const text = localStorage.getItem(KEPT_UNDER);
  if (text === null) return null;
  const kept = JSON.parse(text) as Kept;
  return Date.now() - kept.atMs < KEPT_FOR_MS ? kept : null;
}

/** The console that runs here: its entry's name carries the content of all its files. */
export const runningBuild = (): string =>
  document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';

/** Whoever signs out, or is not known to the server any more, is not served from the device either. */
export function forgetSession(): void {
  localStorage.removeItem(KEPT_UNDER);
}
