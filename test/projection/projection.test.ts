import { NeonDbError } from '@neondatabase/serverless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectApp } from '../../src/db/client.ts';
import { foldJournal } from '../../src/domain/fold/fold.ts';
import { type ArrivedRow, rangesOf } from '../../src/projection/arrived.ts';
import { storeOrSetAside } from '../../src/projection/bisect.ts';
import { projectMessages } from '../../src/projection/project-messages.ts';
import { reasonToPark } from '../../src/projection/reason.ts';
import { level, newObject, project, projectedOf, recordingLog, redemption } from './world.ts';

describe('projecting', () => {
  test('copies each row field by field, with the points of entries in columns of their own', async () => {
    const account = await newObject('account');
    account.write('account.opened', { timeZone: 'Asia/Shanghai' });
    account.write('points.earned', { points: 99, balanceAfter: 99 }, { note: '林夕' });
    expect(await project(account.tenantId, [account.message(account.rows, 123)])).toEqual({
      confirmable: [[1, 2]],
      parkedRows: 0,
    });
    const { rows, heads } = await projectedOf(account.tenantId);
    const copied = { tenantId: account.tenantId, objectKind: 'account', objectId: account.objectId };
    expect(rows).toEqual([
      { ...copied, ...account.rows[0], points: null, balanceAfter: null },
      { ...copied, ...account.rows[1], points: 99, balanceAfter: 99 },
    ]);
    expect(heads).toMatchObject([
      { headSeq: 2, headHash: account.rows[1]?.hash, dueAtMs: 123, state: 'open' },
    ]);
  });

  test('writes what staff and keys did into the audit log, once however often it is told', async () => {
    const account = await newObject('account');
    const [clerk, key] = [{ kind: 'staff', id: 'usr_1' } as const, { kind: 'api', id: 'key_1' } as const];
    const adjusted = { points: 5, balanceAfter: 5, reason: 'gift' };
    account.write('points.adjusted', { ...adjusted, actor: clerk }, { note: '林夕' });
    account.write('points.adjusted', { ...adjusted, actor: { kind: 'system', id: 'import' } });
    const shipped = { ...redemption(account.objectId, 2, 'shipped'), event: 'ship' };
    account.write('redemption.updated', { ...shipped, actor: key });
    account.write('redemption.updated', { ...shipped, actor: { kind: 'member', id: account.objectId } });
    const told = account.message(account.rows);
    await project(account.tenantId, [told, told]);
    await project(account.tenantId, [told]);
    const { acts } = await projectedOf(account.tenantId);
    expect(
      acts.map(({ actorId, action, target, detail, atMs }) => [actorId, action, target, detail, atMs]),
    ).toEqual([
      ['usr_1', 'points.adjust', account.objectId, { points: 5, reason: 'gift' }, account.rows[0]?.atMs],
      [
        'key_1',
        'redemptions.ship',
        'rdm_1',
        { memberId: account.objectId, state: 'shipped' },
        account.rows[2]?.atMs,
      ],
    ]);
  });

  test('gives the same tables whatever the order and number of deliveries: the fold of the journal', async () => {
    const order = (status: string, points: number) => ({
      order: { channel: 'shop', orderId: '1', status, points, clawedBackPoints: 0 },
    });
    const orderOfDelivery = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 0, 2, 4], { minLength: 6 });
    await fc.assert(
      fc.asyncProperty(orderOfDelivery, async (deliveries) => {
        const account = await newObject('account');
        account.write('redemption.updated', redemption(account.objectId, 1, 'reserving'), {
          delivery: { city: '杭州' },
        });
        account.write('order.updated', order('paid', 5));
        account.write('redemption.updated', redemption(account.objectId, 2, 'confirmed'));
        account.write('order.updated', order('completed', 6));
        account.write('redemption.updated', redemption(account.objectId, 3, 'in_fulfilment'));
        account.write('points.redeemed', { points: -500, balanceAfter: 0 });
        const late = [0, 1, 2, 3, 4, 5].filter((index) => !deliveries.includes(index));
        for (const index of [...deliveries, ...late])
          await project(account.tenantId, [account.message(account.rows.slice(index, index + 1))]);
        const folded = foldJournal(account.origin, account.rows);
        const found = await projectedOf(account.tenantId);
        expect(found.redemptions).toEqual(
          folded.redemptions.map((row) => ({ tenantId: account.tenantId, ...row })),
        );
        expect(found.orders).toEqual(folded.orders.map((row) => ({ tenantId: account.tenantId, ...row })));
        expect(found.rows).toHaveLength(6);
        expect(found.redemptions[0]?.delivery).toEqual({ city: '杭州' });
      }),
      { numRuns: 8 },
    );
  });

  test('counts a row once in its member’s days, in the shop’s days, however often and at once it comes', async () => {
    const account = await newObject('account');
    // 14 November 2023, 22:13 in UTC: the 15th in Shanghai.
    const [first, second] = [Date.UTC(2023, 10, 14, 15, 59), Date.UTC(2023, 10, 14, 16)];
    for (const occurredAtMs of [first, second])
      account.write('points.earned', {
        points: 128,
        balanceAfter: 0,
        order: {
          ...{ channel: 'shop', orderId: '1', status: 'completed' },
          ...{ points: 128, clawedBackPoints: 0, occurredAtMs },
        },
        sale: { amountMinor: 12_800, purchases: 1 },
      });
    account.write('points.redeemed', { points: -100, balanceAfter: 0 });
    const message = account.message(account.rows);
    const part = account.message(account.rows.slice(1));
    await Promise.all([project(account.tenantId, [message]), project(account.tenantId, [part, message])]);
    await project(account.tenantId, [message]);
    const none = { spentMinor: 0, redemptions: 0, broughtPoints: 0, issuedPoints: 0, redeemedPoints: 0 };
    const linked = (day: string | null) => ({ actedBefore: day, boughtBefore: day, boughtBeforeThat: null });
    const day = { ...none, tenantId: account.tenantId, memberId: account.objectId, expiredPoints: 0 };
    expect((await projectedOf(account.tenantId)).days).toEqual([
      { ...day, ...linked(null), day: '2023-11-14', purchases: 1, spentMinor: 12_800 },
      {
        ...{ ...day, day: '2023-11-15', purchases: 1, spentMinor: 12_800 },
        ...{ redemptions: 1, issuedPoints: 256, redeemedPoints: 100, ...linked('2023-11-14') },
      },
    ]);
  });

  test('keeps the newest level of a stock', async () => {
    const stock = await newObject('stock');
    stock.write('stock.opened', level(0));
    stock.write('stock.units_changed', level(7));
    await project(stock.tenantId, [
      stock.message(stock.rows.slice(1)),
      stock.message(stock.rows.slice(0, 1)),
    ]);
    expect((await projectedOf(stock.tenantId)).levels).toMatchObject([{ version: 2, availableUnits: 7 }]);
  });

  test('never moves the registry’s head back', async () => {
    const stock = await newObject('stock');
    stock.write('stock.opened', level(0));
    const early = stock.message(stock.rows, 50);
    stock.write('stock.units_changed', level(7));
    await project(stock.tenantId, [stock.message(stock.rows, 70)]);
    await project(stock.tenantId, [early]);
    expect((await projectedOf(stock.tenantId)).heads).toMatchObject([{ headSeq: 2, dueAtMs: 70 }]);
  });

  test('erases a person’s details for good, also from rows that arrive after', async () => {
    const account = await newObject('account');
    const before = account.write('redemption.updated', redemption(account.objectId, 1, 'confirmed'), {
      delivery: { city: '杭州' },
    });
    account.write('details.erased', { throughSeq: 1 });
    await project(account.tenantId, [account.message(account.rows.slice(1))]);
    // A message from before the erasure was still under way; the object then sends its last row again.
    await project(account.tenantId, [account.message([before])]);
    await project(account.tenantId, [account.message(account.rows.slice(1))]);
    const { rows, redemptions } = await projectedOf(account.tenantId);
    expect(rows.map(({ detail, salt }) => [detail, salt])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(redemptions).toMatchObject([{ delivery: null }]);
  });
});

