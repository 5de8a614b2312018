import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { accountClient } from '../../src/account/client.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { newId } from '../../src/lib/ids.ts';
import {
  DAY_MS,
  DELIVERY,
  done,
  earn,
  line,
  newKey,
  type OpenedAccount,
  openAccount,
  openReward,
  order,
  programme,
  redeem,
  refusalOf,
  STAFF,
  ZONE,
} from './world.ts';

type Reward = Awaited<ReturnType<typeof openReward>>;
type World = OpenedAccount & { reward: Reward; redemptionId: string };

/** An account with 1,000 points, a confirmed redemption of 60, and one purchase `o1` of ¥100. */
async function world(): Promise<World> {
  const shop = await openAccount();
  await earn(shop, { orderId: 'o1' });
  done(
    await shop.account.adjust({ ...staff(), points: 900, reason: 'opening', note: null, expiresAtMs: null }),
  );
  const reward = await openReward(shop.tenantId, 5);
  const { redemptionId } = done(await redeem(shop, [reward.line()]));
  return { ...shop, reward, redemptionId };
}

const staff = (key = newKey()) => ({ key, actor: STAFF });
const seqOf = async ({ account }: World) => done(await account.overview()).seq;

type Call = (world: World, key: string) => Promise<Outcome<unknown>>;
const anOrder = order({ orderId: 'o2' });
const report = { programme: programme(), timeZone: ZONE };
const refundOf = (refundId: string, amountMinor = 5_000, lineId = 'l1') => ({
  channel: 'shop',
  orderId: 'o1',
  refundId,
  lines: [{ lineId, amountMinor }],
});

const commands: [string, Call][] = [
  ['earnOrder', ({ account }, key) => account.earnOrder({ ...staff(key), ...report, order: anOrder })],
  ['refundOrder', ({ account }, key) => account.refundOrder({ ...staff(key), ...refundOf('r1') })],
  [
    'adjust',
    ({ account }, key) =>
      account.adjust({ ...staff(key), points: -7, reason: 'correction', note: 'by hand', expiresAtMs: null }),
  ],
  ['redeem', (shop, key) => redeem(shop, [shop.reward.line()], key)],
  [
    'cancelRedemption',
    ({ account, redemptionId }, key) =>
      account.cancelRedemption({ ...staff(key), redemptionId, reason: 'changed my mind' }),
  ],
  [
    'startFulfilment',
    ({ account, redemptionId }, key) => account.startFulfilment({ ...staff(key), redemptionId }),
  ],
  [
    'ship',
    ({ account, redemptionId }, key) =>
      account.ship({ ...staff(key), redemptionId, carrier: 'SF', trackingNumber: '1' }),
  ],
  ['endSessions', ({ account }, key) => account.endSessions(staff(key))],
  ['eraseDetails', ({ account }, key) => account.eraseDetails(staff(key))],
];

describe('a command sent twice', () => {
  test.each(commands)('%s has its effect once and answers the first result again', async (_, call) => {
    const shop = await world();
    const key = newKey();
    const first = await call(shop, key);
    const before = await seqOf(shop);
    const second = await call(shop, key);
    expect(first).toMatchObject({ ok: true, replayed: false });
    expect(second).toEqual({ ...first, replayed: true });
    expect(await seqOf(shop)).toBe(before);
  });

  test.each(commands)('%s twenty times at once has its effect once', async (_, call) => {
    const shop = await world();
    const key = newKey();
    const before = await seqOf(shop);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(shop, key)));
    const values = answers.map((answer) => (answer.ok ? answer.value : answer.refusal));
    expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
    expect(answers.filter((answer) => answer.ok && !answer.replayed)).toHaveLength(1);
    expect((await seqOf(shop)) - before).toBeLessThanOrEqual(3);
  });

  test.each([
    ['an order', commands[0]?.[1]],
    ['a refund', commands[1]?.[1]],
    ['a start of fulfilment', commands[5]?.[1]],
    ['a shipment', commands[6]?.[1]],
  ])('%s under another key is recognised by what it is about', async (_, call) => {
    const shop = await world();
    const first = await call?.(shop, newKey());
    const before = await seqOf(shop);
    const second = await call?.(shop, newKey());
    expect(second).toEqual({ ...first, replayed: true });
    expect(await seqOf(shop)).toBe(before);
  });
});

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

describe('an account', () => {
  test('that was never opened answers so and stays empty', async () => {
    const tenantId = newId('ten');
    const account = accountClient({ namespace: env.ACCOUNT, tenantId, region: null }).of(newId('mem'));
    const answers = [
      await account.overview(),
      await account.adjust({ ...staff(), points: 1, reason: 'x', note: null, expiresAtMs: null }),
      await account.exportState(),
      await account.touch(),
      await account.confirmProjected({ epoch: 1, fromSeq: 1, toSeq: 1 }),
    ];
    expect(answers).toEqual(answers.map(() => ({ ok: false, refusal: { code: 'not_open' } })));
  });

  test('addressed under another name looks as if it were missing', async () => {
    const { stub, memberId } = await openAccount();
    const answer = await stub.overview({ tenantId: newId('ten'), memberId });
    expect(answer).toEqual({ ok: false, refusal: { code: 'not_found' } });
  });

  test('opens once; the zone must be one', async () => {
    const shop = await openAccount();
    expect(await shop.account.open({ epoch: 1, timeZone: ZONE })).toMatchObject({ ok: true, replayed: true });
    expect(refusalOf(await shop.account.open({ epoch: 2, timeZone: ZONE }))).toMatchObject({
      code: 'invalid_input',
    });
    expect(refusalOf(await shop.account.open({ epoch: 1, timeZone: 'Mars/Olympus' }))).toEqual(
      invalid('timeZone', 'not_a_time_zone'),
    );
  });

  test('earns under the version that granted, even when a refund comes under another', async () => {
    const shop = await openAccount();
    await earn(shop, { orderId: 'o1' }, programme({ baseRate: { numerator: 1, denominator: 2 } }));
    const later = {
      ...staff(),
      order: order({ orderId: 'o1' }),
      programme: programme({}, 2),
      timeZone: ZONE,
    };
    expect(done(await shop.account.earnOrder(later))).toMatchObject({
      points: 50,
      trace: { programmeVersion: 1 },
    });
    expect(done(await shop.account.refundOrder({ ...staff(), ...refundOf('r1') }))).toMatchObject({
      takenPoints: 25,
    });
  });

  test('shows what expires, what matures and what waits', async () => {
    const shop = await openAccount();
    const nowMs = Date.now();
    const give = (points: number, expiresAtMs: number | null) =>
      shop.account.adjust({ ...staff(), points, reason: 'gift', note: null, expiresAtMs });
    done(await give(10, nowMs + DAY_MS));
    done(await give(20, nowMs + 2 * DAY_MS));
    done(await give(5, nowMs + DAY_MS));
    done(await give(40, null));
    await earn(shop, { status: 'paid' });
    const matures = await earn(shop, {}, programme({ daysUntilEntry: 7 }));
    done(await give(-12, null));
    expect(done(await shop.account.overview())).toMatchObject({
      balances: { availablePoints: 63, pendingPoints: 200, totalPoints: 263, balancePoints: 263 },
      expiries: [
        { expiresAtMs: nowMs + DAY_MS, points: 3 },
        { expiresAtMs: nowMs + 2 * DAY_MS, points: 20 },
        { expiresAtMs: null, points: 40 },
      ],
      maturities: [
        { availableAtMs: matures.availableAtMs, points: 100 },
        { availableAtMs: null, points: 100 },
      ],
    });
  });
});
