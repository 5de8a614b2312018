import { describe, expect, test } from 'vitest';
import { newId } from '../../src/lib/ids.ts';
import { type Call, commands, type Reward, refundOf, staff, world } from './every-command.ts';
import { DELIVERY, done, line, newKey, order, programme, redeem, refusalOf, ZONE } from './world.ts';

const adjust = (
  points: number,
  given: { reason?: string; expiresAtMs?: number | null; key?: string } = {},
): Call => {
  const { reason = 'goodwill', expiresAtMs = null } = given;
  return ({ account }, key) =>
    account.adjust({ ...staff(given.key ?? key), points, reason, note: null, expiresAtMs });
};
const earnWith = (given: Parameters<typeof order>[0], version = programme()): Call => {
  return ({ account }, key) =>
    account.earnOrder({ ...staff(key), order: order(given), programme: version, timeZone: ZONE });
};
const redeemLine = (given: Parameters<Reward['line']>[0]): Call => {
  return (shop, key) => redeem(shop, [shop.reward.line(given)], key);
};
const invalid = (field: string, reason: string) => ({ code: 'invalid_input', field, reason });
const forged = { ...programme(), hash: '0'.repeat(64) };

describe('every refusal is reached, and writes nothing', () => {
  test.each<[string, Call, object]>([
    ['a key without a text', adjust(1, { key: '' }), invalid('key', 'not_a_key')],
    ['no points', adjust(0), invalid('points', 'not_points')],
    ['half a point', adjust(0.5), invalid('points', 'not_points')],
    ['no number', adjust(Number.NaN), invalid('points', 'not_points')],
    ['no reason', adjust(1, { reason: '' }), invalid('reason', 'not_a_reason')],
    ['an expiry that has passed', adjust(1, { expiresAtMs: 1 }), invalid('expiresAt', 'not_a_future_time')],
    [
      'taking more than is available',
      adjust(-1_000),
      { code: 'insufficient_points', missingPoints: 60, availablePoints: 940 },
    ],
    [
      'a negative amount',
      earnWith({ lines: [line({ amountMinor: -1 })] }),
      invalid('lines', 'not_an_amount'),
    ],
    [
      'another currency',
      earnWith({ currency: 'JPY' }),
      { code: 'currency_mismatch', expected: 'CNY', found: 'JPY' },
    ],
    ['a rule body under another hash', earnWith({}, forged), invalid('programme.hash', 'not_of_this_body')],
    [
      'a rule body that cannot be',
      earnWith({}, programme({ daysUntilEntry: -1 })),
      invalid('programme.daysUntilEntry', 'out_of_range'),
    ],
    [
      'a known order with other lines',
      earnWith({ orderId: 'o1', lines: [line({ amountMinor: 1 })] }),
      { code: 'order_changed', field: 'lines' },
    ],
    [
      'a refund of an unknown order',
      ({ account }, key) => account.refundOrder({ ...staff(key), ...refundOf('r1'), orderId: 'nope' }),
      { code: 'order_unknown' },
    ],
    [
      'a refund of an unknown line',
      ({ account }, key) => account.refundOrder({ ...staff(key), ...refundOf('r1', 1, 'l9') }),
      invalid('lines', 'unknown_line'),
    ],
    [
      'a refund of more than the line',
      ({ account }, key) => account.refundOrder({ ...staff(key), ...refundOf('r1', 10_001) }),
      { code: 'refund_exceeds_line', lineId: 'l1', remainingMinor: 10_000 },
    ],
    ['a redemption of nothing', (shop, key) => redeem(shop, [], key), invalid('lines', 'empty')],
    ['no quantity', redeemLine({ quantity: 0 }), invalid('lines', 'not_a_quantity')],
    [
      'more than a member may have',
      redeemLine({ limitPerMember: 1 }),
      { code: 'limit_reached', limit: 1, taken: 1 },
    ],
    [
      'more than she has',
      redeemLine({ quantity: 20 }),
      { code: 'insufficient_points', missingPoints: 260, availablePoints: 940 },
    ],
    [
      'an unknown redemption',
      ({ account }, key) => account.startFulfilment({ ...staff(key), redemptionId: 'rdm_nope' }),
      { code: 'not_found' },
    ],
    [
      'received before it was shipped',
      ({ account, redemptionId }, key) => account.markReceived({ ...staff(key), redemptionId }),
      { code: 'wrong_state', state: 'confirmed' },
    ],
    [
      'an answer that nobody asked for',
      ({ account, redemptionId }, key) =>
        account.answerCancelRequest({ ...staff(key), redemptionId, accept: true }),
      { code: 'wrong_state', state: 'confirmed' },
    ],
  ])('%s', async (_, call, refusal) => {
    const shop = await world();
    const before = await shop.account.exportState();
    expect(refusalOf(await call(shop, newKey()))).toEqual(refusal);
    const unsent = { sentSeq: 0, confirmedSeq: 0, nowMs: 0, alarmAtMs: 0, dueAtMs: 0 };
    expect({ ...done(await shop.account.exportState()), ...unsent }).toEqual({ ...done(before), ...unsent });
  });

  test.each<[string, Call, object]>([
    [
      'a price that has changed',
      redeemLine({ priceVersion: 2 }),
      { code: 'price_changed', priceVersion: 1, pointsEach: 60 },
    ],
    ['more than there are', redeemLine({ quantity: 5 }), { code: 'sold_out', remainingUnits: 4 }],
    ['a reward that is not there', redeemLine({ stockId: newId('rwd') }), { code: 'not_found' }],
  ])("a stock's refusal undoes the redemption: %s", async (_, call, refusal) => {
    const shop = await world();
    const before = done(await shop.account.overview()).balances;
    expect(refusalOf(await call(shop, newKey()))).toEqual(refusal);
    expect(done(await shop.account.overview()).balances).toEqual(before);
    expect(done(await shop.reward.stock.overview()).counts).toMatchObject({
      availableUnits: 4,
      reservedUnits: 0,
      takenUnits: 1,
    });
  });

  test('a stopped reward takes effect at once', async () => {
    const shop = await world();
    done(await shop.reward.stock.stop(staff()));
    expect(refusalOf(await redeem(shop, [shop.reward.line()]))).toEqual({ code: 'stopped' });
  });

  test('one key with another input', async () => {
    const shop = await world();
    const key = newKey();
    done(await adjust(1)(shop, key));
    for (const [, call] of commands) expect(refusalOf(await call(shop, key))).toEqual({ code: 'key_reused' });
  });

  test('more open holds than the shop allows', async () => {
    const shop = await world();
    const actor = { kind: 'member', id: shop.memberId } as const;
    const command = {
      key: newKey(),
      actor,
      redemptionId: newId('rdm'),
      lines: [shop.reward.line()],
      delivery: DELIVERY,
    };
    const answer = await shop.account.redeem({ ...command, graceDays: 7, openHoldsMax: 0 });
    expect(refusalOf(answer)).toEqual({ code: 'too_many_holds', limit: 0 });
  });

  test('a cancel after the parcel left', async () => {
    const shop = await world();
    const { account, redemptionId } = shop;
    done(await account.ship({ ...staff(), redemptionId, carrier: 'SF', trackingNumber: '1' }));
    expect(refusalOf(await account.cancelRedemption({ ...staff(), redemptionId, reason: null }))).toEqual({
      code: 'fenced',
      state: 'shipped',
    });
  });
});
