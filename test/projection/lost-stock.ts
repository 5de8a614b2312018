import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { journalRows, stocks } from '../../src/db/schema/index.ts';
import { newId } from '../../src/lib/ids.ts';
import { openStock, TERMS } from '../stock/world.ts';
import { db } from './world.ts';

/**
 * A stock with a row in the registry, whose alarm has been lost. Its first row meets a conflict in
 * Postgres, so it is never confirmed and there is always something left to send.
 */
export async function lostStock(dueAtMs: number | null) {
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
  const loseAlarm = () => runInDurableObject(stub, (_, { storage }) => storage.deleteAlarm());
  await loseAlarm();
  const alarm = () => runInDurableObject(stub, (_, { storage }) => storage.getAlarm());
  return { tenantId, alarm, loseAlarm };
}
