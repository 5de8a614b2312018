import { expect, test } from 'vitest';
import { ASK_MS, type AskState, askStanding, mayConfirm } from '../../src/domain/counter-ask.ts';

const ask = (state: AskState) => ({ state, expiresAtMs: ASK_MS });

test('an ask is open for five minutes, and what was answered stays answered for ever', () => {
  expect(askStanding(ask('open'), false, ASK_MS - 1)).toBe('open');
  expect(askStanding(ask('open'), false, ASK_MS)).toBe('expired');
  for (const state of ['declined', 'withdrawn', 'refused'] as const)
    expect(askStanding(ask(state), false, 10 * ASK_MS)).toBe(state);
  expect(askStanding(ask('confirmed'), true, 10 * ASK_MS)).toBe('confirmed');
});

test('one that she confirmed is being redeemed until her account has it, and no longer than it can take', () => {
  expect(askStanding(ask('confirmed'), false, ASK_MS)).toBe('redeeming');
  expect(askStanding(ask('confirmed'), false, ASK_MS + 120_000)).toBe('expired');
  expect(askStanding(ask('refused'), true, ASK_MS)).toBe('confirmed');
});

test('a confirmation counts in time, and once more a minute later where it was given in time', () => {
  expect([mayConfirm(ask('open'), ASK_MS - 1), mayConfirm(ask('open'), ASK_MS)]).toEqual([true, false]);
  const late = [ASK_MS, ASK_MS + 59_999, ASK_MS + 60_000].map((nowMs) => mayConfirm(ask('confirmed'), nowMs));
  expect(late).toEqual([true, true, false]);
  expect((['declined', 'withdrawn', 'refused'] as const).map((state) => mayConfirm(ask(state), 0))).toEqual([
    false,
    false,
    false,
  ]);
});
