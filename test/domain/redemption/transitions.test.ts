import { describe, expect, test } from 'vitest';
import {
  cancelRequestsLeft,
  type Redemption,
  type RedemptionState,
} from '../../../src/domain/redemption/redemption.ts';
import { decideTransition, type RedemptionEvent } from '../../../src/domain/redemption/transitions.ts';

const STATES: RedemptionState[] = [
  'reserving',
  'awaiting_payment',
  'committing',
  'undoing',
  'undone',
  'confirmed',
  'cancelling',
  'cancelled',
  'in_fulfilment',
  'shipped',
  'received',
];

function redemption(given: Partial<Redemption> = {}): Redemption {
  return {
    redemptionId: 'rdm_1',
    memberId: 'mem_1',
    state: 'reserving',
    version: 3,
    points: 100,
    lines: [],
    delivery: null,
    undoneBecause: null,
    cancelRequest: null,
    carrier: 'SF',
    trackingNumber: 'T0',
    createdAtMs: 1,
    updatedAtMs: 1,
    timeline: [],
    refusal: null,
    hold: { state: 'pending', allocations: [] },
    graceDays: 7,
    createdSeq: 1,
    seq: 1,
    ...given,
  };
}

const asked = { state: 'open', reason: null, requestedAtMs: 1, answeredAtMs: null } as const;
const cancel: RedemptionEvent = { kind: 'cancel', reason: null, by: 'member' };
const ship: RedemptionEvent = { kind: 'ship', carrier: 'SF', trackingNumber: 'T1' };
const answer = (accept: boolean): RedemptionEvent => ({ kind: 'answer_cancel', accept, by: 'staff' });
const refusedLine: RedemptionEvent = {
  kind: 'line_refused',
  refusal: { code: 'sold_out', remainingUnits: 0 },
};

/** The state after the event, `=` where nothing changes, or the refusal. */
function outcome(before: Redemption, event: RedemptionEvent): string {
  const transition = decideTransition(before, event, 9);
  if (transition.kind === 'unchanged') return '=';
  if (transition.kind === 'refused') return transition.refusal.code;
  return transition.redemption.state;
}

test('whoever meant to cancel what is not packed yet leaves no request by mistake', () => {
  const unpackedOnly: RedemptionEvent = { ...cancel, unpackedOnly: true };
  const states: RedemptionState[] = ['reserving', 'confirmed', 'in_fulfilment', 'shipped', 'cancelled'];
  expect(states.map((state) => outcome(redemption({ state }), unpackedOnly))).toEqual([
    'undoing',
    'cancelling',
    'fenced',
    'fenced',
    '=',
  ]);
});

test('a cancel that promised other cash than would come back is asked again, and cancels nothing', () => {
  const payment = {
    currency: 'CNY',
    state: 'paid',
    received: { amountMinor: 2_500, currency: 'CNY' },
    refunds: [],
  } as unknown as NonNullable<Redemption['payment']>;
  const told = (cashBackMinor: number, state: RedemptionState) =>
    decideTransition(redemption({ state, payment }), { ...cancel, by: 'member', cashBackMinor }, 9);
  const refusal = { code: 'cash_changed', cashBackMinor: 2_500, toldMinor: 0, currency: 'CNY' };
  const states: RedemptionState[] = ['committing', 'confirmed', 'in_fulfilment', 'issued'];
  for (const state of states) expect(told(0, state)).toEqual({ kind: 'refused', refusal });
  expect(told(2_500, 'confirmed')).toMatchObject({ redemption: { state: 'cancelling' } });
  expect(told(0, 'cancelled')).toEqual({ kind: 'unchanged' });
});