describe('a row that Postgres refuses', () => {
  test('is parked alone; the rows around it are stored, and the gap is not confirmed', async () => {
    const stock = await newObject('stock');
    for (let units = 0; units < 9; units += 1) stock.write('stock.units_changed', level(units));
    stock.write('stock.units_changed', { ...level(9), reason: 'NUL \u0000' });
    for (let units = 10; units < 15; units += 1) stock.write('stock.units_changed', level(units));
    const { log, errors } = recordingLog();
    expect(await project(stock.tenantId, [stock.message(stock.rows)], log)).toEqual({
      confirmable: [
        [1, 9],
        [11, 15],
      ],
      parkedRows: 1,
    });
    const { rows, parked } = await projectedOf(stock.tenantId);
    expect(rows).toHaveLength(14);
    expect(parked).toMatchObject([{ seq: 10, error: 'sqlstate_22P05', atMs: 5_000, resolvedAtMs: null }]);
    expect(errors).toEqual([{ event: 'projection.parked', reason: 'sqlstate_22P05', seq: 10 }]);
  });

  test('of a shape that nobody knows is parked too, and resolved once it is stored', async () => {
    const stock = await newObject('stock');
    stock.write('stock.opened', { level: 'none' });
    expect(await project(stock.tenantId, [stock.message(stock.rows)])).toEqual({
      confirmable: [],
      parkedRows: 1,
    });
    const [broken] = stock.rows.splice(0);
    stock.write('stock.opened', level(0));
    expect(broken?.seq).toBe(1);
    expect(await project(stock.tenantId, [stock.message(stock.rows)])).toEqual({
      confirmable: [[1, 1]],
      parkedRows: 0,
    });
    expect((await projectedOf(stock.tenantId)).parked).toMatchObject([
      { error: 'malformed_body', resolvedAtMs: 5_000 },
    ]);
  });

  test('because another content stands under its number is an alarm: parked, not confirmed, nothing overwritten', async () => {
    const stock = await newObject('stock');
    const first = stock.write('stock.opened', level(0));
    await project(stock.tenantId, [stock.message([first])]);
    const forged = { ...first, body: level(99), hash: 'f'.repeat(64) };
    const second = stock.write('stock.units_changed', level(3));
    const { log, errors } = recordingLog();
    expect(await project(stock.tenantId, [stock.message([forged, second])], log)).toEqual({
      confirmable: [[2, 2]],
      parkedRows: 1,
    });
    const { rows, parked } = await projectedOf(stock.tenantId);
    expect(rows.map(({ hash }) => hash)).toEqual([first.hash, second.hash]);
    expect(parked).toMatchObject([{ seq: 1, error: 'hash_conflict' }]);
    expect(errors).toEqual([{ event: 'projection.parked', reason: 'hash_conflict', seq: 1 }]);
  });

  test('in both of two contents at once is confirmed in neither', async () => {
    const stock = await newObject('stock');
    const first = stock.write('stock.opened', level(0));
    const forged = { ...first, body: level(99), hash: 'f'.repeat(64) };
    expect(await project(stock.tenantId, [stock.message([first, forged])])).toEqual({
      confirmable: [],
      parkedRows: 1,
    });
  });
});

