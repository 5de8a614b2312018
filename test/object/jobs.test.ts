import { describe, expect, test } from 'vitest';
import type { Job } from '../../src/object/jobs.ts';
import { Jobs } from '../../src/object/jobs.ts';
import { freshAddress, inFreshObject, openMachinery } from './storage.ts';

const job = (name: string, run: Job['run'], limitMs = 1_000): Job => ({
  name,
  limitMs,
  dueAtMs: () => 5,
  run,
});
const still = () => 0;

describe('jobs', () => {
  test('that fail wait longer each time, are recorded, and hold up no other', async () => {
    const result = await inFreshObject(async (state) => {
      const { database } = openMachinery(state, freshAddress());
      let ran = 0;
      const jobs = new Jobs(database, [
        job('fails', () => Promise.reject(new Error('no answer'))),
        job('works', () => {
          ran += 1;
        }),
      ]);
      await jobs.runDue(10, still);
      await jobs.runDue(10 + 2_000, still);
      return {
        ran,
        recorded: database.all('select job, failures, retry_at_ms, error from job_failures'),
        // A new instance remembers the wait.
        nextAfterWake: new Jobs(database, [job('fails', () => undefined)]).nextDueAtMs(),
      };
    });
    expect(result).toEqual({
      ran: 2,
      recorded: [{ job: 'fails', failures: 2, retry_at_ms: 6_010, error: 'Error: no answer' }],
      nextAfterWake: 6_010,
    });
  });

  test('that hang wait longer each time too, and are not begun twice', async () => {
    const result = await inFreshObject(async (state) => {
      const { database } = openMachinery(state, freshAddress());
      let begun = 0;
      const hang = () => {
        begun += 1;
        return new Promise<void>(() => undefined);
      };
      const jobs = new Jobs(database, [job('hangs', hang, 1)]);
      await jobs.runDue(10, still);
      await jobs.runDue(2_010, still);
      return { begun, nextDueAtMs: jobs.nextDueAtMs() };
    });
    expect(result).toEqual({ begun: 1, nextDueAtMs: 6_010 });
  });

  test('that succeed after failing leave no trace', async () => {
    const recorded = await inFreshObject(async (state) => {
      const { database } = openMachinery(state, freshAddress());
      let fails = true;
      const jobs = new Jobs(database, [
        job('heals', () => (fails ? Promise.reject(new Error('no answer')) : Promise.resolve())),
      ]);
      await jobs.runDue(10, still);
      fails = false;
      await jobs.runDue(10_000, still);
      return database.all('select * from job_failures');
    });
    expect(recorded).toEqual([]);
  });

  test('that take too long count as failed and are told to stop, while the others finish', async () => {
    const result = await inFreshObject(async (state) => {
      const { database } = openMachinery(state, freshAddress());
      const seen: string[] = [];
      const jobs = new Jobs(database, [
        job(
          'hangs',
          (_, signal) =>
            new Promise<void>(() => {
              signal.addEventListener('abort', () => {
                seen.push('hangs was told');
              });
            }),
          20,
        ),
        job('works', () => {
          seen.push('works');
        }),
      ]);
      await jobs.runDue(10, still);
      return { seen, errors: database.all('select job, error from job_failures') };
    });
    expect(result).toEqual({
      seen: ['works', 'hangs was told'],
      errors: [{ job: 'hangs', error: 'Error: out of time' }],
    });
  });
});
