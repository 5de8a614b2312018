/** The only source of "now" outside the objects' own storage; always milliseconds since 1970 UTC. */
export type Clock = { nowMs(): number };

let localOffsetMs = 0;
let started = false;

export const clock: Clock = { nowMs: () => Date.now() + localOffsetMs };

/** How far the local clock is ahead of the machine's; alarms are armed at `dueAtMs - offset`. */
export function clockOffsetMs(): number {
  return localOffsetMs;
}

/** Moves this isolate's clock. Callers check that the environment is local: config refuses it elsewhere. */
export function setClockOffsetMs(offsetMs: number): void {
  if (!Number.isSafeInteger(offsetMs)) throw new Error(`clock offset is not an integer: ${offsetMs}`);
  localOffsetMs = offsetMs;
  started = true;
}

/** The offset that a local run begins with; once the clock has been moved it stays where it is. */
export function startClockAt(offsetMs: number): void {
  if (!started) setClockOffsetMs(offsetMs);
}
