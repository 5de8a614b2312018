import { SLOT } from '../mall/slot.ts';

const SECOND_MS = 1000;

/** "27:04" for what is left of the time, rounded up; null once it is over. */
export function clockLeft(leftMs: number): string | null {
  const seconds = Math.ceil(leftMs / SECOND_MS);
  if (seconds <= 0) return null;
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Counts down to a moment of the server's by the server's clock, then says that it is over. */
export function countDown(line: HTMLElement): void {
  const { until, now, left, over } = line.dataset;
  // The reader's own clock may be wrong: only what passes on it counts.
  const aheadMs = Date.now() - Number(now);
  const show = () => {
    const clock = clockLeft(Number(until) + aheadMs - Date.now());
    line.textContent = clock === null ? (over ?? '') : (left ?? '').replace(SLOT, clock);
    if (clock !== null) return;
    clearInterval(timer);
    line.setAttribute('role', 'status');
    for (const each of line.parentElement?.querySelectorAll<HTMLElement>('[data-in-time]') ?? [])
      each.hidden = true;
  };
  const timer = setInterval(show, SECOND_MS);
  show();
}
