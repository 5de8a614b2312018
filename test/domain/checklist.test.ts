import { expect, test } from 'vitest';
import { type ChecklistFacts, checklistOf } from '../../src/domain/checklist.ts';
import { joinPath, readJoinSheet } from '../../src/domain/join-source.ts';

const NOTHING: ChecklistFacts = {
  liveRewards: 0,
  sheetUsed: false,
  pointsGiven: false,
  hasColleague: false,
  listImported: false,
  takesCards: false,
};

test('each step is done by what is so, and older members and payments may be left', () => {
  expect(checklistOf({ ...NOTHING, liveRewards: 3, pointsGiven: true, listImported: true })).toEqual([
    { item: 'rewards', done: true, optional: false },
    { item: 'sheet', done: false, optional: false },
    { item: 'points', done: true, optional: false },
    { item: 'staff', done: false, optional: false },
    { item: 'imports', done: true, optional: true },
    { item: 'payments', done: false, optional: true },
  ]);
});

test('two rewards are not three', () => {
  expect(checklistOf({ ...NOTHING, liveRewards: 2 })[0]).toEqual({
    item: 'rewards',
    done: false,
    optional: false,
  });
});

test('where cards can’t be taken nobody is asked to', () => {
  expect(checklistOf({ ...NOTHING, takesCards: null }).map(({ item }) => item)).toEqual([
    'rewards',
    'sheet',
    'points',
    'staff',
    'imports',
  ]);
});

test('a sheet’s address names its sheet, and what somebody typed names none', () => {
  expect(joinPath('table')).toBe('/join?from=table');
  expect([readJoinSheet('table'), readJoinSheet('api'), readJoinSheet(null)]).toEqual(['table', null, null]);
});
