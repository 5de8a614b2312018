import { describe, expect, test } from 'vitest';
import { overLimit } from '../../../src/domain/counter/limits.ts';
import { orderIdOf, soldAtFault } from '../../../src/domain/counter/sale.ts';
import { shopKindOf, startingServices } from '../../../src/domain/counter/service.ts';
import { countedAfterUndo, undoRefusal } from '../../../src/domain/counter/undo.ts';
import { INDUSTRIES } from '../../../src/domain/industry.ts';
import { LOCALES } from '../../../src/domain/locale.ts';

const MINUTE_MS = 60_000;

test('a grant passes a limit only above it, and the single one is named first', () => {
  const limits = { grantPoints: 200, dayPoints: 300 };
  const cases = [
    [0, 300],
    [200, 100],
    [200, 101],
    [201, 0],
    [201, 300],
  ] as const;
  expect(cases.map(([points, used]) => overLimit(points, used, limits))).toEqual([
    null,
    null,
    'day',
    'grant',
    'grant',
  ]);
});

describe('who may undo a grant', () => {
  const grant = { staffId: 'li', atMs: 0, undoneAtMs: null };
  const li = { userId: 'li', manages: false, reason: null };
  const chen = { userId: 'chen', manages: false, reason: 'x' };
  const wang = { userId: 'wang', manages: true, reason: null };
  const late = 10 * MINUTE_MS + 1;
  const undone = { ...grant, undoneAtMs: 1 };
  const required = { code: 'invalid_input', field: 'reason', reason: 'required' };
  test.each([
    ['whoever gave it, at the tenth minute', grant, li, 10 * MINUTE_MS, null],
    ['whoever gave it, later', grant, li, late, { code: 'undo_too_late', minutes: 10 }],
    ['another clerk, with a reason', grant, chen, 0, { code: 'undo_not_yours' }],
    ['another clerk, of one that is undone', undone, chen, 0, { code: 'undo_not_yours' }],
    ['a manager without a reason', grant, wang, 0, required],
    ['a manager with one, much later', grant, { ...wang, reason: 'x' }, 1_000 * late, null],
    ['a manager, of her own, in time and without one', { ...grant, staffId: 'wang' }, wang, 1, null],
    ['a manager, of her own, later', { ...grant, staffId: 'wang' }, wang, late, required],
    ['whoever gave it, asking late how it was undone', undone, li, late, null],
    ['a manager, asking how it was undone', undone, wang, late, null],
  ])('%s', (_who, given, by, nowMs, refusal) => {
    expect(undoRefusal(given, by, nowMs)).toEqual(refusal);
  });

  test('an undo frees the limit unless spent points are lost to the shop', () => {
    expect([countedAfterUndo(128, 'owe'), countedAfterUndo(128, 'write_off')]).toEqual([0, 128]);
  });
});

test('a sale may come a day late and a clock run five minutes ahead, no more', () => {
  const nowMs = 100 * 3_600_000;
  const hours = [0, -24, 5 / 60, 6 / 60, -24.1];
  expect(hours.map((each) => soldAtFault(nowMs + each * 3_600_000, nowMs))).toEqual([
    null,
    null,
    null,
    'in_the_future',
    'too_long_ago',
  ]);
});

test('a receipt keeps its number until it was undone; the next tries are numbered', () => {
  expect([0, 1, 2].map((undone) => orderIdOf('R-7', undone))).toEqual(['R-7', 'R-7 (2)', 'R-7 (3)']);
});

test('shops of visits begin with services that are named in every language, others with none', () => {
  const kinds = INDUSTRIES.map((industry) => [
    industry,
    shopKindOf(industry),
    startingServices(industry).length,
  ]);
  expect(kinds).toEqual([
    ['clothing', 'goods', 0],
    ['beauty', 'visits', 4],
    ['courses', 'lessons', 0],
    ['other', 'goods', 0],
  ]);
  for (const { names } of startingServices('beauty'))
    expect(LOCALES.map((locale) => (names[locale] ?? '') !== '')).toEqual([true, true, true]);
});
