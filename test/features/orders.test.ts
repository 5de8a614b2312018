import { describe, expect, test } from 'vitest';
import { callApi, HALVED, join, newKey, openShop, order, PLAIN, pointsOf, type Shop } from './world.ts';

const rate = (numerator: number, denominator: number) => ({ ...PLAIN, baseRate: { numerator, denominator } });

/** 200 lines whose names are as long as they may be. */
const longLines = (letter: string) =>
  Array.from({ length: 200 }, (_, index) => ({
    lineId: String(index).padEnd(64, letter),
    category: letter.repeat(64),
    amountMinor: 100,
  }));

test('the longest order in plain letters fits one row, and so does the refund of all its lines', async () => {
  const shop = await openShop();
  const member = await join(shop);
  const lines = longLines('x');
  const bought = await shop.api('POST', '/orders', order({ id: member.id }, { orderId: 'long', lines }));
  const refund = lines.map(({ lineId, amountMinor }) => ({ lineId, amountMinor }));
  const taken = await shop.api('POST', '/orders/web/long/refunds', { refundId: 'all', lines: refund });
  expect([bought.body.points, taken.body.takenPoints]).toEqual([200, 200]);
});

describe('an order earns its amount times the rate, decimals discarded', () => {
  test.each([
    ['¥199.99 at 50%', rate(1, 2), 19_999, 99],
    ['¥199.99 at 10%', rate(1, 10), 19_999, 19],
    ['¥1.99 at 50%', rate(1, 2), 199, 0],
    ['¥159,999.99 at 0.1%', rate(1, 1000), 15_999_999, 159],
    ['¥4.35 at 100 points per ¥', rate(100, 1), 435, 435],
  ])('%s', async (_name, programme, amountMinor, points) => {
    const shop = await openShop(programme);
    const member = await join(shop);
    const lines = [{ lineId: '1', amountMinor }];
    const { status, body } = await shop.api('POST', '/orders', order({ id: member.id }, { lines }));
    expect({ status, state: body.state, points: body.points }).toEqual({
      status: 200,
      state: 'credited',
      points,
    });
    expect(await pointsOf(shop, member.id)).toBe(points);
  });

  test('two lines of ¥1.99 at 50% earn 1 together; returning the first takes 1, the second 0', async () => {
    const shop = await openShop(HALVED);
    const member = await join(shop);
    const lines = [
      { lineId: '1', amountMinor: 199 },
      { lineId: '2', amountMinor: 199 },
    ];
    const bought = await shop.api(
      'POST',
      '/orders',
      order({ id: member.id }, { orderId: 'clearance', lines }),
    );
    const refund = (lineId: string) =>
      shop.api('POST', '/orders/web/clearance/refunds', {
        refundId: `refund-${lineId}`,
        lines: [{ lineId, amountMinor: 199 }],
      });
    const first = await refund('1');
    const second = await refund('2');
    expect([bought.body.points, first.body.takenPoints, second.body.takenPoints]).toEqual([1, 1, 0]);
    expect(await pointsOf(shop, member.id)).toBe(0);
  });

  test('a category with a rate of its own earns by it, and the trace says so', async () => {
    const clearance = { category: 'clearance', rate: { numerator: 1, denominator: 2 } };
    const shop = await openShop({ ...PLAIN, categoryRates: [clearance] });
    const member = await join(shop);
    const lines = [
      { lineId: '1', amountMinor: 10_000, category: 'clearance' },
      { lineId: '2', amountMinor: 10_000, category: 'shirts' },
    ];
    const { body } = await shop.api('POST', '/orders', order({ email: member.email }, { lines }));
    expect(body.trace).toEqual({
      programmeVersion: 1,
      lines: [
        {
          lineId: '1',
          category: 'clearance',
          amountMinor: 10_000,
          rate: { numerator: 1, denominator: 2 },
          points: 50,
        },
        {
          lineId: '2',
          category: 'shirts',
          amountMinor: 10_000,
          rate: { numerator: 1, denominator: 1 },
          points: 100,
        },
      ],
      points: 150,
    });
  });
});

