import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor, Tenant } from '../../src/context.ts';
import { type AuthDatabase, connectAuth } from '../../src/db/client.ts';
import { runOnce } from '../../src/db/run-once.ts';
import { counterGrants, members } from '../../src/db/schema/index.ts';
import { type Db, refuseUnless } from '../../src/db/tenant.ts';
import { countsOfSignIn, takePinTry } from '../../src/features/clerks/pin-tries.ts';
import { countTries, forgetTries, returnTries } from '../../src/features/clerks/try-queries.ts';
import { fitsDay, insertGrant, lockGrantsOf, sumCounted } from '../../src/features/counter/queries.ts';
import {
  type AskRow,
  askInPlaceOf,
  selectOpenAsks,
} from '../../src/features/counter-spending/ask-queries.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { asOwner } from './session.ts';
import { connectTo, memberRow, openShop } from './shop.ts';

const limitOf = (key: string) => ({ key, triesMax: 5, windowMs: 60_000 });
const CLERK: Actor = { kind: 'staff', userId: 'usr_clerk', name: '店员', role: 'clerk' };

describe.each(DATABASE_KINDS)('at the counter, on %s,', (kind) => {
  let database: TestDatabase;
  let db: Db;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    db = connectTo(database).db;
  });
  afterAll(() => database?.close());

  test('the day’s limit lets exactly so many points pass, whoever asks at the same moment and in whatever order', async () => {
    const { tenantId } = await openShop(db);
    const tenant = { id: tenantId } as Tenant;
    await db.batch(tenantId, [db.build.insert(members).values(memberRow(tenantId, 'mem_1'))]);
    const reserve = (serial: number) => {
      const row: typeof counterGrants.$inferInsert = {
        tenantId,
        id: `grt_${serial}`,
        staffId: CLERK.kind === 'staff' ? CLERK.userId : '',
        memberId: 'mem_1',
        // Every other pair is one receipt sent twice at once.
        orderId: `order-${serial - (serial % 4 === 1 ? 1 : 0)}`,
        order: {
          channel: 'counter',
          orderId: '',
          currency: 'CNY',
          occurredAtMs: 1,
          status: 'completed',
          lines: [],
        },
        amountMinor: 100,
        points: 100,
        countedPoints: 100,
        day: '2026-11-22',
        soldAtMs: 1,
        atMs: 1,
      };
      const scope = { db, tenant };
      return runOnce({
        ctx: { db, tenant, actor: CLERK, clock: { nowMs: () => 1 } },
        key: `key-${serial}`,
        operation: 'test',
        input: serial,
        statements: [
          lockGrantsOf(scope, row.staffId),
          refuseUnless(fitsDay(scope, row, { sinceMs: 0, dayPoints: 500 }), 'over'),
          insertGrant(scope, row),
        ],
        value: null,
        status: 200,
        refusalOf: () => ({ code: 'not_found' }),
      });
    };
    const answers = await Promise.all(Array.from({ length: 24 }, (_, serial) => reserve(serial)));
    const scope = { db, tenant };
    const [[counted], rows] = await db.batch(tenantId, [
      sumCounted(scope, 'usr_clerk', 0),
      db.build.select({ orderId: counterGrants.orderId }).from(counterGrants),
    ]);
    expect([counted?.points, rows.length, new Set(rows.map(({ orderId }) => orderId)).size]).toEqual([
      500, 5, 5,
    ]);
    expect(answers.some((each) => !each.ok)).toBe(true);
  });

  test('of what one clerk asks a member in many tabs at once one question stands', async () => {
    const { tenantId } = await openShop(db);
    await db.batch(tenantId, [db.build.insert(members).values(memberRow(tenantId, 'mem_1'))]);
    const scope = { db, tenant: { id: tenantId } as Tenant };
    const ask = (serial: number): AskRow => ({
      tenantId,
      id: `ask_${serial}`,
      staffId: 'usr_clerk',
      memberId: 'mem_1',
      rewardId: 'rwd_1',
      quantity: 1,
      priceVersion: 1,
      pointsEach: 500,
      cashEachMinor: 0,
      state: 'open',
      refusal: null,
      createdAtMs: 1,
      expiresAtMs: 300_001,
      answeredAtMs: null,
    });
    await Promise.all(
      Array.from({ length: 24 }, (_, serial) => db.batch(tenantId, askInPlaceOf(scope, ask(serial)))),
    );
    const [open] = await db.batch(tenantId, [selectOpenAsks(scope, 'mem_1', 2)]);
    expect(open.length).toBe(1);
  });

  test('of thirty guesses at one PIN, from many devices at once, five are looked at', async () => {
    const localEndpoint = database.endpointUrl.replace(/\/sql$/, '');
    const authDb = connectAuth({ url: database.authUrl, localEndpoint });
    const guess = (serial: number) => {
      const counts = countsOfSignIn({ tenantId: 'ten_1', userId: 'clk_1', deviceId: `dev_${serial % 5}` });
      return takePinTry({ authDb, clock: { nowMs: () => 1_000_000 } }, counts);
    };
    const looks = await Promise.all(Array.from({ length: 30 }, (_, serial) => guess(serial)));
    expect(looks.filter(({ ok }) => ok).length).toBe(5);
  });

  // PGlite has one connection, in which nobody waits for anybody.
  if (kind === 'postgres')
    test.each([
      ['counting', (db: AuthDatabase, keys: string[]) => countTries(db, keys.map(limitOf), 1_000_001)],
      ['giving back', returnTries],
      ['forgetting', forgetTries],
    ])('%s tries takes the counts in one order, so that nobody waits in a circle', async (name, change) => {
      const localEndpoint = database.endpointUrl.replace(/\/sql$/, '');
      const authDb = connectAuth({ url: database.authUrl, localEndpoint });
      const [first, last] = [`${name} a`, `${name} b`];
      // Written the other way round, as they may lie in any table.
      for (const key of [last, first]) await countTries(authDb, [limitOf(key)], 1_000_000);
      const { changing, tried } = await asOwner(database, async ({ query, attempt }) => {
        const lock = 'select 1 from auth.rate_limit where key = $1 for update';
        await query(lock, [first]);
        const begun = Promise.resolve(change(authDb, [last, first]));
        await vi.waitFor(async () => {
          const { rows } = await query('select 1 from pg_locks where not granted');
          expect(rows.length).toBe(1);
        });
        return { changing: [begun], tried: await attempt(`${lock} nowait`, [last]) };
      });
      await Promise.all(changing);
      expect(tried.refused).toBe(null);
    });
});
