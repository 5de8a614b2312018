import { describe, expect, test } from 'vitest';
import { askedLookAtMs } from '../../../src/domain/payment/asked-look.ts';

describe('who asks what became of a payment', () => {
  test.each([
    ['the first is answered by a look at once', null, 10_000, 10_000],
    ['another within three seconds is owed one at their end', 10_000, 10_001, 13_000],
    ['another after them is answered by a look at once', 10_000, 13_000, 13_000],
    ['a clock that was set back keeps nobody waiting', 10_000, 9_000, 9_000],
  ])('%s', (_, lastAskedAtMs, nowMs, atMs) => {
    expect(askedLookAtMs(lastAskedAtMs, nowMs)).toBe(atMs);
  });
});
