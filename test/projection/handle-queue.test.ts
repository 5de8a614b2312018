import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { JournalMessage } from '../../src/domain/journal.ts';
import { handleQueue } from '../../src/projection/handle-queue.ts';
import { openStock } from '../stock/world.ts';
import { level, newObject, projectedOf } from './world.ts';

/** A batch as the queue hands it over, remembering what became of each message. */
function batchOf(bodies: readonly JournalMessage[]) {
  const fates: string[] = [];
  const messages = bodies.map((body, index) => ({
    id: String(index),
    timestamp: new Date(0),
    attempts: 1,
    body,
    ack: () => {
      fates[index] = 'acknowledged';
    },
    retry: () => {
      fates[index] = 'retried';
    },
  }));
  const batch: MessageBatch<JournalMessage> = {
    queue: 'pointmall-journal',
    messages,
    ackAll: () => undefined,
    retryAll: () => undefined,
    metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } },
  };
  return { batch, fates };
}

async function messageFrom({
  stock,
  address,
}: Awaited<ReturnType<typeof openStock>>): Promise<JournalMessage> {
  const journal = await stock.exportJournal({ fromSeq: 1, limit: 100 });
  const state = await stock.exportState();
  if (!journal.ok || !state.ok) throw new Error('the stock is not open');
  return {
    kind: 'stock',
    tenantId: address.tenantId,
    objectId: address.stockId,
    epoch: 1,
    rows: journal.value.items,
    headSeq: state.value.headSeq,
    headHash: state.value.headHash,
    dueAtMs: null,
  };
}

describe('the queue’s consumer', () => {
  test('confirms to the object what it has committed, for every tenant of the batch', async () => {
    const worlds = [await openStock(5), await openStock(7)];
    const { batch, fates } = batchOf(await Promise.all(worlds.map(messageFrom)));
    await handleQueue(batch, env);
    expect(fates).toEqual(['acknowledged', 'acknowledged']);
    for (const { stock, address } of worlds) {
      expect(await stock.exportState()).toMatchObject({ value: { confirmedSeq: 3, sentSeq: 3, headSeq: 3 } });
      expect((await projectedOf(address.tenantId)).rows).toHaveLength(3);
    }
  });

  test('confirms nothing of a parked row, and what stands behind it as a range of its own', async () => {
    const stock = await newObject('stock');
    stock.write('stock.opened', level(0));
    stock.write('stock.units_changed', { level: null });
    stock.write('stock.units_changed', level(3));
    const told: unknown[] = [];
    const listener = {
      confirmProjected: (address: object, range: object) => {
        told.push({ ...address, ...range });
        return Promise.resolve({ ok: true });
      },
    };
    const bindings = { ...env, STOCK: { getByName: () => listener } as unknown as typeof env.STOCK };
    await handleQueue(batchOf([stock.message(stock.rows)]).batch, bindings);
    const address = { tenantId: stock.tenantId, stockId: stock.objectId };
    expect(told).toEqual([
      { ...address, epoch: 1, fromSeq: 1, toSeq: 1 },
      { ...address, epoch: 1, fromSeq: 3, toSeq: 3 },
    ]);
  });

  test('keeps what it stored when the object cannot be told: the object will ask again', async () => {
    const unopened = await newObject('stock');
    unopened.write('stock.opened', level(0));
    const { batch, fates } = batchOf([unopened.message(unopened.rows)]);
    await handleQueue(batch, env);
    expect(fates).toEqual(['acknowledged']);
    expect((await projectedOf(unopened.tenantId)).rows).toHaveLength(1);
  });
});
