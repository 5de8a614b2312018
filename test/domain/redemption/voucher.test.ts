import { describe, expect, test } from 'vitest';
import {
  type Redemption,
  type RedemptionState,
  standingAt,
  viewOfRedemption,
} from '../../../src/domain/redemption/redemption.ts';
import { decideTransition, type RedemptionEvent } from '../../../src/domain/redemption/transitions.ts';
import { issuedVoucher, readVoucherCode, voucherCodeOf } from '../../../src/domain/redemption/voucher.ts';

const ZONE = 'Asia/Shanghai';
const ISSUED_AT_MS = Date.parse('2026-03-01T15:00:00Z');
/** Midnight in Shanghai at the end of the 30th day after 1 March. */
const ENDS_AT_MS = Date.parse('2026-03-31T16:00:00Z');
const CODE = 'ABCD2345';

function redemption(given: Partial<Redemption> = {}): Redemption {
  return {
    redemptionId: 'rdm_1',
    memberId: 'mem_1',
    state: 'committing',
    version: 3,
    points: 100,
    lines: [],
    delivery: null,
    undoneBecause: null,
    cancelRequest: null,
    carrier: null,
    trackingNumber: null,
    createdAtMs: 1,
    updatedAtMs: 1,
    timeline: [],
    refusal: null,
    voucherOffer: { code: CODE, validDays: 30, timeZone: ZONE },
    hold: { state: 'captured', allocations: [] },
    graceDays: 7,
    createdSeq: 1,
    seq: 1,
    ...given,
  };
}

const voucher = { code: CODE, issuedAtMs: ISSUED_AT_MS, validUntilMs: ENDS_AT_MS, usedAtMs: null };
const asked = { state: 'open', reason: null, requestedAtMs: 1, answeredAtMs: null } as const;
const use: RedemptionEvent = { kind: 'take_voucher' };
const end: RedemptionEvent = { kind: 'end_voucher' };
const cancelBy = (by: 'member' | 'staff'): RedemptionEvent => ({ kind: 'cancel', reason: null, by });
const accept: RedemptionEvent = { kind: 'answer_cancel', accept: true, by: 'staff' };

function outcome(before: Redemption, event: RedemptionEvent, nowMs: number): string {
  const transition = decideTransition(before, event, nowMs);
  if (transition.kind === 'unchanged') return '=';
  if (transition.kind === 'refused') return transition.refusal.code;
  return transition.redemption.state;
}

test('a voucher is issued with its confirmation, and shown to nobody before', () => {
  const before = redemption();
  expect(viewOfRedemption(before)).not.toHaveProperty('voucher');
  expect(JSON.stringify(viewOfRedemption(before))).not.toContain(CODE);
  const issued = decideTransition(before, { kind: 'all_committed' }, ISSUED_AT_MS);
  expect(issued).toMatchObject({
    kind: 'moved',
    redemption: {
      state: 'issued',
      voucher,
      timeline: [
        { state: 'confirmed', atMs: ISSUED_AT_MS },
        { state: 'issued', atMs: ISSUED_AT_MS },
      ],
    },
  });
});

test('its days end with the day in the shop, also across a change of clocks; without days it never ends', () => {
  const issuedOn = (at: string, validDays: number | null, timeZone: string) =>
    issuedVoucher({ code: CODE, validDays, timeZone }, Date.parse(at)).validUntilMs;
  expect(issuedOn('2026-03-01T15:59:00Z', 1, ZONE)).toBe(Date.parse('2026-03-02T16:00:00Z'));
  expect(issuedOn('2026-03-28T12:00:00Z', 1, 'Europe/Berlin')).toBe(Date.parse('2026-03-29T22:00:00Z'));
  expect(issuedOn('2026-03-28T12:00:00Z', null, ZONE)).toBe(null);
});