describe('a report that comes more than once', () => {
  test('under the same key, or under another one, counts once', async () => {
    const shop = await openShop();
    const member = await join(shop);
    const report = order({ externalId: member.externalId });
    const key = newKey();
    const answers = [
      await shop.api('POST', '/orders', report, key),
      await shop.api('POST', '/orders', report, key),
      await shop.api('POST', '/orders', report),
    ];
    expect(answers.map(({ status, body }) => [status, body.points])).toEqual([
      [200, 100],
      [200, 100],
      [200, 100],
    ]);
    expect(await pointsOf(shop, member.id)).toBe(100);
  });

  test('sixteen at once under as many keys count once', async () => {
    const shop = await openShop();
    const member = await join(shop);
    const report = order({ id: member.id });
    const answers = await Promise.all(Array.from({ length: 16 }, () => shop.api('POST', '/orders', report)));
    expect(answers.map(({ body }) => body.points)).toEqual(Array(16).fill(100));
    expect(await pointsOf(shop, member.id)).toBe(100);
  });

  test('with a key that another order had is refused and changes nothing', async () => {
    const shop = await openShop();
    const [one, other] = [await join(shop), await join(shop)];
    const key = newKey();
    await shop.api('POST', '/orders', order({ id: one.id }), key);
    const reused = await shop.api('POST', '/orders', order({ id: other.id }), key);
    expect({ status: reused.status, code: reused.body.code }).toEqual({ status: 422, code: 'key-reused' });
    expect(await pointsOf(shop, other.id)).toBe(0);
  });

  test('with other amounts is refused and changes nothing', async () => {
    const shop = await openShop();
    const member = await join(shop);
    const report = order({ id: member.id });
    await shop.api('POST', '/orders', report);
    const changed = await shop.api('POST', '/orders', {
      ...report,
      lines: [{ lineId: '1', amountMinor: 1 }],
    });
    expect({ status: changed.status, code: changed.body.code }).toEqual({
      status: 409,
      code: 'order-changed',
    });
    expect(await pointsOf(shop, member.id)).toBe(100);
  });

  test('for another member goes to the member who had it first', async () => {
    const shop = await openShop();
    const [one, other] = [await join(shop), await join(shop)];
    const report = order({ id: one.id });
    await shop.api('POST', '/orders', report);
    const again = await shop.api('POST', '/orders', { ...report, member: { id: other.id } });
    expect([again.body.memberId, await pointsOf(shop, one.id), await pointsOf(shop, other.id)]).toEqual([
      one.id,
      100,
      0,
    ]);
  });
});

