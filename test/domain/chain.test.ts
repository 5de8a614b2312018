import { describe, expect, test } from 'vitest';
import { canonicalJson, findChainBreak, genesisHash, hashDetail, hashRow } from '../../src/domain/chain.ts';
import type { JournalRow, JsonObject } from '../../src/domain/journal.ts';

const ORIGIN = { kind: 'account', tenantId: 'ten_1', objectId: 'mem_1', epoch: 1 } as const;

/** A chain of three rows, the second with a detail. */
function chain(): JournalRow[] {
  const rows: JournalRow[] = [];
  const details: (JsonObject | null)[] = [null, { name: '林夕' }, null];
  for (const [index, detail] of details.entries()) {
    const salt = detail && 'salt';
    const chained = {
      epoch: 1,
      seq: index + 1,
      atMs: 1_000 + index,
      type: 'points.earned' as const,
      body: { points: 5, balanceAfter: 5 * (index + 1) },
      detailHash: detail && salt ? hashDetail(salt, detail) : null,
      previousHash: rows.at(-1)?.hash ?? genesisHash(ORIGIN),
    };
    rows.push({ ...chained, detail, salt, hash: hashRow(chained) });
  }
  return rows;
}

/** The chain with one row changed. */
function changed(index: number, change: Partial<JournalRow>): JournalRow[] {
  return chain().map((row, at) => (at === index ? { ...row, ...change } : row));
}

describe('a chain', () => {
  test('holds from its object’s beginning to its head', () => {
    expect(findChainBreak(ORIGIN, chain())).toBe(null);
    expect(findChainBreak(ORIGIN, [])).toBe(null);
  });

  test('still holds when details are erased together with their salts', () => {
    expect(findChainBreak(ORIGIN, changed(1, { detail: null, salt: null }))).toBe(null);
  });

  test.each<[string, JournalRow[], { seq: number; reason: string }]>([
    ['an amount', changed(1, { body: { points: 6, balanceAfter: 10 } }), { seq: 2, reason: 'hash' }],
    ['a time', changed(1, { atMs: 9 }), { seq: 2, reason: 'hash' }],
    ['a kind', changed(1, { type: 'points.adjusted' }), { seq: 2, reason: 'hash' }],
    ['a detail', changed(1, { detail: { name: '林' } }), { seq: 2, reason: 'detail' }],
    ['a detail whose salt is gone', changed(1, { salt: null }), { seq: 2, reason: 'detail' }],
    [
      'a detail that was never there',
      changed(0, { detail: { name: '林' }, salt: 's' }),
      { seq: 1, reason: 'detail' },
    ],
    ['the epoch', changed(2, { epoch: 2 }), { seq: 3, reason: 'epoch' }],
    ['the order', chain().reverse(), { seq: 1, reason: 'seq' }],
    ['a row taken out', chain().filter(({ seq }) => seq !== 2), { seq: 2, reason: 'seq' }],
    ['a link', changed(2, { previousHash: 'f'.repeat(64) }), { seq: 3, reason: 'previous_hash' }],
  ])('shows where %s was changed', (_, rows, expected) => {
    expect(findChainBreak(ORIGIN, rows)).toEqual(expected);
  });

  test.each([{ kind: 'stock' as const }, { tenantId: 'ten_2' }, { objectId: 'mem_2' }, { epoch: 2 }])(
    'cannot be passed off as one of %o',
    (other) => {
      const rows = chain().map((row) => ({ ...row, epoch: other.epoch ?? 1 }));
      expect(findChainBreak({ ...ORIGIN, ...other }, rows)).toMatchObject({
        seq: 1,
        reason: 'previous_hash',
      });
    },
  );
});

describe('canonical JSON', () => {
  test('is one text for equal values, whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: 0.1 })).toBe(
      '{"a":0.1,"b":[1,{"c":"é","d":null}]}',
    );
  });

  test('refuses what is not JSON', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('NaN');
  });
});
