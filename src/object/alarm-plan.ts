/** A piece of pending work. `dueAtMs` null means that there is none. */
export type Deadline = { name: string; dueAtMs: number | null };
/** A job that failed waits until `retryAtMs`, however long it has been due. */
export type Failure = { failures: number; retryAtMs: number };

const RETRY_BASE_MS = 2_000;
/** A job that keeps failing still runs every five minutes, so a repaired dependency is soon noticed. */
const RETRY_MAX_MS = 300_000;
/**
 * A stored alarm this far in the past is dead: after about seven failures the runtime drops an
 * alarm for good while getAlarm() keeps showing its time.
 */
const DEAD_AFTER_MS = 30_000;

/** How long the job waits after that many failures in a row. */
export function backoffMs(failures: number): number {
  return Math.min(RETRY_BASE_MS * 2 ** Math.max(0, failures - 1), RETRY_MAX_MS);
}

/** When the job may next run, its own backoff included. */
export function effectiveDueAtMs(deadline: Deadline, failures: ReadonlyMap<string, Failure>): number | null {
  if (deadline.dueAtMs === null) return null;
  return Math.max(deadline.dueAtMs, failures.get(deadline.name)?.retryAtMs ?? deadline.dueAtMs);
}

/** The one alarm: the earliest time at which any job may run, or null where nothing is pending. */
export function nextAlarmAtMs(
  deadlines: readonly Deadline[],
  failures: ReadonlyMap<string, Failure>,
): number | null {
  const times = deadlines
    .map((deadline) => effectiveDueAtMs(deadline, failures))
    .filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** Jobs that may run now, the longest due first. */
export function dueJobs<Job extends Deadline>(
  jobs: readonly Job[],
  failures: ReadonlyMap<string, Failure>,
  nowMs: number,
): Job[] {
  const due = jobs.flatMap((job) => {
    const atMs = effectiveDueAtMs(job, failures);
    return atMs !== null && atMs <= nowMs ? [{ job, atMs }] : [];
  });
  return due.sort((left, right) => left.atMs - right.atMs).map(({ job }) => job);
}

export type Arming = { kind: 'keep' } | { kind: 'clear' } | { kind: 'set'; atMs: number };

/** What to do with the stored alarm, which is kept only where it is alive and says what it should. */
export function planArming(state: {
  armedAtMs: number | null;
  dueAtMs: number | null;
  nowMs: number;
}): Arming {
  const { armedAtMs, dueAtMs, nowMs } = state;
  if (dueAtMs === null) return armedAtMs === null ? { kind: 'keep' } : { kind: 'clear' };
  const atMs = Math.max(dueAtMs, nowMs);
  if (armedAtMs === null || armedAtMs < nowMs - DEAD_AFTER_MS) return { kind: 'set', atMs };
  const firesAtOnce = armedAtMs <= nowMs && dueAtMs <= nowMs;
  return firesAtOnce || armedAtMs === atMs ? { kind: 'keep' } : { kind: 'set', atMs };
}