describe('a voucher in each state, before and after its end', () => {
  const states: RedemptionState[] = ['issued', 'used', 'expired', 'cancelling', 'cancelled'];
  const at = (state: RedemptionState) =>
    redemption({ state, voucher: state === 'used' ? { ...voucher, usedAtMs: 7 } : voucher });
  test.each<[string, RedemptionEvent, number, string]>([
    ['used', use, ENDS_AT_MS - 1, 'used voucher_used voucher_expired voucher_cancelled voucher_cancelled'],
    [
      'used too late',
      use,
      ENDS_AT_MS,
      'voucher_expired voucher_used voucher_expired voucher_cancelled voucher_cancelled',
    ],
    ['ended early', end, ENDS_AT_MS - 1, '= = = = ='],
    ['ended', end, ENDS_AT_MS, 'expired = = = ='],
    ['asked back', cancelBy('member'), ENDS_AT_MS - 1, 'issued voucher_used voucher_expired = ='],
    ['called off', cancelBy('staff'), ENDS_AT_MS - 1, 'cancelling voucher_used voucher_expired = ='],
    [
      'called off too late',
      cancelBy('staff'),
      ENDS_AT_MS,
      'voucher_expired voucher_used voucher_expired = =',
    ],
    [
      'shipped',
      { kind: 'ship', carrier: 'SF', trackingNumber: '1' },
      9,
      'wrong_state wrong_state wrong_state wrong_state wrong_state',
    ],
  ])('%s', (_, event, nowMs, expected) => {
    expect(states.map((state) => outcome(at(state), event, nowMs)).join(' ')).toBe(expected);
  });

  test('the refusals say when it was used, and when it ended', () => {
    expect(decideTransition(at('used'), use, 9)).toMatchObject({
      refusal: { code: 'voucher_used', usedAtMs: 7 },
    });
    expect(decideTransition(at('issued'), use, ENDS_AT_MS)).toMatchObject({
      refusal: { code: 'voucher_expired', expiredAtMs: ENDS_AT_MS },
    });
  });

  test('a member asks the shop to cancel; using the voucher, or its end, declines her', () => {
    const open = redemption({ state: 'issued', voucher, cancelRequest: asked });
    expect(outcome(open, accept, 9)).toBe('cancelling');
    expect(outcome(open, accept, ENDS_AT_MS)).toBe('voucher_expired');
    for (const [event, nowMs] of [
      [use, 9],
      [end, ENDS_AT_MS],
    ] as const)
      expect(decideTransition(open, event, nowMs)).toMatchObject({
        redemption: { cancelRequest: { state: 'declined', answeredAtMs: nowMs } },
      });
  });

  test('read after its end it is expired, written down or not', () => {
    const issued = redemption({ state: 'issued', voucher, timeline: [{ state: 'issued', atMs: 5 }] });
    expect(standingAt(issued, ENDS_AT_MS - 1)).toBe(issued);
    expect(standingAt(issued, ENDS_AT_MS)).toMatchObject({
      state: 'expired',
      timeline: [
        { state: 'issued', atMs: 5 },
        { state: 'expired', atMs: ENDS_AT_MS },
      ],
    });
  });
});

describe('codes', () => {
  test('are eight characters that look like no other, each as likely as the next', () => {
    const drawn = Array.from({ length: 240 }, (_, byte) => voucherCodeOf(new Uint8Array(8).fill(byte)));
    const letters = drawn.map((code) => code?.[0] ?? '');
    expect(drawn.every((code) => code?.length === 8)).toBe(true);
    expect([...new Set(letters)].sort().join('')).toBe('23456789ABCDEFGHJKMNPQRSTVWXYZ');
    expect(new Set(letters.map((letter) => letters.filter((other) => other === letter).length))).toEqual(
      new Set([8]),
    );
    expect(voucherCodeOf(new Uint8Array(32).fill(255))).toBe(null);
  });

  test.each([
    ['abcd 2345', CODE],
    ['ABCD-2345 ', CODE],
    ['ＡＢＣＤ２３４５', CODE],
    ['https://mianyu.example.com/v/ABCD2345', CODE],
    ['ABCD234', null],
    ['ABCD2340', null],
    ['', null],
  ])('%s is read as %s', (typed, code) => {
    expect(readVoucherCode(typed)).toBe(code);
  });
});
