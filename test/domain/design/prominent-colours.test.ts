import { expect, test } from 'vitest';
import { prominentColours } from '../../../src/domain/design/prominent-colours.ts';

/** A picture of some pixels of each colour; the last figure of a colour is its opacity. */
function picture(...parts: [count: number, red: number, green: number, blue: number, opacity: number][]) {
  return new Uint8ClampedArray(
    parts.flatMap(([count, ...pixel]) => Array.from({ length: count }, () => pixel).flat()),
  );
}

test('the mark says more of a shop than the white that it stands on', () => {
  const logo = picture([900, 255, 255, 255, 255], [80, 163, 74, 40, 255], [40, 35, 67, 59, 255]);
  expect(prominentColours(logo, 2)).toEqual(['#A34A28', '#23433B']);
});

test('neighbours of one tone are one colour', () => {
  const shaded = picture([50, 200, 30, 30, 255], [50, 203, 33, 31, 255], [9, 30, 30, 200, 255]);
  expect(prominentColours(shaded, 12)).toHaveLength(2);
});

test('the soft edge between two colours is none of them', () => {
  const edged = picture([200, 163, 74, 40, 255], [90, 255, 255, 255, 255], [6, 209, 164, 147, 255]);
  expect(prominentColours(edged, 12)).not.toContain('#D1A493');
});

test('what can be seen through is no colour, and an empty picture has none', () => {
  expect(prominentColours(picture([100, 255, 0, 0, 20]), 12)).toEqual([]);
  expect(prominentColours(new Uint8ClampedArray(), 12)).toEqual([]);
});
