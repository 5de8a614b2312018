import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { sweepDueObjects, touchSlice } from '../../src/projection/sweep.ts';
import { lostStock } from './lost-stock.ts';
import { newObject, project, projectedOf } from './world.ts';

const LONG_AGO_MS = 1_700_000_000_000;

/** A member whose one purchase counted when it was projected. */
async function spentLongAgo() {
  const account = await newObject('account');
  const order = { channel: 'shop', orderId: '1', status: 'completed', points: 5, clawedBackPoints: 0 };
  account.write('order.updated', { order: { ...order, occurredAtMs: LONG_AGO_MS, spentMinor: 900 } });
  await project(account.tenantId, [account.message(account.rows)]);
  expect((await projectedOf(account.tenantId)).figures).toMatchObject([{ spentMinor: 900 }]);
  return account;
}

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
    const spender = await spentLongAgo();
    for (let slice = 0; slice < 24; slice += 1) await touchSlice(env, { slice, slices: 24 });
    expect(await lost.alarm()).not.toBe(null);
    // What is older than a year no longer counts as spent, and only time has told so.
    expect((await projectedOf(spender.tenantId)).figures).toMatchObject([
      { spentMinor: 0, spentUntilMs: null, lastVisitAtMs: LONG_AGO_MS },
    ]);
  });
});
