import { backoffMs, type Deadline, dueJobs, type Failure, nextAlarmAtMs } from './alarm-plan.ts';
import type { Database } from './database.ts';

/** Work that an alarm does. It may run again at any time, so it starts by reading what is left to do. */
export type Job = {
  name: string;
  dueAtMs(): number | null;
  run(nowMs: number, signal: AbortSignal): Promise<void> | void;
  /** A job still running after this long counts as failed, so that it holds up nothing else. */
  limitMs: number;
};

type StoredFailure = { job: string; failures: number; retry_at_ms: number };

/** Runs due jobs side by side, each with its own time limit and backoff. A failure is a row, never a throw. */
export class Jobs {
  #database: Database;
  #jobs: readonly Job[];
  #failures = new Map<string, Failure>();
  #running = new Set<string>();

  constructor(database: Database, jobs: readonly Job[]) {
    this.#database = database;
    this.#jobs = jobs;
    for (const row of database.all<StoredFailure>('select job, failures, retry_at_ms from job_failures'))
      this.#failures.set(row.job, { failures: row.failures, retryAtMs: row.retry_at_ms });
  }

  /** When any job may next run; names in `except` are left out. */
  nextDueAtMs(except: readonly string[] = []): number | null {
    return nextAlarmAtMs(
      this.#deadlines().filter(({ name }) => !except.includes(name)),
      this.#failures,
    );
  }

  /** Returns when every due job is done, failed or out of time. */
  async runDue(nowMs: number, realMs: () => number): Promise<void> {
    const byName = new Map(this.#jobs.map((job) => [job.name, job]));
    const due = dueJobs(this.#deadlines(), this.#failures, nowMs);
    await Promise.all(
      due.map(async ({ name }) => {
        const job = byName.get(name);
        if (!job) return;
        if (!this.#running.has(name)) return this.#runOne(job, nowMs, realMs);
        // Without a wait of its own a job that hangs would have the alarm ring again at once, for ever.
        this.recordFailure(name, new Error('still running'), nowMs);
      }),
    );
  }

  async #runOne(job: Job, nowMs: number, realMs: () => number): Promise<void> {
    this.#running.add(job.name);
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const startedMs = realMs();
    const work = Promise.resolve()
      .then(() => job.run(nowMs, controller.signal))
      .finally(() => this.#running.delete(job.name));
    try {
      const outOfTime = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('out of time')), job.limitMs);
      });
      await Promise.race([work, outOfTime]);
      this.#clearFailure(job.name);
    } catch (failure) {
      controller.abort();
      work.catch(() => {});
      this.recordFailure(job.name, failure, nowMs + (realMs() - startedMs));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Notes the failure where an operator finds it and lets the job wait longer each time. */
  recordFailure(job: string, failure: unknown, nowMs: number): void {
    const failures = (this.#failures.get(job)?.failures ?? 0) + 1;
    const retryAtMs = nowMs + backoffMs(failures);
    this.#failures.set(job, { failures, retryAtMs });
    this.#database.run(
      'insert or replace into job_failures (job, failures, retry_at_ms, error, at_ms) values (?, ?, ?, ?, ?)',
      job,
      failures,
      retryAtMs,
      String(failure).slice(0, 500),
      nowMs,
    );
  }

  /** Lets failed jobs run at once; their count stays until they succeed. */
  forgetBackoff(): void {
    for (const [job, failure] of this.#failures) this.#failures.set(job, { ...failure, retryAtMs: 0 });
  }

  #clearFailure(job: string): void {
    if (this.#failures.delete(job)) this.#database.run('delete from job_failures where job = ?', job);
  }

  #deadlines(): Deadline[] {
    return this.#jobs.map((job) => ({ name: job.name, dueAtMs: job.dueAtMs() }));
  }
}
