import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Directory } from '../../src/db/directory.ts';
import { accounts, apiKeys, orderClaims, paymentAccounts, stocks } from '../../src/db/schema/index.ts';
import type { Db } from '../../src/db/tenant.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { connectTo, openShop } from './shop.ts';

const HEAD = { epoch: 1, headSeq: 0, headHash: '', state: 'open' as const, createdAtMs: 0 };

describe.each(DATABASE_KINDS)('the directory on %s', (kind) => {
  let database: TestDatabase;
  let db: Db;
  let directory: Directory;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    ({ db, directory } = connectTo(database));
  });
  afterAll(() => database?.close());

  const addAccount = (tenantId: string, memberId: string, dueAtMs: number | null) =>
    db.batch(tenantId, [
      db.build.insert(accounts).values({ ...HEAD, tenantId, memberId, dueAtMs, timeZone: 'Asia/Shanghai' }),
    ]);
  const addStock = (tenantId: string, stockId: string, dueAtMs: number | null) =>
    db.batch(tenantId, [
      db.build.insert(stocks).values({ ...HEAD, tenantId, stockId, rewardId: stockId, dueAtMs }),
    ]);
  const addKey = (tenantId: string, id: string, keyHash: string, revokedAtMs: number | null) =>
    db.batch(tenantId, [
      db.build.insert(apiKeys).values({
        tenantId,
        id,
        name: 'till',
        keyHash,
        prefix: 'pmk_ab',
        scopes: ['orders:write', 'members:read'],
        createdBy: 'usr_1',
        createdAtMs: 0,
        revokedAtMs,
      }),
    ]);

  test('a host is its shop, an unknown one is nobody', async () => {
    const { tenantId, slug } = await openShop(db);
    expect([await directory.resolveHost(slug), await directory.resolveHost(`${slug}x`)]).toEqual([
      { tenantId, state: 'building' },
      null,
    ]);
  });

  test('a key is its shop with its scopes, a revoked one is nobody', async () => {
    const { tenantId } = await openShop(db);
    await addKey(tenantId, 'key_1', 'live', null);
    await addKey(tenantId, 'key_2', 'revoked', 1);
    expect([
      await directory.resolveKey('live'),
      await directory.resolveKey('revoked'),
      await directory.resolveKey('unknown'),
    ]).toEqual([
      { tenantId, keyId: 'key_1', name: 'till', scopes: ['orders:write', 'members:read'] },
      null,
      null,
    ]);
  });

  const connect = (tenantId: string, accountId: string | null, state: 'onboarding' | 'deauthorised') =>
    db.batch(tenantId, [
      db.build.insert(paymentAccounts).values({
        tenantId,
        accountId,
        state,
        chargesEnabled: false,
        payoutsEnabled: false,
        detailsSubmitted: false,
        requirements: { due: [], pending: [], deadlineMs: null },
        applicationFeeBasisPoints: 0,
        counterEnabled: true,
        requests: 1,
        askedAtMs: 0,
        updatedAtMs: 0,
      }),
    ]);

  test('an account at Stripe is its shop, an unknown one is nobody, and no two shops have the same', async () => {
    const [a, b] = [await openShop(db), await openShop(db)];
    const accountId = `acct_${a.tenantId}`;
    await connect(a.tenantId, accountId, 'onboarding');
    expect([
      await directory.resolvePaymentAccount(accountId),
      await directory.resolvePaymentAccount('acct_unknown'),
    ]).toEqual([{ tenantId: a.tenantId }, null]);
    await expect(connect(b.tenantId, accountId, 'onboarding')).rejects.toMatchObject({
      constraint: 'payment_accounts_account_unique',
    });
  });

  test('connected accounts come page by page, without those that cannot be asked', async () => {
    const shops = [await openShop(db), await openShop(db), await openShop(db), await openShop(db)];
    const [a, b, gone, counter] = shops.map(({ tenantId }) => tenantId).sort() as [string, ...string[]];
    for (const tenantId of [a, b]) await connect(String(tenantId), `acct_${tenantId}`, 'onboarding');
    await connect(String(gone), `acct_${gone}`, 'deauthorised');
    await connect(String(counter), null, 'onboarding');
    const found: { tenantId: string; accountId: string }[] = [];
    let afterTenantId: string | null = null;
    for (;;) {
      const page = await directory.connectedAccounts({ afterTenantId, limit: 1 });
      if (page.length === 0) break;
      found.push(...page);
      afterTenantId = page.at(-1)?.tenantId ?? null;
    }
    const ours = found.filter(({ tenantId }) => shops.some((shop) => shop.tenantId === tenantId));
    expect(ours).toEqual([a, b].map((tenantId) => ({ tenantId, accountId: `acct_${tenantId}` })));
  });

  test('overdue objects of every shop come most overdue first, and none that is not due', async () => {
    const [a, b] = [await openShop(db), await openShop(db)];
    await addAccount(a.tenantId, 'mem_late', 2_000);
    await addAccount(a.tenantId, 'mem_future', 9_000);
    await addAccount(b.tenantId, 'mem_idle', null);
    await addStock(b.tenantId, 'rwd_latest', 1_000);
    const late = { kind: 'account', tenantId: a.tenantId, objectId: 'mem_late' };
    const latest = { kind: 'stock', tenantId: b.tenantId, objectId: 'rwd_latest' };
    expect(await directory.dueObjects({ beforeMs: 9_000, limit: 10 })).toEqual([latest, late]);
    expect(await directory.dueObjects({ beforeMs: 9_000, limit: 1 })).toEqual([latest]);
  });

  test('orders of every shop come longest overdue first, by name, and none that is not due', async () => {
    const [a, b] = [await openShop(db), await openShop(db)];
    const addOrder = (tenantId: string, orderId: string, creditAtMs: number | null) =>
      db.batch(tenantId, [
        db.build
          .insert(orderClaims)
          .values({ tenantId, channel: 'web', orderId, memberId: 'mem_1', creditAtMs, createdAtMs: 0 }),
      ]);
    await addOrder(a.tenantId, 'late', 2_000);
    await addOrder(a.tenantId, 'later', 9_001);
    await addOrder(b.tenantId, 'credited', null);
    await addOrder(b.tenantId, 'latest', 1_000);
    const late = { tenantId: a.tenantId, channel: 'web', orderId: 'late' };
    const latest = { tenantId: b.tenantId, channel: 'web', orderId: 'latest' };
    expect(await directory.overdueOrders({ byMs: 9_000, limit: 10 })).toEqual([latest, late]);
    expect(await directory.overdueOrders({ byMs: 9_000, limit: 1 })).toEqual([latest]);
  });

  test('pages of all slices together are the whole registry, each object once', async () => {
    const shops = [await openShop(db), await openShop(db)];
    for (const { tenantId } of shops) {
      for (let index = 0; index < 10; index += 1) await addAccount(tenantId, `mem_sliced_${index}`, null);
    }
    const found: string[] = [];
    for (let slice = 0; slice < 3; slice += 1) {
      let page = await directory.registeredObjects({
        kind: 'account',
        slice,
        slices: 3,
        after: null,
        limit: 4,
      });
      while (page.length > 0) {
        expect(page.length).toBeLessThanOrEqual(4);
        found.push(...page.map(({ kind, tenantId, objectId }) => `${kind} ${tenantId}/${objectId}`));
        const after = page.at(-1) ?? null;
        page = await directory.registeredObjects({ kind: 'account', slice, slices: 3, after, limit: 4 });
      }
    }
    const ours = found.filter((name) => name.includes('mem_sliced_'));
    const expected = shops.flatMap(({ tenantId }) =>
      Array.from({ length: 10 }, (_, index) => `account ${tenantId}/mem_sliced_${index}`),
    );
    expect(ours.sort()).toEqual(expected.sort());
    expect(new Set(found).size).toBe(found.length);
  });
});
