import { abortAllDurableObjects, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { findChainBreak } from '../../src/domain/chain.ts';
import { line, openStock } from './world.ts';

describe('a crowd', () => {
  test('of 500 on 50 units gets exactly 50, and the books say so', async () => {
    const { stock, stub, address } = await openStock(50);
    const outcomes = await Promise.all(
      Array.from({ length: 500 }, (_, index) => stock.reserve(line(`rdm_${index}`))),
    );
    const refusals = outcomes.filter((outcome) => !outcome.ok);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(50);
    expect(refusals).toHaveLength(450);
    expect(refusals[0]).toEqual({ ok: false, refusal: { code: 'sold_out', remainingUnits: 0 } });
    const { calls, commits } = await runInDurableObject(stub, (instance) => instance.commitFigures());
    // Calls from outside share commits too: 0.08 of one each when this was written.
    expect(commits / calls).toBeLessThan(0.5);
    const state = await stock.exportState();
    expect(state).toMatchObject({
      value: { counts: { stockedUnits: 50, availableUnits: 0, reservedUnits: 50 } },
    });
    const journal = await stock.exportJournal({ fromSeq: 1, limit: 500 });
    const rows = journal.ok ? journal.value.items : [];
    expect(rows).toHaveLength(53);
    expect(
      findChainBreak(
        { kind: 'stock', tenantId: address.tenantId, objectId: address.stockId, epoch: 1 },
        rows,
      ),
    ).toBe(null);
  });

  test('shares commits: fewer than one per call under load', async () => {
    const { stub, address } = await openStock(1_000);
    const figures = await runInDurableObject(stub, async (instance) => {
      const before = instance.commitFigures();
      await Promise.all(
        Array.from({ length: 256 }, (_, index) => instance.reserve({ address, ...line(`rdm_${index}`) })),
      );
      const after = instance.commitFigures();
      return { calls: after.calls - before.calls, commits: after.commits - before.commits };
    });
    expect(figures.calls).toBe(256);
    expect(figures.commits).toBeLessThan(26);
  });

  test('finds the stock as it left it after the object was evicted or torn down', async () => {
    const { stock, stub } = await openStock(5);
    await stock.reserve(line('rdm_1', 2));
    const before = await stock.overview();
    await evictDurableObject(stub);
    expect(await stock.overview()).toEqual(before);
    await abortAllDurableObjects();
    expect(await stock.overview()).toEqual(before);
    expect(await stock.reserve(line('rdm_1', 2))).toMatchObject({ replayed: true });
  });

  test('costs four rows a redeemed line: two when reserved, two when taken', async () => {
    const { stub, address } = await openStock(5);
    const rows = await runInDurableObject(stub, async (instance, state) => {
      await instance.reserve({ address, ...line('rdm_warm') });
      await state.storage.getAlarm();
      const before = instance.rowsWritten();
      await instance.reserve({ address, ...line('rdm_1') });
      const reserved = instance.rowsWritten();
      await instance.commit({ address, redemptionId: 'rdm_1', lineId: 'l1' });
      return { reserve: reserved - before, commit: instance.rowsWritten() - reserved };
    });
    expect(rows).toEqual({ reserve: 2, commit: 2 });
  });
});
