import { describe, expect, test } from 'vitest';
import type { RedeemRequest, Redemption } from '../../web/widget/answers.ts';
import type { Problem } from '../../web/widget/ask.ts';
import { createAttempts, judge, sendUntilAnswered } from '../../web/widget/redeem-attempt.ts';
import type { MemberAnswer } from '../../web/widget/session.ts';

const delivery = {
  recipientName: '林小满',
  phone: '13800138000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: null,
  postalCode: null,
};
const request: RedeemRequest = {
  ...{ rewardId: 'rwd_1', priceVersion: 1, pointsEach: 500, shippingFeeMinor: 0 },
  ...{ delivery, pickUp: false, branchId: null },
};

const redemption = (state: string): Redemption => ({
  id: 'rdm_1',
  number: 'ABC123',
  state,
  name: '手作餐具',
  nameLocale: 'zh-CN',
  points: 500,
  undoneBecause: null,
  voucher: null,
  next: [],
  path: '/redemptions/rdm_1',
});
const ok = (state: string): MemberAnswer<Redemption> => ({ kind: 'ok', value: redemption(state) });
const refused = (problem: Partial<Problem>): MemberAnswer<Redemption> => ({
  kind: 'refused',
  problem: { code: '', status: 409, detail: 'said', ...problem },
});
const lost: MemberAnswer<Redemption> = { kind: 'lost' };

/** Keys in the order in which they are made. */
function keys() {
  let made = 0;
  return () => `key ${++made}`;
}

describe('what an answer means', () => {
  test.each([
    ['confirmed', 'redeemed'],
    ['shipped', 'redeemed'],
    ['reserving', 'confirming'],
    ['committing', 'confirming'],
    ['undoing', 'not_redeemed'],
    ['undone', 'not_redeemed'],
  ])('%s: %s', (state, kind) => {
    expect(judge(ok(state))).toEqual({ kind, redemption: redemption(state) });
  });

  test('a fee that changed is asked again, at the points as they were', () => {
    const answer = refused({ code: 'shipping-fee-changed', feeMinor: 1500, toldMinor: 1000 });
    const asked = { kind: 'new_price', price: { shippingFeeMinor: 1500 }, words: 'said' };
    expect(judge(answer)).toEqual(asked);
  });

  test('a code that is needed, wrong or malformed is asked for, and nothing was taken', () => {
    const sent = refused({ code: 'proof-needed', sentTo: 'l•••@example.com' });
    expect(judge(sent)).toEqual({ kind: 'proof', sentTo: 'l•••@example.com', words: 'said' });
    for (const problem of [{ code: 'code-wrong' }, { code: 'invalid-input', field: 'code' }]) {
      expect(judge(refused(problem))).toEqual({ kind: 'proof', sentTo: null, words: 'said' });
    }
  });

  test('another price is asked about in the server’s words', () => {
    const answer = refused({ code: 'price-changed', priceVersion: 2, pointsEach: 650 });
    expect(judge(answer)).toEqual({
      kind: 'new_price',
      price: { priceVersion: 2, pointsEach: 650 },
      words: 'said',
    });
  });

  test.each(['sold-out', 'stopped', 'not-started', 'ended', 'limit-reached', 'account-frozen'])(
    '%s is final: the same would be refused again',
    (code) => {
      expect(judge(refused({ code }))).toEqual({ kind: 'refused', words: 'said', final: true });
    },
  );

  test.each([
    { code: 'insufficient-points', status: 409 },
    { code: 'too-many-holds', status: 409 },
    { code: 'key-reused', status: 422 },
    { code: 'rate-limited', status: 429 },
    { code: 'of-a-later-release', status: 418 },
  ])('$code is said and may be tried again', (problem) => {
    expect(judge(refused(problem))).toEqual({ kind: 'refused', words: 'said', final: false });
  });

  test('parts of the address that can’t be are named', () => {
    const errors = ['delivery.phone', 'delivery.city', 'rewardId'].map((field) => ({ field, reason: 'x' }));
    const answer = refused({ code: 'invalid-input', status: 400, field: 'delivery.phone', errors });
    expect(judge(answer)).toEqual({ kind: 'fields', fields: ['phone', 'city'], words: 'said' });
    expect(judge(refused({ code: 'invalid-input', status: 400, field: 'delivery.phone' }))).toMatchObject({
      fields: ['phone'],
    });
  });

  test('nobody signed in and no answer are told apart', () => {
    expect(judge(refused({ status: 401, code: 'unauthenticated' }))).toEqual({ kind: 'signed_out' });
    expect(judge({ kind: 'visitor' })).toEqual({ kind: 'signed_out' });
    expect(judge(lost)).toEqual({ kind: 'unsure' });
  });
});

describe('a wish to redeem', () => {
  /** Sends a wish to a server that answers like this, and says which keys and requests it saw. */
  async function send(
    answers: MemberAnswer<Redemption>[],
    given = request,
    attempts = createAttempts(),
    key = keys(),
  ) {
    const seen: unknown[] = [];
    const attempt = attempts.begin(given, key);
    const outcome = await sendUntilAnswered(
      attempt,
      async (sent) => {
        seen.push([sent.key, sent.request]);
        return answers.shift() ?? lost;
      },
      [0, 0],
    );
    attempts.settle(attempt, outcome);
    return { outcome, seen, attempts };
  }

  test('whose answer was lost is sent again as it was, with its key', async () => {
    const { outcome, seen } = await send([lost, lost, ok('confirmed')]);
    expect(outcome.kind).toBe('redeemed');
    expect(seen).toEqual(Array(3).fill(['key 1', request]));
  });

  test('that nobody answered stands: the next try is the very same, whatever the form says by then', async () => {
    const key = keys();
    const first = await send([], request, createAttempts(), key);
    expect(first.outcome).toEqual({ kind: 'unsure' });
    const changed = { ...request, delivery: { ...delivery, city: '长宁区' } };
    const second = await send([ok('confirmed')], changed, first.attempts, key);
    expect(second.seen).toEqual([['key 1', request]]);
    expect(second.attempts.openOf('rwd_1')).toBe(null);
  });

  test('that was refused is over: the next one has a key of its own', async () => {
    const key = keys();
    const { attempts } = await send([refused({ code: 'sold-out' })], request, createAttempts(), key);
    const { seen } = await send([ok('confirmed')], request, attempts, key);
    expect(seen).toEqual([['key 2', request]]);
  });

  test('twice the same reward is two wishes, once the first was answered', async () => {
    const key = keys();
    const { attempts } = await send([ok('confirmed')], request, createAttempts(), key);
    const { seen } = await send([ok('confirmed')], request, attempts, key);
    expect(seen).toEqual([['key 2', request]]);
  });

  test('whose session was over may be changed, unless an answer was lost before', async () => {
    const over = refused({ status: 401, code: 'unauthenticated' });
    expect((await send([over])).attempts.openOf('rwd_1')).toBe(null);
    expect((await send([lost, over])).attempts.openOf('rwd_1')).toMatchObject({ key: 'key 1' });
  });

  test('answered after another member has come ends no wish of hers', () => {
    const attempts = createAttempts();
    const key = keys();
    const first = attempts.begin(request, key);
    attempts.clear();
    const hers = attempts.begin(request, key);
    attempts.settle(first, judge(ok('confirmed')));
    expect(attempts.openOf('rwd_1')).toBe(hers);
  });

  test('of one reward holds up no other, and is gone for another member', async () => {
    const { attempts } = await send([]);
    expect(attempts.openOf('rwd_2')).toBe(null);
    attempts.clear();
    expect(attempts.openOf('rwd_1')).toBe(null);
  });
});
