import { afterEach, describe, expect, test } from 'vitest';
import { listProgrammeVersions } from '../../src/features/programme/list-programme-versions.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { HALVED, join, newKey, openShop, order, PLAIN, type Shop } from './world.ts';

afterEach(() => setClockOffsetMs(0));

const DOUBLED = { ...PLAIN, baseRate: { numerator: 2, denominator: 1 } };
const put = (shop: Shop, programme: object, key = newKey()) => shop.api('PUT', '/programme', programme, key);

async function versions(shop: Shop) {
  const { body } = await shop.api('GET', '/programme');
  const { live, next } = body as { live: { version: number } | null; next: { version: number } | null };
  return [live?.version ?? null, next?.version ?? null];
}

async function earned(shop: Shop, email: string, occurredAtMs: number) {
  const occurredAt = new Date(occurredAtMs).toISOString();
  const { body } = await shop.api('POST', '/orders', order({ email }, { occurredAt }));
  return body.points;
}

describe('a programme', () => {
  test('binds at once when it is the first or more generous', async () => {
    const shop = await openShop(null);
    expect(await versions(shop)).toEqual([null, null]);
    await put(shop, PLAIN);
    expect(await versions(shop)).toEqual([1, null]);
    await put(shop, DOUBLED);
    expect(await versions(shop)).toEqual([2, null]);
  });

  test('that worsens anything binds two minutes later, and until then the old one does', async () => {
    const shop = await openShop();
    const { email } = await join(shop);
    const startMs = Date.now();
    await put(shop, HALVED);
    expect(await versions(shop)).toEqual([1, 2]);
    setClockOffsetMs(121_000);
    expect(await versions(shop)).toEqual([2, null]);
    const amounts = [await earned(shop, email, startMs), await earned(shop, email, startMs + 121_000)];
    expect(amounts).toEqual([100, 50]);
  });

  test('that waits can be taken back at once', async () => {
    const shop = await openShop();
    await put(shop, HALVED);
    await put(shop, PLAIN);
    expect(await versions(shop)).toEqual([3, null]);
    setClockOffsetMs(121_000);
    expect(await versions(shop)).toEqual([3, null]);
  });

  test('published unchanged, or again under its key, makes no version', async () => {
    const shop = await openShop();
    await put(shop, PLAIN);
    const key = newKey();
    const first = await put(shop, DOUBLED, key);
    const again = await put(shop, DOUBLED, key);
    const reused = await put(shop, HALVED, key);
    expect([first.status, again.status, reused.status, reused.body.code]).toEqual([
      200,
      200,
      422,
      'key-reused',
    ]);
    expect(again.body).toEqual(first.body);
    expect(await versions(shop)).toEqual([2, null]);
  });

  test('decided from an older version than the newest is refused, and its repeat is answered', async () => {
    const shop = await openShop();
    const key = newKey();
    const first = await put(shop, { ...DOUBLED, seenVersion: 1 }, key);
    const stale = await put(shop, { ...HALVED, seenVersion: 1 });
    const again = await put(shop, { ...DOUBLED, seenVersion: 1 }, key);
    expect([first.status, stale.status, stale.body.code, again.status]).toEqual([
      200,
      409,
      'changed-elsewhere',
      200,
    ]);
    expect(await versions(shop)).toEqual([2, null]);
  });

  test('stays among the versions, newest first', async () => {
    const shop = await openShop();
    await put(shop, DOUBLED);
    await put(shop, HALVED);
    const listed = await listProgrammeVersions({ ctx: shop.owner });
    expect(listed.map(({ version, body }) => [version, body.baseRate])).toEqual([
      [3, HALVED.baseRate],
      [2, DOUBLED.baseRate],
      [1, PLAIN.baseRate],
    ]);
  });

  test('published by many at once gives each change one version, and the mall shows the last', async () => {
    const shop = await openShop();
    const numerators = [2, 3, 4, 5];
    const answers = await Promise.all(
      numerators.map((numerator) => put(shop, { ...PLAIN, baseRate: { numerator, denominator: 1 } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await shop.api('GET', '/programme');
    const { live, next } = body as { live: object; next: object | null };
    const manifest = await readManifest(shop.owner);
    expect({ live: manifest?.programme.current, next: manifest?.programme.next }).toMatchObject({
      live: { version: (live as { version: number }).version },
      next: next === null ? null : { version: (next as { version: number }).version },
    });
  });

  test('evaluates an order by the version in force when it was made, the first one for all before it', async () => {
    const shop = await openShop();
    const { email } = await join(shop);
    const beforeMs = Date.now();
    await put(shop, DOUBLED);
    const longAgoMs = Date.parse('2020-01-01T00:00:00Z');
    expect([await earned(shop, email, longAgoMs), await earned(shop, email, beforeMs - 1)]).toEqual([
      100, 100,
    ]);
    expect(await earned(shop, email, Date.now())).toBe(200);
  });

  test.each([
    ['a negative rate', { baseRate: { numerator: -1, denominator: 1 } }],
    ['a rate over nothing', { baseRate: { numerator: 1, denominator: 0 } }],
    ['a rate with decimals', { baseRate: { numerator: 0.5, denominator: 1 } }],
    [
      'a category twice',
      {
        categoryRates: [
          { category: 'a', rate: PLAIN.baseRate },
          { category: 'a', rate: PLAIN.baseRate },
        ],
      },
    ],
    ['an expiry of no days', { expiry: { kind: 'rolling', days: 0 } }],
    ['an unknown field', { currency: 'USD' }],
  ])('with %s is refused', async (_name, change) => {
    const shop = await openShop();
    const answer = await put(shop, { ...PLAIN, ...change });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
    expect(await versions(shop)).toEqual([1, null]);
  });

  test('is needed before an order can earn', async () => {
    const shop = await openShop(null);
    const answer = await shop.api('POST', '/orders', order({ email: 'lin@example.com' }));
    expect([answer.status, answer.body.field, answer.body.reason]).toEqual([
      400,
      'programme',
      'not_published',
    ]);
  });
});
