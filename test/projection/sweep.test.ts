import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { sweepDueObjects, touchSlice } from '../../src/projection/sweep.ts';
import { lostStock } from './lost-stock.ts';
import { projectedOf } from './world.ts';

describe('the sweep', () => {
  test('wakes an object whose alarm is overdue, and learns when it is due next', async () => {
    const lost = await lostStock(1);
    expect(await lost.alarm()).toBe(null);
    await sweepDueObjects(env);
    expect(await lost.alarm()).not.toBe(null);
    expect((await projectedOf(lost.tenantId)).heads).toMatchObject([{ dueAtMs: null }]);
  });

  test('leaves alone what is not overdue yet', async () => {
    const soon = await lostStock(Date.now() - 60_000);
    await sweepDueObjects(env);
    expect(await soon.alarm()).toBe(null);
    await sweepDueObjects(env, { overdueByMs: 0 });
    expect(await soon.alarm()).not.toBe(null);
  });

  test('touches every registered object within a day, due or not', async () => {
    const lost = await lostStock(null);
    for (let slice = 0; slice < 24; slice += 1) await touchSlice(env, { slice, slices: 24 });
    expect(await lost.alarm()).not.toBe(null);
  });
});