describe('every event in every state', () => {
  test.each<[string, RedemptionEvent, string]>([
    ['all reserved', { kind: 'all_reserved' }, 'committing = = = = = = = = = ='],
    ['a line refused', refusedLine, 'undoing = = = = = = = = = ='],
    ['given up', { kind: 'given_up' }, 'undoing = = = = = = = = = ='],
    ['all committed', { kind: 'all_committed' }, '= = confirmed = = = = = = = ='],
    ['all cancelled', { kind: 'all_cancelled' }, '= = = undone = = cancelled = = = ='],
    ['cancel', cancel, 'undoing wrong_state wrong_state = = cancelling = = in_fulfilment fenced fenced'],
    [
      'cancel by staff',
      { ...cancel, by: 'staff' },
      'undoing wrong_state wrong_state = = cancelling = = cancelling fenced fenced',
    ],
    [
      'correct the parcel',
      { ...ship, kind: 'correct_parcel' },
      `${Array(9).fill('wrong_state').join(' ')} shipped wrong_state`,
    ],
    [
      'hand over',
      { kind: 'hand_over' },
      'wrong_state wrong_state wrong_state wrong_state wrong_state received wrong_state wrong_state received wrong_state handed_over',
    ],
    [
      'start fulfilment',
      { kind: 'start_fulfilment' },
      'wrong_state wrong_state wrong_state wrong_state wrong_state in_fulfilment wrong_state wrong_state = wrong_state wrong_state',
    ],
    [
      'ship',
      ship,
      'wrong_state wrong_state wrong_state wrong_state wrong_state shipped wrong_state wrong_state shipped wrong_state wrong_state',
    ],
    [
      'receive',
      { kind: 'receive' },
      'wrong_state wrong_state wrong_state wrong_state wrong_state wrong_state wrong_state wrong_state wrong_state received =',
    ],
    ['accept an unasked cancel', answer(true), Array(11).fill('wrong_state').join(' ')],
  ])('%s', (_, event, expected) => {
    expect(STATES.map((state) => outcome(redemption({ state }), event)).join(' ')).toBe(expected);
  });

  test('a request is answered once, and shipping declines it', () => {
    const open = redemption({ state: 'in_fulfilment', cancelRequest: asked });
    expect(outcome(open, answer(true))).toBe('cancelling');
    expect(outcome(open, answer(false))).toBe('in_fulfilment');
    const shipped = decideTransition(open, ship, 9);
    expect(shipped).toMatchObject({
      redemption: { state: 'shipped', cancelRequest: { state: 'declined', answeredAtMs: 9 } },
    });
    const declined = redemption({ state: 'in_fulfilment', cancelRequest: { ...asked, state: 'declined' } });
    expect([outcome(declined, answer(false)), outcome(declined, answer(true))]).toEqual(['=', 'wrong_state']);
  });

  test('a declined member may ask again, up to three requests for one redemption', () => {
    const moved = (before: Redemption, event: RedemptionEvent, atMs: number): Redemption => {
      const transition = decideTransition(before, event, atMs);
      if (transition.kind !== 'moved') throw new Error(`nothing moved: ${JSON.stringify(transition)}`);
      return transition.redemption;
    };
    const why = (reason: string): RedemptionEvent => ({ kind: 'cancel', reason, by: 'member' });
    const packed = redemption({ state: 'in_fulfilment' });
    const declinedOnce = moved(moved(packed, why('买错了'), 10), answer(false), 11);
    const askedTwice = moved(declinedOnce, why('地址错了'), 12);
    expect([askedTwice.state, askedTwice.cancelRequest]).toEqual([
      'in_fulfilment',
      {
        state: 'open',
        reason: '地址错了',
        requestedAtMs: 12,
        answeredAtMs: null,
        declinedBefore: [{ requestedAtMs: 10, answeredAtMs: 11 }],
      },
    ]);
    expect(outcome(askedTwice, why('还没答复'))).toBe('=');
    const askedThrice = moved(moved(askedTwice, answer(false), 13), why('求求了'), 14);
    expect([declinedOnce, askedTwice, askedThrice].map(cancelRequestsLeft)).toEqual([2, 1, 0]);
    const declinedThrice = moved(askedThrice, answer(false), 15);
    expect(decideTransition(declinedThrice, why('再来'), 16)).toEqual({
      kind: 'refused',
      refusal: { code: 'too_many_cancel_requests', limit: 3 },
    });
    expect(outcome(askedThrice, answer(true))).toBe('cancelling');
  });

  test('staff who cancel answer an open request with it, and their reason is kept', () => {
    const open = redemption({ state: 'in_fulfilment', cancelRequest: asked });
    expect(decideTransition(open, { kind: 'cancel', reason: '货坏了', by: 'staff' }, 9)).toEqual({
      kind: 'moved',
      redemption: {
        ...open,
        state: 'cancelling',
        version: 4,
        undoneBecause: 'staff',
        shopReason: '货坏了',
        cancelRequest: { ...asked, state: 'accepted', answeredAtMs: 9 },
        updatedAtMs: 9,
        timeline: [{ state: 'cancelling', atMs: 9 }],
      },
    });
  });

  test('what was sent is not handed over as well, and a parcel corrected to the same is left alone', () => {
    const sent = redemption({ state: 'received', timeline: [{ state: 'shipped', atMs: 1 }] });
    expect(outcome(sent, { kind: 'hand_over' })).toBe('wrong_state');
    const same = redemption({ state: 'shipped', trackingNumber: 'T1' });
    expect(outcome(same, { ...ship, kind: 'correct_parcel' })).toBe('=');
  });

  test('shipping at once passes the fence, and says so in the timeline', () => {
    expect(decideTransition(redemption({ state: 'confirmed' }), ship, 9)).toEqual({
      kind: 'moved',
      redemption: {
        ...redemption({ state: 'shipped', carrier: 'SF', trackingNumber: 'T1', version: 4, updatedAtMs: 9 }),
        timeline: [
          { state: 'in_fulfilment', atMs: 9 },
          { state: 'shipped', atMs: 9 },
        ],
      },
    });
    expect(outcome(redemption({ state: 'shipped', trackingNumber: 'T1' }), ship)).toBe('=');
  });
});

