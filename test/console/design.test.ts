import { expect, test } from 'vitest';
import type { DesignContent } from '../../src/domain/design/look.ts';
import {
  colourTyped,
  contentOf,
  faultsOf,
  moved,
  previewAddress,
  swatchesOf,
  withLayout,
} from '../../web/console/design/model.ts';
import { DESIGN } from './fixture-design.ts';

const content = contentOf(DESIGN.draft);
const having = (given: Partial<DesignContent>) => faultsOf({ ...content, ...given });

test('a draft is kept back only by what can’t be saved, each named by its field', () => {
  expect(faultsOf(content)).toEqual([]);
  const [banner] = content.banners;
  if (!banner) throw new Error('the draft has no banner');
  const hostile = { ...banner, href: 'javascript:alert(1)' };
  const backwards = { ...banner, startsAtMs: 2, endsAtMs: 1 };
  expect(having({ banners: [banner, hostile, backwards] })).toEqual(['banners.1.href', 'banners.2.endsAtMs']);
  expect(
    having({ footer: { ...content.footer, mapUrl: '/here', links: [{ label: {}, href: 'https://' }] } }),
  ).toEqual(['mapUrl', 'links.0.href']);
  const en = { one: ' ', other: 'points' };
  expect(having({ pointsName: { ...content.pointsName, en } })).toEqual(['pointsName']);
});

test.each([
  ['#a34a28', '#A34A28'],
  [' FC0 ', '#FFCC00'],
  ['#12345', null],
  ['red', null],
  ['', null],
])('a colour typed as “%s” is %s', (typed, colour) => expect(colourTyped(typed)).toBe(colour));

test('twelve colours are offered, those of the logo first and none twice', () => {
  const swatches = swatchesOf(['#123456', '#A34A28']);
  expect(swatches.slice(0, 2)).toEqual(['#123456', '#A34A28']);
  expect([swatches.length, new Set(swatches).size]).toEqual([12, 12]);
});

test('a layout brings its corners and headings, and leaves the colours', () => {
  const { main, accent } = content.look;
  expect(withLayout(content.look, 'soft')).toEqual({
    layout: 'soft',
    main,
    accent,
    cornerPixels: 20,
    heading: 'sans',
  });
});

test('an item is moved, and one that has nowhere to go stays', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 3)).toEqual(['a', 'b', 'c']);
});

test('the preview is the mall’s own page with the seal, who looks and how', () => {
  const sealed = 'http://mianyu.localhost:8787/?design=s.1';
  const at = (page: 'home' | 'reward' | 'points', rewardId: string | null) =>
    previewAddress(
      sealed,
      { page, as: 'visitor', scheme: 'dark', locale: 'en' },
      { rewardId, version: 'v1', base: 'http://console.localhost:8787/design' },
    );
  expect(at('reward', 'rwd_1')).toBe(
    'http://mianyu.localhost:8787/rewards/rwd_1?design=s.1&as=visitor&scheme=dark&lang=en&v=v1',
  );
  expect(new URL(at('reward', null)).pathname).toBe('/');
  expect(at('points', null)).toContain('/points?design=s.1&as=member');
});
