import { expect, test } from 'vitest';
import { checkAvailable } from '../../src/audit/checks/available.ts';
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