describe('an outage', () => {
  test('parks nothing and confirms nothing: it is thrown, and the same messages succeed later', async () => {
    const stock = await newObject('stock');
    stock.write('stock.opened', level(0));
    const away = connectApp({
      url: 'postgres://pointmall_app:x@nowhere:5432/pointmall',
      localEndpoint: 'http://127.0.0.1:9',
    }).db;
    const { log, errors } = recordingLog();
    const messages = [stock.message(stock.rows)];
    await expect(projectMessages({ db: away, log, nowMs: 5_000 }, stock.tenantId, messages)).rejects.toThrow(
      'unavailable',
    );
    expect({ errors, parked: (await projectedOf(stock.tenantId)).parked }).toEqual({
      errors: [],
      parked: [],
    });
    expect(await project(stock.tenantId, messages)).toEqual({ confirmable: [[1, 1]], parkedRows: 0 });
  });

  test.each([
    ['22P05', 'sqlstate_22P05'],
    ['23514', 'sqlstate_23514'],
    ['08006', null],
    ['40001', null],
    ['42501', null],
    ['53300', null],
    ['57014', null],
    ['21000', null],
  ])('is everything but classes 22 and 23: %s', (code, reason) => {
    const failure = Object.assign(new NeonDbError('refused'), { code });
    expect(reasonToPark(failure)).toBe(reason);
    expect(reasonToPark(new Error('query failed', { cause: failure }))).toBe(reason);
  });
});

describe('halving', () => {
  test('sets exactly the unfit aside, wherever they stand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 40 }), async (fitness) => {
        const items = fitness.map((fit, index) => ({ fit, index }));
        const stored: number[] = [];
        const sorted = await storeOrSetAside(
          items,
          (part) => {
            if (part.some(({ fit }) => !fit)) return Promise.reject(new Error('unfit'));
            stored.push(...part.map(({ index }) => index));
            return Promise.resolve();
          },
          () => 'unfit',
        );
        expect(sorted.stored).toEqual(items.filter(({ fit }) => fit));
        expect(sorted.unfit.map(({ item }) => item)).toEqual(items.filter(({ fit }) => !fit));
        expect(stored).toEqual(sorted.stored.map(({ index }) => index));
      }),
    );
  });

  test('of rows leaves only unbroken ranges to confirm, each object by itself', () => {
    const at = (objectId: string, seq: number) =>
      ({ origin: { kind: 'stock', tenantId: 't', objectId }, row: { epoch: 1, seq } }) as ArrivedRow;
    const ranges = rangesOf([at('b', 2), at('a', 3), at('a', 1), at('a', 2), at('b', 4), at('a', 2)]);
    expect(ranges.map(({ origin, fromSeq, toSeq }) => [origin.objectId, fromSeq, toSeq])).toEqual([
      ['a', 1, 3],
      ['b', 2, 2],
      ['b', 4, 4],
    ]);
  });
});
