import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { journalRows, stocks } from '../../src/db/schema/index.ts';
import { newId } from '../../src/lib/ids.ts';
import { sweepDueObjects, touchSlice } from '../../src/projection/sweep.ts';
import { openStock, TERMS } from '../stock/world.ts';
import { db, projectedOf } from './world.ts';

/**
 * A stock with a row in the registry, whose alarm has been lost. Its first row meets a conflict in
 * Postgres, so it is never confirmed and there is always something left to send.
 */
async function lostStock(dueAtMs: number | null) {
  const [tenantId, stockId] = [newId('ten'), newId('rwd')];
  const head = { epoch: 1, headSeq: 0, headHash: '', dueAtMs, state: 'open', createdAtMs: 0 } as const;
  const inTheWay = {
    tenantId,
    objectKind: 'stock',
    objectId: stockId,
    epoch: 1,
    seq: 1,
    atMs: 0,
    type: 'stock.opened',
    body: {},
    previousHash: '',
    hash: 'another',
  } as const;
  await db.batch(tenantId, [
    db.build.insert(stocks).values({ tenantId, stockId, rewardId: stockId, ...head }),
    db.build.insert(journalRows).values(inTheWay),
  ]);
  const { stub } = await openStock(5, TERMS, { tenantId, stockId });
  await runDurableObjectAlarm(stub);
  await runInDurableObject(stub, (_, { storage }) => storage.deleteAlarm());
  const alarm = () => runInDurableObject(stub, (_, { storage }) => storage.getAlarm());
  return { tenantId, alarm };
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
    for (let slice = 0; slice < 24; slice += 1) await touchSlice(env, { slice, slices: 24 });
    expect(await lost.alarm()).not.toBe(null);
  });
});
