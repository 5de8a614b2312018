import { expect, test } from 'vitest';
import { startingTheme } from '../../src/domain/industry.ts';
import type { Locale } from '../../src/domain/locale.ts';
import type { TestMemberAnswer } from '../../src/features/poster/schemas.ts';
import { placeOf, progressOf } from '../../web/console/checklist/model.ts';
import {
  firstRewardName,
  keptJoin,
  type OnShelf,
  printPixels,
  SHEET_PAPERS,
  sheetContent,
  sheetFileName,
} from '../../web/console/poster/model.ts';
import { consoleWords } from '../support/console-words.ts';
import { shop } from './fixture-data.ts';
import { CHECKLIST } from './fixture-poster.ts';

const NOW_MS = Date.parse('2026-11-22T10:00:00Z');
const reader = { locale: 'zh-CN', shopLocale: 'zh-CN', nowMs: NOW_MS } as const;

const onShelf = (name: string, pointsEach: number, over: Partial<OnShelf> = {}): OnShelf => ({
  state: 'live',
  published: { names: { 'zh-CN': name }, current: { pointsEach, startsAt: null, endsAt: null } },
  stock: { unlimited: true, availableUnits: 0 },
  ...over,
});

const content = (locale: Locale, bonus: number, rewardName: string | null) =>
  sheetContent({
    sheet: 'poster',
    locale,
    theme: startingTheme('clothing'),
    shop,
    bonus,
    rewardName,
    words: (key, values) => consoleWords(locale)(`poster.print.${key}`, values),
  });

test.each([
  ['zh-CN', ['注册送 100 积分', '马上能换 ¥10 券']],
  ['zh-TW', ['加入即送 100 點數', '馬上能兌換 ¥10 券']],
  ['en', ['Join and get 100 points', 'enough for ¥10 券 at once']],
] as const)('a sheet in %s says what joining gives, and what that buys', (locale, offer) => {
  expect(content(locale, 100, '¥10 券').offer).toEqual(offer);
});

test('a reward of a Chinese name needs no space before it', () => {
  expect(content('zh-CN', 100, '帆布袋').offer).toEqual(['注册送 100 积分', '马上能换帆布袋']);
});

test('where joining gives nothing the sheet says what members can do', () => {
  expect(content('zh-CN', 0, null).offer).toEqual(['消费得积分，积分换好礼']);
});

test('the code on a sheet leads to the mall’s joining page and names the sheet', () => {
  expect(content('en', 0, null)).toMatchObject({
    joinUrl: 'http://mianyu.localhost:8787/join?from=poster',
    address: 'mianyu.localhost:8787',
  });
});

test('the gift is the dearest that the bonus buys now: in time, in stock and on the shelf', () => {
  const later = { pointsEach: 90, startsAt: '2026-12-01T00:00:00Z', endsAt: null };
  const over = { pointsEach: 90, startsAt: null, endsAt: '2026-11-22T10:00:00Z' };
  const shelf = [
    onShelf('小', 50),
    onShelf('合适', 80),
    onShelf('太贵', 101),
    onShelf('停了', 90, { state: 'stopped' }),
    onShelf('没货', 90, { stock: { unlimited: false, availableUnits: 0 } }),
    onShelf('草稿', 90, { published: null }),
    onShelf('以后', 90, { published: { names: { 'zh-CN': '以后' }, current: later } }),
    onShelf('过了', 90, { published: { names: { 'zh-CN': '过了' }, current: over } }),
  ];
  expect([firstRewardName(100, shelf, reader), firstRewardName(40, shelf, reader)]).toEqual(['合适', null]);
});

test('sheets are printed at 300 dots per inch', () => {
  expect([printPixels(SHEET_PAPERS.poster), printPixels(SHEET_PAPERS.table)]).toEqual([
    { width: 2480, height: 3508 },
    { width: 1240, height: 1748 },
  ]);
});

test('a file’s name keeps the shop’s, without what no file may be called', () => {
  expect(sheetFileName('棉屿/Mianyu: "一店"', '海报 A4', 'pdf')).toBe('棉屿-Mianyu-一店-海报-A4.pdf');
});

const waiting = (url: string, untilMs: number): TestMemberAnswer => ({
  member: null,
  join: { url, untilMs },
  hasRealMembers: false,
});

test('asking who has joined leaves the code under the camera as it is while it is good', () => {
  const shown = waiting('a', NOW_MS + 300_000);
  const next = waiting('b', NOW_MS + 600_000);
  expect(keptJoin(shown, next, NOW_MS)).toEqual(shown);
  expect(keptJoin(shown, next, NOW_MS + 200_000)).toEqual(next);
  expect(keptJoin(undefined, next, NOW_MS)).toEqual(next);
  expect(keptJoin(shown, { ...next, join: null }, NOW_MS)).toEqual({ ...next, join: null });
});

test('the list says how far the shop is, and what may be left', () => {
  expect(progressOf(CHECKLIST.steps)).toEqual({ done: 2, all: 6, left: 4, onlyOptional: false });
  const rest = CHECKLIST.steps.map((step) => ({ ...step, done: !step.optional }));
  expect(progressOf(rest)).toEqual({ done: 4, all: 6, left: 2, onlyOptional: true });
});

test('the list stands large above a new shop’s Home, then at its end, then nowhere', () => {
  const done = CHECKLIST.steps.map((step) => ({ ...step, done: true }));
  expect([
    placeOf(CHECKLIST),
    placeOf({ ...CHECKLIST, isNewShop: false }),
    placeOf({ ...CHECKLIST, hidden: true }),
    placeOf({ ...CHECKLIST, steps: done }),
  ]).toEqual(['top', 'bottom', null, null]);
});
