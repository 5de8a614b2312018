import { describe, expect, test } from 'vitest';
import { brokenGates, type Figures, medians } from '../../scripts/lighthouse/gates.ts';

const figures = (change: Partial<Figures> = {}): Figures => ({
  performance: 90,
  accessibility: 95,
  bestPractices: 95,
  seo: 95,
  lcpMs: 2000,
  tbtMs: 100,
  cls: 0.02,
  scriptBytes: 30_000,
  styleBytes: 10_000,
  beforePicturesBytes: 100_000,
  ...change,
});

describe('the gates of a mall’s home', () => {
  test('let through what is exactly as promised', () => {
    expect(brokenGates(figures())).toEqual([]);
  });

  test('name each figure that is not, and one that could not be read', () => {
    const wrong = figures({
      performance: 89,
      accessibility: 94,
      bestPractices: Number.NaN,
      seo: 0,
      cls: Number.NaN,
      scriptBytes: 30_001,
      beforePicturesBytes: 100_001,
    });
    expect(brokenGates(wrong)).toEqual([
      'performance 89, promised at least 90',
      'accessibility 94, promised at least 95',
      'bestPractices NaN, promised at least 95',
      'seo 0, promised at least 95',
      'cls NaN, promised at most 0.02',
      'scriptBytes 30001, promised at most 30000',
      'beforePicturesBytes 100001, promised at most 100000',
    ]);
  });

  test('are held against the median of each figure by itself, so one slow run breaks none', () => {
    const runs = [60, 99, 98, 97, 96].map((performance, at) => figures({ performance, lcpMs: 1000 + at }));
    expect(medians(runs)).toEqual(figures({ performance: 97, lcpMs: 1002 }));
    expect(medians(runs.slice(0, 2)).performance).toBe(79.5);
  });
});
