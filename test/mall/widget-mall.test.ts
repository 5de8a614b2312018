import { expect, test } from 'vitest';
import { widgetCards, widgetMall } from '../../src/features/widget/get-widget-mall.ts';
import { frame, MIANYU_THEME } from './fixtures.ts';
import { card, mall } from './published-mall.ts';

const { words } = frame('en', '/');
const mallUrl = 'https://mianyu.example.com/';
const drawn = (manifest: ReturnType<typeof mall>) => widgetMall(words, { manifest, bands: {}, mallUrl });

test('the widget lists twelve rewards at most, in the shop’s order, and none that is stopped', () => {
  const many = Array.from({ length: 14 }, (_, index) => card(`r${index}`, 100 + index));
  const shelf = [card('stopped', 50, { state: 'stopped' }), ...many];
  expect(widgetCards(mall(shelf)).map(({ rewardId }) => rewardId)).toEqual(
    many.slice(0, 12).map(({ rewardId }) => rewardId),
  );
});

test('a picture is named by its whole address, for pages that stand elsewhere', () => {
  const [reward] = drawn(mall([card('tote', 560, { pictureUrl: '/pictures/abc.svg' })])).rewards;
  expect(reward?.pictureUrl).toBe('https://mianyu.example.com/pictures/abc.svg');
});

test('a price that has come into force since the publish is the one that is listed', () => {
  const current = { priceVersion: 1, pointsEach: 500, effectiveAtMs: 0, startsAtMs: null, endsAtMs: null };
  const soon = { ...current, priceVersion: 2, pointsEach: 600, effectiveAtMs: words.nowMs };
  const later = { ...soon, effectiveAtMs: words.nowMs + 1 };
  const { rewards } = drawn(
    mall([card('soon', 0, { current, next: soon }), card('later', 0, { current, next: later })]),
  );
  expect(rewards.map(({ points, priceVersion }) => [points, priceVersion])).toEqual([
    [600, 2],
    [500, 1],
  ]);
});

test('a colour that is none never reaches a page of somebody else', () => {
  const light = { ...MIANYU_THEME.light, accent: 'red;background:url(//evil.example)' };
  const { theme } = drawn(mall([], { theme: { ...MIANYU_THEME, light } }));
  expect(Object.keys(theme.light).sort()).toEqual(['accentText', 'main', 'onMain', 'page', 'text']);
  expect(theme.dark).toEqual(MIANYU_THEME.dark);
});

test('cash beside points is named only where the shop takes any', () => {
  const mix = { currency: 'CNY', pointsMin: 200, cashPerPoint: { numerator: 10, denominator: 1 } };
  const mixed = card('watch', 5000);
  const rewards = [{ ...mixed, current: { ...mixed.current, mix } }];
  const mixOf = (payments: { online: boolean; counter: boolean }) =>
    drawn(mall(rewards, { payments })).rewards[0];
  expect(mixOf({ online: false, counter: false })).toMatchObject({ mix: null, mixPrice: null });
  expect(mixOf({ online: false, counter: true })).toMatchObject({ mix, mixPrice: '200 points + ¥480' });
});
