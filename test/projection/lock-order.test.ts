import { expect, test } from 'vitest';
import type { ArrivedRow } from '../../src/projection/arrived.ts';
import { inLockOrder } from '../../src/projection/store-rows.ts';

const arrived = ([kind, objectId, epoch, seq]: [string, string, number, number]) =>
  ({ origin: { kind, tenantId: 'ten_1', objectId }, row: { epoch, seq } }) as ArrivedRow;

test('rows are written in one order, however the queue brought them: two batches never wait in a circle', () => {
  const rows = (
    [
      ['account', 'mem_1', 1, 2],
      ['account', 'mem_1', 1, 10],
      ['account', 'mem_1', 2, 1],
      ['account', 'mem_2', 1, 1],
      ['stock', 'rwd_1', 1, 3],
      ['stock', 'rwd_2', 1, 1],
    ] as [string, string, number, number][]
  ).map(arrived);
  expect(inLockOrder(rows.toReversed())).toEqual(rows);
  expect(inLockOrder([...rows.slice(3), ...rows.slice(0, 3)])).toEqual(rows);
});
