import { describe, expect, test } from 'vitest';
import type { Decided, Opened } from '../../src/object/opened.ts';
import { freshAddress, inFreshObject, openMachinery } from './storage.ts';

const DAY_MS = 86_400_000;

function add(opened: Opened, key: string, units: number, nowMs = 1) {
  return opened.command<{ units: number }>({
    key,
    input: { units },
    nowMs,
    decide: ({ append }): Decided<{ units: number }> => {
      append({ type: 'stock.units_changed', atMs: nowMs, body: { units } });
      return units > 0 ? { ok: true, value: { units } } : { ok: false, refusal: { code: 'stopped' } };
    },
  });
}

describe('a command under a key', () => {
  test('answers its first result again, said to be a replay, and writes nothing more', async () => {
    const { outcomes, rows } = await inFreshObject((state) => {
      const { opened, reopen } = openMachinery(state, freshAddress());
      const first = add(opened, 'k', 5);
      const again = add(reopen(), 'k', 5);
      return { outcomes: [first, again], rows: opened.journal.page(1, 9).length };
    });
    expect(outcomes).toEqual([
      { ok: true, value: { units: 5 }, replayed: false, seq: 1 },
      { ok: true, value: { units: 5 }, replayed: true, seq: 1 },
    ]);
    expect(rows).toBe(1);
  });

  test('is refused where the key was used for something else', async () => {
    const outcome = await inFreshObject((state) => {
      const { opened } = openMachinery(state, freshAddress());
      add(opened, 'k', 5);
      return add(opened, 'k', 6);
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'key_reused' } });
  });

  test('that is refused has written nothing and may be sent again', async () => {
    const { outcome, head, keys, cost } = await inFreshObject((state) => {
      const { opened, database } = openMachinery(state, freshAddress());
      const refused = add(opened, 'k', -1);
      return {
        outcome: refused,
        head: opened.journal.head.seq,
        keys: database.all('select * from transport_keys'),
        cost: database.all('select * from journal'),
      };
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: 'stopped' } });
    expect({ head, keys, cost }).toEqual({ head: 0, keys: [], cost: [] });
  });

  test('cannot take a natural key twice: the second is undone whole', async () => {
    const { failure, head } = await inFreshObject((state) => {
      const { opened } = openMachinery(state, freshAddress());
      const claim = () =>
        opened.write(1, ({ append, claim: take }) => {
          const { seq } = append({ type: 'order.updated', atMs: 1, body: {} });
          take('order/shop/1', seq);
          return { ok: true, value: null };
        });
      claim();
      try {
        claim();
      } catch (thrown) {
        return { failure: String(thrown), head: opened.journal.head.seq };
      }
      return { failure: 'none', head: 0 };
    });
    expect(failure).toMatch(/UNIQUE constraint/i);
    expect(head).toBe(1);
  });

  test('keeps what may be erased out of its stored result and puts it back for a replay', async () => {
    const { outcomes, stored } = await inFreshObject((state) => {
      const { opened, database } = openMachinery(state, freshAddress());
      const send = () =>
        opened.command<{ id: string; address: string | null }>({
          key: 'k',
          input: null,
          nowMs: 1,
          decide: ({ append }) => {
            append({ type: 'redemption.updated', atMs: 1, body: {} });
            return { ok: true, value: { id: 'rdm_1', address: '西湖区' } };
          },
          keep: ({ id }) => ({ id }),
          restore: (kept) => ({ id: (kept as { id: string }).id, address: null }),
        });
      const sent = [send(), send()];
      return { outcomes: sent, stored: database.first('select result from transport_keys') };
    });
    expect(outcomes.map((each) => each.ok && each.value)).toEqual([
      { id: 'rdm_1', address: '西湖区' },
      { id: 'rdm_1', address: null },
    ]);
    expect(stored).toEqual({ result: '{"id":"rdm_1"}' });
  });

  test('forgets its key after 45 days, a few with each alarm, and never its natural keys', async () => {
    const left = await inFreshObject((state) => {
      const { opened, database } = openMachinery(state, freshAddress());
      for (let index = 0; index < 450; index += 1) add(opened, `old-${index}`, 1, 0);
      add(opened, 'young', 1, 2 * DAY_MS);
      const counts: number[] = [];
      for (let round = 0; round < 3; round += 1) {
        opened.prune(46 * DAY_MS);
        counts.push(database.all('select key from transport_keys').length);
      }
      return { counts, keys: database.all('select key from transport_keys') };
    });
    expect(left).toEqual({ counts: [251, 51, 1], keys: [{ key: 'young' }] });
  });
});