describe('what she picks up', () => {
  const pickUp = (state: RedemptionState, given: Partial<Redemption> = {}) =>
    redemption({ state, pickUp: true, ...given });
  const ready: RedemptionEvent = { kind: 'mark_ready' };

  test('lies ready once, is never shipped, and is received when it is handed over', () => {
    const states: RedemptionState[] = ['reserving', 'confirmed', 'in_fulfilment', 'ready', 'received'];
    const outcomes = (event: RedemptionEvent) => states.map((state) => outcome(pickUp(state), event));
    expect(outcomes(ready)).toEqual(['wrong_state', 'ready', 'ready', '=', 'wrong_state']);
    expect(outcomes(ship)).toEqual(Array(5).fill('wrong_state'));
    expect(outcomes({ kind: 'hand_over' })).toEqual([
      'wrong_state',
      'received',
      'received',
      'received',
      'handed_over',
    ]);
    expect(outcomes({ kind: 'start_fulfilment' })).toEqual([
      'wrong_state',
      'in_fulfilment',
      '=',
      '=',
      'wrong_state',
    ]);
    expect(outcome(redemption({ state: 'confirmed' }), ready)).toBe('wrong_state');
  });

  test('is beyond the fence from then on: she asks, and the shop answers or cancels', () => {
    expect(outcome(pickUp('ready'), cancel)).toBe('ready');
    expect(outcome(pickUp('ready'), { ...cancel, by: 'staff' })).toBe('cancelling');
    expect(outcome(pickUp('ready', { cancelRequest: asked }), answer(true))).toBe('cancelling');
    const handed = decideTransition(pickUp('ready', { cancelRequest: asked }), { kind: 'hand_over' }, 9);
    expect(handed).toMatchObject({ redemption: { state: 'received', cancelRequest: { state: 'declined' } } });
  });

  test('passes the fence and is received in one moment where she stands at the counter', () => {
    const moved = decideTransition(pickUp('committing', { handsOver: true }), { kind: 'all_committed' }, 9);
    const timeline = (['confirmed', 'in_fulfilment', 'received'] as const).map((state) => ({
      state,
      atMs: 9,
    }));
    expect(moved).toMatchObject({ redemption: { state: 'received', timeline } });
  });
});
