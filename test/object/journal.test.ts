import { describe, expect, test } from 'vitest';
import { findChainBreak } from '../../src/domain/chain.ts';
import { appendRows, freshAddress, inFreshObject, openMachinery } from './storage.ts';

describe('a journal', () => {
  test('numbers its rows from 1 without gaps, and they chain from the object’s own beginning', async () => {
    const address = freshAddress();
    const rows = await inFreshObject((state) => {
      const { opened, reopen } = openMachinery(state, address);
      appendRows(opened, [1, 2]);
      // A second instance goes on from what is stored.
      const woken = reopen();
      appendRows(woken, [3]);
      return woken.journal.page(1, 10);
    }, address);
    expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(findChainBreak({ ...address, epoch: 1 }, rows)).toBe(null);
    expect(findChainBreak({ ...address, objectId: 'rwd_other', epoch: 1 }, rows)).toEqual({
      seq: 1,
      reason: 'previous_hash',
    });
  });

  test('keeps its head in memory where a command fails, and its rows stay as they were', async () => {
    const [before, after, rows] = await inFreshObject((state) => {
      const { opened } = openMachinery(state, freshAddress());
      appendRows(opened, [1]);
      const headBefore = opened.journal.head;
      try {
        opened.write(2, ({ append }) => {
          append({ type: 'stock.stopped', atMs: 2, body: {} });
          throw new Error('a bug');
        });
      } catch {
        appendRows(opened, [3]);
      }
      return [headBefore, opened.journal.head, opened.journal.page(1, 10)];
    });
    expect(before.seq).toBe(1);
    expect(after.seq).toBe(2);
    expect(rows.map(({ type }) => type)).toEqual(['stock.resumed', 'stock.resumed']);
  });

  test('still chains when a person’s details are erased, and nothing of them is left', async () => {
    const address = freshAddress();
    const { erased, rows, left } = await inFreshObject((state) => {
      const { opened, database } = openMachinery(state, address);
      opened.write(1, ({ append }) => {
        append({
          type: 'redemption.updated',
          atMs: 1,
          body: { redemptionId: 'rdm_1' },
          detail: { name: '林' },
        });
        return { ok: true, value: null };
      });
      const erasedRows = opened.journal.eraseDetails(opened.journal.head.seq);
      return {
        erased: erasedRows,
        rows: opened.journal.page(1, 10),
        left: database.all('select * from journal_details'),
      };
    }, address);
    expect(erased).toBe(1);
    expect(left).toEqual([]);
    expect(rows[0]).toMatchObject({
      detail: null,
      salt: null,
      detailHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(findChainBreak({ ...address, epoch: 1 }, rows)).toBe(null);
  });

  test('refuses a row that no message could carry', async () => {
    const message = await inFreshObject((state) => {
      const { opened } = openMachinery(state, freshAddress());
      try {
        opened.write(1, ({ append }) => {
          append({ type: 'stock.resumed', atMs: 1, body: { text: '积'.repeat(30_000) } });
          return { ok: true, value: null };
        });
      } catch (failure) {
        return String(failure);
      }
      return 'accepted';
    });
    expect(message).toContain('too large');
  });
});
