import { expect, test } from 'vitest';
import { checkAvailable } from '../../src/audit/checks/available.ts';
import { checkEffects } from '../../src/audit/checks/effects.ts';
import { soundBooks } from './books.ts';

test('a closed account that owes is named; an open one may owe', () => {
  const evidence = soundBooks();
  const [account] = evidence.objects;
  if (account?.kind !== 'account') throw new Error('the books have one');
  Object.assign(account.state.balances, { availablePoints: -7, debtPoints: 7 });
  expect(checkAvailable(evidence)).toEqual([]);
  for (const row of account.journal.slice(-1)) row.type = 'details.erased';
  expect(checkAvailable(evidence)).toEqual([
    {
      invariant: 'I2',
      object: 'account ten_1/mem_1',
      what: 'a closed account owes nothing',
      expected: 0,
      found: 7,
    },
  ]);
});

test('an order of which something was written off is as the row before tells it: no finding', () => {
  const evidence = soundBooks();
  const [account] = evidence.objects;
  const earned = account?.journal[1];
  if (account?.kind !== 'account' || !earned) throw new Error('the books have one');
  const body = { ...earned.body, points: 5, source: { kind: 'refund' } };
  account.journal.push({ ...earned, seq: 7, type: 'points.written_off', body });
  expect(checkEffects(evidence).filter(({ what }) => what.startsWith('order'))).toEqual([]);
});
