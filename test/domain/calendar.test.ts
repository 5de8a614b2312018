import { describe, expect, test } from 'vitest';
import {
  addDays,
  endOfNextYear,
  isTimeZone,
  momentOfWallTime,
  tenantDay,
  wallTimeOf,
} from '../../src/domain/calendar.ts';

const at = (text: string) => Date.parse(text);

describe("the tenant's day", () => {
  test.each([
    ['2026-12-31T15:59:59Z', 'Asia/Shanghai', '2026-12-31'],
    ['2026-12-31T16:00:00Z', 'Asia/Shanghai', '2027-01-01'],
    ['2026-03-08T07:59:59Z', 'America/Los_Angeles', '2026-03-07'],
    ['2026-03-29T22:30:00Z', 'Europe/Berlin', '2026-03-30'],
    ['2026-11-01T12:00:00Z', 'Pacific/Kiritimati', '2026-11-02'],
  ])('%s in %s is %s', (instant, zone, day) => expect(tenantDay(at(instant), zone)).toBe(day));
});

describe('days later keep the wall clock', () => {
  test.each([
    ['a day of 23 hours', '2026-03-28T09:00:00Z', 1, 'Europe/Berlin', '2026-03-29T08:00:00Z'],
    ['a day of 25 hours', '2026-10-24T08:00:00Z', 1, 'Europe/Berlin', '2026-10-25T09:00:00Z'],
    ['a time that is skipped', '2026-03-28T01:30:00Z', 1, 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['no change of clocks', '2026-02-01T00:00:00Z', 30, 'Asia/Shanghai', '2026-03-03T00:00:00Z'],
    ['leap day', '2028-02-28T10:00:00Z', 1, 'Asia/Taipei', '2028-02-29T10:00:00Z'],
    ['none', '2026-03-29T01:15:00Z', 0, 'Europe/Berlin', '2026-03-29T01:15:00Z'],
  ])('%s', (_, from, days, zone, to) =>
    expect(new Date(addDays(at(from), days, zone)).toISOString()).toBe(new Date(to).toISOString()),
  );
});

describe('what a wall clock shows', () => {
  test.each([
    ['2026-12-31T16:00:00Z', 'Asia/Shanghai', '2027-01-01T00:00'],
    ['2026-12-31T15:59:59Z', 'Asia/Shanghai', '2026-12-31T23:59:59'],
    ['2026-07-01T08:30:00.250Z', 'Europe/Berlin', '2026-07-01T10:30:00.25'],
  ])('at %s in %s is %s, and reads back', (instant, zone, text) => {
    expect(wallTimeOf(at(instant), zone)).toBe(text);
    expect(momentOfWallTime(text, zone)).toBe(at(instant));
  });

  test.each([
    ['a time that is skipped', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['a time that comes twice', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ])('%s', (_, text, zone, instant) => expect(momentOfWallTime(text, zone)).toBe(at(instant)));

  test.each(['', 'soon', '2026-02-30T10:00', '2026-01-01T10:00Z'])('“%s” is no such time', (text) => {
    expect(momentOfWallTime(text, 'Asia/Shanghai')).toBeNull();
  });
});

describe('the end of next year', () => {
  test.each([
    ['the first moment of a year', '2025-12-31T16:00:00Z', 'Asia/Shanghai', '2027-12-31T16:00:00Z'],
    ['the last moment of a year', '2026-12-31T15:59:59.999Z', 'Asia/Shanghai', '2027-12-31T16:00:00Z'],
    ['the moment after', '2026-12-31T16:00:00Z', 'Asia/Shanghai', '2028-12-31T16:00:00Z'],
    ['summer, void in winter time', '2026-07-01T00:00:00Z', 'America/New_York', '2028-01-01T05:00:00Z'],
    ['summer in the south', '2026-01-15T00:00:00Z', 'Australia/Sydney', '2027-12-31T13:00:00Z'],
  ])('%s', (_, from, zone, to) =>
    expect(new Date(endOfNextYear(at(from), zone)).toISOString()).toBe(new Date(to).toISOString()),
  );
});

test('only zones that the runtime knows are zones', () => {
  expect(['Asia/Shanghai', 'Europe/Berlin', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
