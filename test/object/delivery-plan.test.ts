import { describe, expect, test } from 'vitest';
import {
  afterSending,
  chunkBySize,
  confirmRange,
  deliveryDueAtMs,
  planSending,
} from '../../src/object/delivery-plan.ts';

const idle = { confirmedSeq: 10, sentSeq: 10, attempts: 0, resendAtMs: null };
const sent = { confirmedSeq: 10, sentSeq: 20, attempts: 1, resendAtMs: 5_000 };
const head = { seq: 25, nowMs: 3_000 };

describe('confirming', () => {
  test.each([
    [
      'the whole of what was sent',
      { fromSeq: 11, toSeq: 20 },
      { confirmedSeq: 20, sentSeq: 20, attempts: 0, resendAtMs: null },
    ],
    [
      'a first part',
      { fromSeq: 11, toSeq: 15 },
      { confirmedSeq: 15, sentSeq: 20, attempts: 1, resendAtMs: 5_000 },
    ],
    [
      'a range that begins earlier',
      { fromSeq: 3, toSeq: 20 },
      { confirmedSeq: 20, sentSeq: 20, attempts: 0, resendAtMs: null },
    ],
    [
      'rows sent before a restart',
      { fromSeq: 11, toSeq: 25 },
      { confirmedSeq: 25, sentSeq: 25, attempts: 0, resendAtMs: null },
    ],
  ])('moves the cursor over %s', (_, range, expected) => {
    expect(confirmRange(sent, range, head)).toEqual(expected);
  });

  test.each([
    ['a range behind a gap', { fromSeq: 12, toSeq: 20 }],
    ['what is confirmed already', { fromSeq: 4, toSeq: 10 }],
    ['rows that were never written', { fromSeq: 11, toSeq: 26 }],
    ['an empty range', { fromSeq: 11, toSeq: 10 }],
    ['a range from nowhere', { fromSeq: 0, toSeq: 20 }],
  ])('ignores %s', (_, range) => {
    expect(confirmRange(sent, range, head)).toBe(sent);
  });
});

describe('sending', () => {
  test('is due 150 ms after the first unsent row, so that rows written together travel together', () => {
    expect(deliveryDueAtMs(idle, { seq: 11, firstUnsentAtMs: 1_000 })).toBe(1_150);
  });

  test('is due when rows that were sent stay unconfirmed', () => {
    expect(deliveryDueAtMs(sent, { seq: 20, firstUnsentAtMs: null })).toBe(5_000);
  });

  test('is not due where everything is confirmed', () => {
    expect(deliveryDueAtMs(idle, { seq: 10, firstUnsentAtMs: null })).toBe(null);
  });

  test('takes only new rows before the resend is due, everything unconfirmed after', () => {
    expect(planSending(sent, 25, 4_999)).toEqual({ fromSeq: 21, resend: false });
    expect(planSending(sent, 25, 5_000)).toEqual({ fromSeq: 11, resend: true });
    expect(planSending(idle, 10, 5_000)).toBe(null);
  });

  test('goes on every 16 s while an outage is young, so that its end is noticed; later every five minutes', () => {
    const waits: number[] = [];
    let delivery = afterSending(idle, { fromSeq: 11, resend: false }, 25, 0);
    for (let round = 0; round < 30; round += 1) {
      const nowMs = delivery.resendAtMs ?? 0;
      delivery = afterSending(delivery, { fromSeq: 11, resend: true }, 25, nowMs);
      waits.push(((delivery.resendAtMs ?? 0) - nowMs) / 1_000);
    }
    const everySixteen = Array.from({ length: 21 }, () => 16);
    expect(waits).toEqual([4, 8, ...everySixteen, 32, 64, 128, 256, 300, 300, 300]);
  });

  test('new rows do not postpone the resend of old ones', () => {
    expect(afterSending(sent, { fromSeq: 21, resend: false }, 25, 4_000)).toEqual({ ...sent, sentSeq: 25 });
  });

  test('splits rows in order so that no message is too large', () => {
    expect(chunkBySize([40, 30, 30, 1, 99, 5], (size) => size, 100)).toEqual([[40, 30, 30], [1, 99], [5]]);
  });
});
