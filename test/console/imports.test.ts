import { describe, expect, test } from 'vitest';
import { IMPORT_COLUMNS } from '../../src/domain/imports/listed-row.ts';
import type { CheckedRow, MemberImportAnswer } from '../../src/features/imports/file-schemas.ts';
import {
  matchColumns,
  plainName,
  rememberedAfter,
  setColumn,
} from '../../web/console/imports/match-columns.ts';
import {
  bothReadings,
  callsOf,
  dateOrderOf,
  listedRows,
  namesPeople,
  pauseAfterMs,
  percentOf,
  refusedTable,
  summaryOf,
  withRepeats,
} from '../../web/console/imports/model.ts';
import { consoleWords } from '../support/console-words.ts';
import { importAnswer } from './fixture-imports.ts';

describe('columns of a file', () => {
  test.each([
    [
      ['手机号', '会员姓名', '可用积分（分）', '有效期至', '地址'],
      ['phone', 'displayName', 'points', 'expires', null],
    ],
    [
      ['會員編號', '點數', '入會日期', '備註'],
      ['externalId', 'points', 'memberSince', 'note'],
    ],
    [
      ['E-Mail', 'Full Name', 'Points_Balance', 'Valid until', 'Phone No.'],
      ['email', 'displayName', 'points', 'expires', 'phone'],
    ],
    [
      ['phone', 'mobile'],
      ['phone', null],
    ],
  ])('%j are matched by their names, and nothing twice', (header, columns) => {
    expect(matchColumns(header, {})).toEqual(columns);
  });

  test.each(['zh-CN', 'zh-TW', 'en'] as const)(
    'are recognised by the words that the page has for them, in %s',
    (locale) => {
      const words = consoleWords(locale);
      const header = IMPORT_COLUMNS.map((column) => words(`imports.columns.${column}`));
      expect(matchColumns(header, {})).toEqual(IMPORT_COLUMNS);
    },
  );

  test('are matched as somebody chose before, what was left out too', () => {
    const header = ['Kundennr.', 'Phone', 'Saldo'];
    const kept = rememberedAfter({ other: 'note' }, header, ['externalId', null, 'points']);
    expect(kept).toEqual({ other: 'note', kundennr: 'externalId', phone: null, saldo: 'points' });
    expect(matchColumns(header, kept)).toEqual(['externalId', null, 'points']);
    expect(plainName(' 积分（余额） ')).toBe('积分');
  });

  test('mean one thing each: what is chosen anew leaves its old column', () => {
    expect(setColumn(['phone', null], 1, 'phone')).toEqual([null, 'phone']);
    expect(setColumn(['phone', null], 0, null)).toEqual([null, null]);
  });

  test('make rows of what is not left out, with their places in the file', () => {
    const rows = [{ line: 3, cells: ['138', 'secret', 'x'.repeat(600)] }];
    const [row] = listedRows({ rows }, ['phone', null, 'note']);
    expect(row).toEqual({ row: 3, cells: { phone: '138', note: 'x'.repeat(500) } });
    expect([namesPeople(['points', null]), namesPeople(['email'])]).toEqual([false, true]);
  });

  test('that hold dates are asked about where no date says which number is the day', () => {
    const rows = [{ line: 2, cells: ['8.11.2026', '13'] }];
    expect(dateOrderOf({ rows }, ['expires', 'points'])).toEqual({
      order: null,
      isAsked: true,
      example: '8.11.2026',
    });
    expect(dateOrderOf({ rows }, [null, 'points']).isAsked).toBe(false);
    expect(bothReadings('8.11.2026')).toEqual({ dayFirst: [11, 8], monthFirst: [8, 11] });
  });
});

test('a long file goes in calls that each fit, and every row in one', () => {
  const rows = Array.from({ length: 1_201 }, (_, row) => ({
    row,
    cells: { phone: '1', note: 'n'.repeat(40) },
  }));
  const calls = callsOf(rows);
  expect(calls.flat()).toEqual(rows);
  expect(calls.every((call) => call.length <= 500 && JSON.stringify(call).length < 45_000)).toBe(true);
});

const checked = (row: number, given: Partial<CheckedRow> = {}): CheckedRow => ({
  ...{ row, outcome: 'new', points: 10, memberId: null, memberName: null, field: null, reason: null },
  identity: { phone: `+${row}`, email: null, externalId: null },
  ...given,
});

describe('what would come of a file', () => {
  test('an earlier row is kept where two name one person, by whatever they name her', () => {
    const identity = (phone: string | null, email: string | null) => ({ phone, email, externalId: null });
    const rows = withRepeats([
      checked(2, { identity: identity('+1', 'a@b.c') }),
      checked(3, { identity: identity('+2', 'a@b.c') }),
      checked(4, { outcome: 'refused', identity: identity('+4', null), reason: 'not_points' }),
      checked(5, { identity: identity('+4', null) }),
      checked(6, { outcome: 'known', memberId: 'mem_1', identity: identity('+6', null) }),
      checked(7, { outcome: 'known', memberId: 'mem_1', identity: identity(null, 'x@y.z') }),
    ]);
    expect(rows.map(({ row, outcome, reason }) => [row, outcome, reason])).toEqual([
      [2, 'new', null],
      [3, 'refused', 'repeats_row'],
      [4, 'refused', 'not_points'],
      [5, 'new', null],
      [6, 'known', null],
      [7, 'refused', 'repeats_row'],
    ]);
    expect(summaryOf(rows)).toMatchObject({ newRows: 2, knownRows: 1, points: 30 });
  });

  test('wrong rows are given back as they were, each with its reason', () => {
    const table = {
      header: ['phone', 'points'],
      rows: [
        { line: 2, cells: ['1', 'x'] },
        { line: 3, cells: ['2', '5'] },
      ],
    };
    expect(refusedTable(table, [{ row: 2, why: 'Points is no number' }], 'why')).toEqual([
      ['phone', 'points', 'why'],
      ['1', 'x', 'Points is no number'],
    ]);
  });
});

describe('a list on its way', () => {
  test.each<[string, Partial<MemberImportAnswer>, Partial<MemberImportAnswer['figures']>, number]>([
    ['in', { state: 'running', rowsTotal: 300 }, { takenRows: 98, refusedRows: 2 }, 33],
    ['back', { state: 'reversing' }, { newMembers: 3, knownMembers: 1, outMembers: 2 }, 50],
    ['back, with nobody on it', { state: 'reversed' }, { newMembers: 0, knownMembers: 0 }, 100],
  ])('%s says how far it is', (_, given, figures, percent) => {
    expect(percentOf(importAnswer(given, figures))).toBe(percent);
  });

  test('is tried again with growing pauses, and never given up', () => {
    expect([1, 2, 3, 10].map(pauseAfterMs)).toEqual([1_000, 2_000, 4_000, 30_000]);
  });
});
