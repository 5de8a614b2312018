import { expect, test } from 'vitest';
import { decidePriceChange } from '../../../src/domain/catalogue/price-change.ts';
import { termsAt } from '../../../src/domain/catalogue/price-terms.ts';

const NOW_MS = 1_000_000_000;
const open = { startsAtMs: null, endsAtMs: null };
const first = { ...open, priceVersion: 1, pointsEach: 500, effectiveAtMs: NOW_MS - 10_000 };

test('first terms bind at once', () => {
  const terms = { ...open, priceVersion: 1, pointsEach: 500, effectiveAtMs: NOW_MS };
  expect(decidePriceChange(null, { ...open, pointsEach: 500 }, NOW_MS)).toEqual({
    terms: { current: terms, next: null },
    publish: [terms],
  });
});

test('unchanged terms publish nothing', () => {
  expect(decidePriceChange({ current: first, next: null }, { ...open, pointsEach: 500 }, NOW_MS)).toEqual({
    terms: { current: first, next: null },
    publish: [],
  });
});

test('a lower price binds at once', () => {
  const lower = { ...open, priceVersion: 2, pointsEach: 499, effectiveAtMs: NOW_MS };
  expect(decidePriceChange({ current: first, next: null }, { ...open, pointsEach: 499 }, NOW_MS)).toEqual({
    terms: { current: lower, next: null },
    publish: [lower],
  });
});

test.each([
  ['a higher price', { ...open, pointsEach: 501 }],
  ['a later start', { ...open, pointsEach: 500, startsAtMs: NOW_MS }],
  ['an earlier end', { ...open, pointsEach: 500, endsAtMs: NOW_MS + 1 }],
  ['a lower price that ends earlier', { pointsEach: 1, startsAtMs: null, endsAtMs: NOW_MS + 1 }],
])('%s binds two minutes ahead', (_name, wanted) => {
  const worse = { ...wanted, priceVersion: 2, effectiveAtMs: NOW_MS + 120_000 };
  const change = decidePriceChange({ current: first, next: null }, wanted, NOW_MS);
  expect(change).toEqual({ terms: { current: first, next: worse }, publish: [worse] });
  expect(termsAt(change.terms, NOW_MS + 119_999)).toEqual({ current: first, next: worse });
  expect(termsAt(change.terms, NOW_MS + 120_000)).toEqual({ current: worse, next: null });
});

const mix = { currency: 'CNY', pointsMin: 200, cashPerPoint: { numerator: 10, denominator: 1 } };

test.each([
  ['cash where there was none', first, { ...open, pointsEach: 500, mix }],
  ['fewer least points', { ...first, mix }, { ...open, pointsEach: 500, mix: { ...mix, pointsMin: 199 } }],
])('%s binds at once', (_name, current, wanted) => {
  const better = { ...wanted, priceVersion: 2, effectiveAtMs: NOW_MS };
  expect(decidePriceChange({ current, next: null }, wanted, NOW_MS)).toEqual({
    terms: { current: better, next: null },
    publish: [better],
  });
});

test('cash that is no longer taken binds two minutes ahead', () => {
  const current = { ...first, mix };
  const worse = { ...open, priceVersion: 2, pointsEach: 500, effectiveAtMs: NOW_MS + 120_000 };
  expect(decidePriceChange({ current, next: null }, { ...open, pointsEach: 500 }, NOW_MS)).toEqual({
    terms: { current, next: worse },
    publish: [worse],
  });
});

test('a waiting version that was a mistake is overtaken at once by the old price', () => {
  const waiting = { ...open, priceVersion: 2, pointsEach: 5_000, effectiveAtMs: NOW_MS + 60_000 };
  const again = { ...open, priceVersion: 3, pointsEach: 500, effectiveAtMs: NOW_MS };
  expect(decidePriceChange({ current: first, next: waiting }, { ...open, pointsEach: 500 }, NOW_MS)).toEqual({
    terms: { current: again, next: null },
    publish: [again],
  });
});

test('at most one version waits: the terms in force are published again before another worse one', () => {
  const waiting = { ...open, priceVersion: 2, pointsEach: 600, effectiveAtMs: NOW_MS + 60_000 };
  const reinstated = { ...first, priceVersion: 3, effectiveAtMs: NOW_MS };
  const worse = { ...open, priceVersion: 4, pointsEach: 550, effectiveAtMs: NOW_MS + 120_000 };
  expect(decidePriceChange({ current: first, next: waiting }, { ...open, pointsEach: 550 }, NOW_MS)).toEqual({
    terms: { current: reinstated, next: worse },
    publish: [reinstated, worse],
  });
});
