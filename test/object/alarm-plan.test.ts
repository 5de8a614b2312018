import { describe, expect, test } from 'vitest';
import { backoffMs, dueJobs, nextAlarmAtMs, planArming } from '../../src/object/alarm-plan.ts';

const none = new Map();
const failed = (name: string, retryAtMs: number) => new Map([[name, { failures: 1, retryAtMs }]]);

describe('the one alarm', () => {
  test.each([
    ['no work', [], none, null],
    ['jobs without work', [{ name: 'a', dueAtMs: null }], none, null],
    [
      'the earliest job',
      [
        { name: 'a', dueAtMs: 9 },
        { name: 'b', dueAtMs: 4 },
      ],
      none,
      4,
    ],
    ['a failed job waits for its own retry', [{ name: 'a', dueAtMs: 4 }], failed('a', 30), 30],
    [
      'a failed job holds up no other',
      [
        { name: 'a', dueAtMs: 4 },
        { name: 'b', dueAtMs: 9 },
      ],
      failed('a', 30),
      9,
    ],
    ['a retry already past changes nothing', [{ name: 'a', dueAtMs: 50 }], failed('a', 30), 50],
  ])('rings for %s', (_, deadlines, failures, expected) => {
    expect(nextAlarmAtMs(deadlines, failures)).toBe(expected);
  });

  test('due jobs run longest due first, failed ones not before their retry', () => {
    const jobs = [
      { name: 'later', dueAtMs: 90 },
      { name: 'second', dueAtMs: 40 },
      { name: 'first', dueAtMs: 10 },
      { name: 'waiting', dueAtMs: 1 },
    ];
    expect(dueJobs(jobs, failed('waiting', 60), 50).map(({ name }) => name)).toEqual(['first', 'second']);
  });

  test('the wait doubles with every failure and ends at five minutes', () => {
    expect([1, 2, 3, 7, 8, 9, 50].map(backoffMs)).toEqual([
      2_000, 4_000, 8_000, 128_000, 256_000, 300_000, 300_000,
    ]);
  });

  test.each([
    ['nothing due, nothing armed', { armedAtMs: null, dueAtMs: null }, { kind: 'keep' }],
    ['nothing due any more', { armedAtMs: 2_000_000, dueAtMs: null }, { kind: 'clear' }],
    ['work and no alarm', { armedAtMs: null, dueAtMs: 1_500_000 }, { kind: 'set', atMs: 1_500_000 }],
    ['overdue work and no alarm', { armedAtMs: null, dueAtMs: 900_000 }, { kind: 'set', atMs: 1_000_000 }],
    ['the right alarm', { armedAtMs: 1_500_000, dueAtMs: 1_500_000 }, { kind: 'keep' }],
    ['a later alarm', { armedAtMs: 1_600_000, dueAtMs: 1_500_000 }, { kind: 'set', atMs: 1_500_000 }],
    ['an earlier alarm', { armedAtMs: 1_400_000, dueAtMs: 1_500_000 }, { kind: 'set', atMs: 1_500_000 }],
    ['an alarm about to ring for overdue work', { armedAtMs: 999_990, dueAtMs: 900_000 }, { kind: 'keep' }],
    ['a dead alarm', { armedAtMs: 969_999, dueAtMs: 969_999 }, { kind: 'set', atMs: 1_000_000 }],
  ])('is kept only where it is right and alive: %s', (_, stored, expected) => {
    expect(planArming({ ...stored, nowMs: 1_000_000 })).toEqual(expected);
  });
});
