import { describe, expect, test } from 'vitest';
import {
  closingLetterAt,
  earnsAt,
  namesShop,
  planClosing,
  reopenUntilMs,
  shopPhase,
} from '../../src/domain/shop-closing.ts';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-11-23T10:00:00+08:00');
const plan = (days: 0 | 7 | 30 | 90, stopsEarning = false, timeZone = 'Asia/Shanghai') =>
  planClosing({ nowMs: NOW, timeZone, days, stopsEarning });

describe('the date', () => {
  test('with notice is the end of the last day in the shop’s zone, also over a change of clocks', () => {
    expect(plan(7).closesAtMs).toBe(Date.parse('2026-12-01T00:00:00+08:00'));
    expect(plan(90).closesAtMs).toBe(Date.parse('2027-02-22T00:00:00+08:00'));
    const spring = { nowMs: Date.parse('2026-03-25T10:00:00+01:00'), timeZone: 'Europe/Berlin' };
    expect(planClosing({ ...spring, days: 7, stopsEarning: false }).closesAtMs).toBe(
      Date.parse('2026-04-02T00:00:00+02:00'),
    );
  });

  test('at once is two minutes away, so that no snapshot of before serves an open mall after it', () => {
    expect(plan(0)).toEqual({ askedAtMs: NOW, closesAtMs: NOW + 120_000, earnsUntilMs: NOW + 120_000 });
  });
});

describe('a shop', () => {
  const closing = plan(30, true);
  const { closesAtMs } = closing;

  test('is open until the moment and closed from it on', () => {
    const at = (atMs: number) => shopPhase({ state: 'open', closing }, atMs);
    expect([at(NOW), at(closesAtMs - 1), at(closesAtMs)]).toEqual(['closing', 'closing', 'closed']);
    expect(shopPhase({ state: 'open' }, closesAtMs)).toBe('open');
    expect(shopPhase({ state: 'building', closing }, closesAtMs)).toBe('closed');
    expect(shopPhase({ state: 'building', closing }, NOW)).toBe('building');
  });

  test('earns until the date, or for what happened before its owner stopped it', () => {
    expect([earnsAt(null, NOW), earnsAt(plan(30), closesAtMs - 1), earnsAt(plan(30), closesAtMs)]).toEqual([
      true,
      true,
      false,
    ]);
    expect([earnsAt(closing, NOW), earnsAt(closing, NOW + 120_000)]).toEqual([true, false]);
  });

  test('can be had back for ninety days', () => {
    expect(reopenUntilMs(closing) - closesAtMs).toBe(90 * DAY_MS);
  });

  test('is meant by its name or its address, however they are typed, and by nothing else', () => {
    const shop = { name: 'Mianyu 棉屿', slug: 'mianyu' };
    const typed = ['mianyu', ' MIANYU 棉屿 ', 'Mianyu', '', 'mian', '棉屿'];
    expect(typed.map((text) => namesShop(shop, text))).toEqual([true, true, true, false, false, false]);
  });
});

describe('owners are written', () => {
  const closing = plan(30);
  const { closesAtMs } = closing;
  const soonAtMs = closesAtMs - 3 * DAY_MS;

  test('when it is asked, three days before, and when it is done', () => {
    expect(closingLetterAt(closing, null, NOW)).toEqual({ letter: 'asked', nextAtMs: soonAtMs });
    expect(closingLetterAt(closing, 'asked', NOW)).toEqual({ letter: null, nextAtMs: soonAtMs });
    expect(closingLetterAt(closing, 'asked', soonAtMs)).toEqual({ letter: 'soon', nextAtMs: closesAtMs });
    expect(closingLetterAt(closing, 'soon', closesAtMs)).toEqual({ letter: 'closed', nextAtMs: null });
    expect(closingLetterAt(closing, 'closed', closesAtMs)).toEqual({ letter: null, nextAtMs: null });
  });

  test('of a missed letter nothing after a later one, and of a short notice no reminder', () => {
    expect(closingLetterAt(closing, 'asked', closesAtMs)).toEqual({ letter: 'closed', nextAtMs: null });
    expect(closingLetterAt(plan(0), null, NOW)).toEqual({ letter: 'asked', nextAtMs: NOW + 120_000 });
  });
});