describe('what is refused, with nothing changed', () => {
  const cases: [string, (memberId: string) => unknown, number, string][] = [
    ['malformed JSON', () => '{"orderId":', 400, 'malformed-json'],
    [
      'a negative amount',
      (id) => order({ id }, { lines: [{ lineId: '1', amountMinor: -1 }] }),
      400,
      'invalid-input',
    ],
    [
      'a fraction of a minor unit',
      (id) => order({ id }, { lines: [{ lineId: '1', amountMinor: 0.5 }] }),
      400,
      'invalid-input',
    ],
    [
      'an unsafe amount',
      (id) => order({ id }, { lines: [{ lineId: '1', amountMinor: 2 ** 53 }] }),
      400,
      'invalid-input',
    ],
    [
      'an amount as text',
      (id) => order({ id }, { lines: [{ lineId: '1', amountMinor: '100' }] }),
      400,
      'invalid-input',
    ],
    ['no lines', (id) => order({ id }, { lines: [] }), 400, 'invalid-input'],
    [
      'a line named twice',
      (id) =>
        order(
          { id },
          {
            lines: [
              { lineId: '1', amountMinor: 1 },
              { lineId: '1', amountMinor: 1 },
            ],
          },
        ),
      400,
      'invalid-input',
    ],
    [
      'a category that Postgres cannot hold',
      (id) => order({ id }, { lines: [{ lineId: '1', amountMinor: 1, category: 'a\u0000' }] }),
      400,
      'invalid-input',
    ],
    ['half of an emoji', (id) => order({ id }, { orderId: '\ud83c' }), 400, 'invalid-input'],
    [
      'more names than one journal row holds',
      (id) => order({ id }, { lines: longLines('积') }),
      400,
      'invalid-input',
    ],
    ['another currency', (id) => order({ id }, { currency: 'USD' }), 422, 'currency-mismatch'],
    ['two ways of naming the member', (id) => order({ id, email: 'lin@example.com' }), 400, 'invalid-input'],
    ['a phone that is none', () => order({ phone: '12345' }), 400, 'invalid-input'],
    [
      'a time in the future',
      (id) => order({ id }, { occurredAt: '2999-01-01T00:00:00Z' }),
      400,
      'invalid-input',
    ],
    ['an unknown field', (id) => order({ id }, { tenantId: 'ten_other' }), 400, 'invalid-input'],
    ['a member who is not there', () => order({ id: 'mem_01jabc00000000000000000000' }), 404, 'not-found'],
  ];
  test.each(cases)('%s', async (_name, report, status, code) => {
    const shop = await openShop();
    const member = await join(shop);
    const answer = await shop.api('POST', '/orders', report(member.id));
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await pointsOf(shop, member.id)).toBe(0);
  });

  test('a write without an idempotency key, and a call without a key', async () => {
    const shop = await openShop();
    const call = { method: 'POST', path: '/orders', body: order({ email: 'lin@example.com' }) };
    const unkeyed = await callApi(shop.key, { ...call, idempotencyKey: null });
    const anonymous = await callApi(null, { ...call, idempotencyKey: newKey() });
    expect([unkeyed.status, unkeyed.body.code]).toEqual([400, 'idempotency-key-missing']);
    expect([anonymous.status, anonymous.body.code]).toEqual([401, 'unauthenticated']);
  });

  test("another shop's member looks like nobody at all, to every call that names one", async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const stranger = await join(other);
    const missing = 'mem_01jabc00000000000000000000';
    const calls = (id: string): [string, string, unknown?][] => [
      ['POST', '/orders', order({ id })],
      ['GET', `/members/${id}`],
      ['GET', `/members/${id}/balance`],
      ['GET', `/members/${id}/entries`],
    ];
    const answersFor = async (id: string) =>
      Promise.all(
        calls(id).map(async ([method, path, body]) => comparable(await shop.api(method, path, body))),
      );
    expect(await answersFor(stranger.id)).toEqual(await answersFor(missing));
    expect((await answersFor(stranger.id)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await pointsOf(other, stranger.id)).toBe(0);
  });

  test('a refund of an order that nobody reported, and one of more than was bought', async () => {
    const shop = await openShop();
    const member = await join(shop);
    const unknown = await refundOf(shop, 'nothing', 100);
    await shop.api('POST', '/orders', order({ id: member.id }, { orderId: 'bought' }));
    const tooMuch = await refundOf(shop, 'bought', 10_001);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'order-unknown']);
    expect([tooMuch.status, tooMuch.body.code, tooMuch.body.remainingMinor]).toEqual([
      422,
      'refund-exceeds-line',
      10_000,
    ]);
    expect(await pointsOf(shop, member.id)).toBe(100);
  });
});

function refundOf(shop: Shop, orderId: string, amountMinor: number) {
  return shop.api('POST', `/orders/web/${orderId}/refunds`, {
    refundId: newKey(),
    lines: [{ lineId: '1', amountMinor }],
  });
}

function comparable({ status, body }: { status: number; body: Record<string, unknown> }) {
  const { instance: _, ...rest } = body;
  return { status, body: rest };
}
