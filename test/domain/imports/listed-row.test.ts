import { describe, expect, test } from 'vitest';
import { type ListedCells, readListedRow } from '../../../src/domain/imports/listed-row.ts';
import { findDateOrder, readDate } from '../../../src/domain/imports/read-date.ts';
import { readPoints } from '../../../src/domain/imports/read-points.ts';

const NOW_MS = Date.parse('2026-11-08T04:00:00Z');
const read = (cells: ListedCells, dateOrder: 'day_first' | 'month_first' | null = null) =>
  readListedRow(cells, { dateOrder, timeZone: 'Asia/Shanghai', nowMs: NOW_MS });

describe('a day on a list', () => {
  test.each([
    ['2026-11-08', null, '2026-11-08'],
    ['2026/11/8', null, '2026-11-08'],
    ['2026年11月8日', null, '2026-11-08'],
    ['20261108', null, '2026-11-08'],
    ['２０２６/11/8 10:30', null, '2026-11-08'],
    ['8.11.2026', 'day_first', '2026-11-08'],
    ['11/08/2026', 'month_first', '2026-11-08'],
    ['25.11.2026', null, '2026-11-25'],
    ['11/25/2026', null, '2026-11-25'],
    ['8.8.2026', null, '2026-08-08'],
  ] as const)('%s is read, %s', (text, order, day) => {
    expect(readDate(text, order)).toEqual({ ok: true, day });
  });

  test.each([
    ['8.11.2026', null, 'date_ambiguous'],
    ['2026-02-29', null, 'not_a_date'],
    ['25/11/2026', 'month_first', 'not_a_date'],
    ['11/08/26', 'month_first', 'not_a_date'],
    ['46334', null, 'not_a_date'],
    ['next year', null, 'not_a_date'],
  ] as const)('%s is not guessed, %s', (text, order, reason) => {
    expect(readDate(text, order)).toEqual({ ok: false, reason });
  });

  test.each([
    ['one says it for all', ['8.11.2026', '25.11.2026', ''], 'day_first', false],
    ['none says it', ['8.11.2026', '1.2.2026'], null, true],
    ['they contradict each other', ['25/11/2026', '11/25/2026'], null, true],
    ['the year comes first', ['2026-11-08', '2026/1/2'], null, false],
  ])('the order is asked where %s', (_, cells, order, isAsked) => {
    expect(findDateOrder(cells)).toMatchObject({ order, isAsked });
  });
});

test.each([
  ['320', 320],
  ['1,200', 1200],
  ['1 200 积分', 1200],
  ['１２０', 120],
  ['12.00', 12],
  ['0', 0],
  ['', 'missing'],
  ['-5', 'negative'],
  ['12.5', 'not_whole'],
  ['1.200', 'not_whole'],
  ['=1+1', 'not_points'],
  ['12,5', 'not_points'],
])('points %s', (cell, points) => {
  expect(readPoints(cell)).toBe(points);
});

describe('a row', () => {
  test('ends with the last day on which its points can be spent, in the shop’s zone', () => {
    expect(read({ points: '5', expires: '2026-12-31', memberSince: '2024/1/5' })).toEqual({
      ok: true,
      value: {
        points: 5,
        expiresAtMs: Date.parse('2027-01-01T00:00:00+08:00'),
        memberSinceMs: Date.parse('2024-01-05T00:00:00+08:00'),
      },
    });
    expect(read({})).toEqual({ ok: true, value: { points: 0, expiresAtMs: undefined, memberSinceMs: null } });
  });

  test.each<[string, ListedCells, object]>([
    [
      'a phone that the spreadsheet shortened',
      { phone: '1.38E+10' },
      { field: 'phone', reason: 'shortened_by_spreadsheet' },
    ],
    [
      'points that are over',
      { points: '1', expires: '2026-11-07' },
      { field: 'expires', reason: 'already_expired' },
    ],
    ['a day to come', { memberSince: '2026-11-09' }, { field: 'memberSince', reason: 'in_the_future' }],
    ['a telephone number for points', { points: '13800138000' }, { field: 'points', reason: 'too_many' }],
    ['a story for a name', { displayName: 'a'.repeat(81) }, { field: 'displayName', reason: 'too_long' }],
  ])('with %s is refused with its cell', (_, cells, fault) => {
    expect(read(cells)).toEqual({ ok: false, fault });
  });
});
