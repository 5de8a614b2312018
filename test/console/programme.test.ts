import { describe, expect, test } from 'vitest';
import type { Programme } from '../../src/domain/programme/programme.ts';
import {
  formOf,
  needsNotice,
  overtakenBy,
  parseRate,
  programmeChanges,
  programmeRules,
  rateText,
  readForm,
  tryPurchase,
} from '../../web/console/programme/model.ts';
import { startingProgramme } from '../../web/console/programme/starting-programme.ts';

const rate = (numerator: number, denominator: number) => ({ numerator, denominator });

const programme: Programme = {
  currency: 'CNY',
  baseRate: rate(1, 1),
  categoryRates: [{ category: '换季清仓', rate: rate(1, 2) }],
  daysUntilEntry: 7,
  expiry: { kind: 'end_of_next_year' },
  clawback: 'owe',
  graceDays: 7,
  openHoldsMax: 10,
};

describe('a rate as typed', () => {
  test.each([
    ['1', 1, 1],
    ['0.5', 1, 2],
    ['50%', 1, 2],
    ['0.1%', 1, 1000],
    ['1/3', 1, 3],
    [' 1.50 ', 3, 2],
    ['100', 100, 1],
    ['0', 0, 1],
    ['５', null, null],
    ['-1', null, null],
    ['1/0', null, null],
    ['', null, null],
    ['1.2345678', null, null],
    ['0.0000001', null, null],
    ['9999999', null, null],
  ])('%s', (text, numerator, denominator) => {
    const expected = numerator === null || denominator === null ? null : rate(numerator, denominator);
    expect(parseRate(text)).toEqual(expected);
  });

  test.each([rate(1, 1), rate(1, 2), rate(1, 3), rate(7, 8), rate(1, 1000), rate(0, 1), rate(999998, 7)])(
    'is shown so that reading it gives the same rate: %o',
    (value) => {
      expect(parseRate(rateText(value))).toEqual(value);
    },
  );
});

describe('the fields of the programme', () => {
  test('read back as the programme that filled them', () => {
    expect(readForm(formOf(programme), programme)).toEqual({ programme, faults: [] });
    const welcoming = { ...programme, signUpBonus: 100 };
    expect(readForm(formOf(welcoming), programme)).toEqual({ programme: welcoming, faults: [] });
    expect(readForm({ ...formOf(welcoming), signUpBonus: '' }, welcoming)).toEqual({ programme, faults: [] });
  });

  test('name every fault at once', () => {
    const form = {
      ...formOf(programme),
      signUpBonus: '1000001',
      baseRate: 'much',
      daysUntilEntry: '400',
      expiry: 'rolling' as const,
      rollingDays: '0',
      categoryRates: [
        { key: 'a', category: ' ', rate: '1' },
        { key: 'b', category: '配饰', rate: '' },
        { key: 'c', category: '配饰', rate: '2' },
      ],
    };
    expect(readForm(form, programme)).toEqual({
      programme: null,
      faults: [
        { field: 'signUpBonus', fault: 'points' },
        { field: 'baseRate', fault: 'rate' },
        { field: 'daysUntilEntry', fault: 'days' },
        { field: 'rollingDays', fault: 'days' },
        { field: 'category', key: 'a', fault: 'missing' },
        { field: 'categoryRate', key: 'b', fault: 'rate' },
        { field: 'category', key: 'c', fault: 'twice' },
      ],
    });
  });
});

describe('what publishing changes', () => {
  test('is nothing when nothing differs', () => {
    expect(programmeChanges(programme, structuredClone(programme))).toEqual([]);
  });

  test('is said change by change, in the order of the screen', () => {
    const next: Programme = {
      ...programme,
      signUpBonus: 100,
      baseRate: rate(2, 1),
      categoryRates: [{ category: '配饰', rate: rate(3, 1) }],
      daysUntilEntry: 0,
      expiry: { kind: 'rolling', days: 365 },
      clawback: 'write_off',
    };
    expect(programmeChanges(programme, next)).toEqual([
      { kind: 'signUpBonus', from: 0, to: 100 },
      { kind: 'baseRate', from: '1', to: '2' },
      { kind: 'categoryAdded', category: '配饰', to: '3' },
      { kind: 'categoryRemoved', category: '换季清仓', from: '0.5' },
      { kind: 'daysUntilEntry', from: 7, to: 0 },
      { kind: 'expiry', from: { kind: 'end_of_next_year' }, to: { kind: 'rolling', days: 365 } },
      { kind: 'clawback', to: 'write_off' },
    ]);
  });

  test('gives notice only where someone could be worse off', () => {
    expect([
      needsNotice(programme, { ...programme, baseRate: rate(2, 1) }),
      needsNotice(programme, { ...programme, baseRate: rate(1, 2) }),
      needsNotice({ ...programme, signUpBonus: 100 }, { ...programme, signUpBonus: 50 }),
      needsNotice(null, programme),
    ]).toEqual([false, true, true, false]);
  });
});

test.each([
  [19_999, '换季清仓', 99],
  [199, '换季清仓', 0],
  [12_800, null, 128],
  [12_800, 'unknown', 128],
])('trying a purchase of %i in %s earns what the account would give: %i', (amountMinor, category, points) => {
  expect(tryPurchase(programme, amountMinor, category).points).toBe(points);
});

describe('the programme an editor starts from', () => {
  const shop = { currency: 'TWD', industry: 'clothing', locale: 'zh-TW' as const };

  test('is the template of the business until something is published', () => {
    expect(startingProgramme({ live: null, next: null }, shop)).toEqual({
      ...programme,
      currency: 'TWD',
      signUpBonus: 100,
      categoryRates: [{ category: '換季出清', rate: rate(1, 2) }],
      daysUntilEntry: 0,
    });
  });

  test('is what is published last, the version that waits before the live one', () => {
    const live = {
      version: 1,
      hash: 'a',
      effectiveAt: '2026-01-01T00:00:00Z',
      signUpBonus: 60,
      visitPoints: 50,
      ...programme,
    };
    const next = { ...live, version: 2, baseRate: rate(1, 2) };
    const shown = { ...programme, signUpBonus: 60, visitPoints: 50, baseRate: rate(1, 2) };
    expect(startingProgramme({ live, next }, shop)).toEqual(shown);
  });
});

test('the first version says all of its rules, none of them as a change of something', () => {
  const body = {
    ...programme,
    categoryRates: [{ category: '清仓', rate: { numerator: 1, denominator: 2 } }],
  };
  expect(programmeRules(body).map(({ kind }) => kind)).toEqual([
    'baseRate',
    'categoryRate',
    'daysUntilEntry',
    'expiry',
    'clawback',
  ]);
  expect(programmeRules(body)).toContainEqual({
    kind: 'categoryRate',
    category: '清仓',
    from: null,
    to: '0.5',
  });
});

test('a version that a newer one replaced before its time never took effect', () => {
  const at = (version: number, time: string) => ({ version, effectiveAt: `2026-11-22T${time}:00Z` });
  const versions = [at(3, '17:14'), at(2, '17:15'), at(1, '09:00')];
  expect(versions.map((each) => overtakenBy(versions, each))).toEqual([null, 3, null]);
});
