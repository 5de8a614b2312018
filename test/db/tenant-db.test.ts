import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, connectAuth } from '../../src/db/client.ts';
import { user } from '../../src/db/schema/auth.ts';
import { members } from '../../src/db/schema/index.ts';
import { type Db, refuseUnless } from '../../src/db/tenant.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { appConnection, connectTo, memberRow, openShop } from './shop.ts';

describe.each(DATABASE_KINDS)('the tenant database on %s', (kind) => {
  let database: TestDatabase;
  let db: Db;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    db = connectTo(database).db;
  });
  afterAll(() => database?.close());

  const memberIds = async (tenantId: string) => {
    const [rows] = await db.batch(tenantId, [
      db.build.select({ id: members.id }).from(members).orderBy(asc(members.id)),
    ]);
    return rows.map(({ id }) => id);
  };

  test('a row is read back as it was written, moments to the millisecond', async () => {
    const { tenantId } = await openShop(db);
    const row = memberRow(tenantId, 'mem_1', { phone: '+8613800000000', consentAtMs: -1 });
    const [inserted, found] = await db.batch(tenantId, [
      db.build.insert(members).values(row).returning(),
      db.build.select().from(members),
    ]);
    const unsaid = {
      email: null,
      provedEmail: null,
      externalId: null,
      birthday: null,
      consentVersion: null,
      joinedFrom: null,
      joinLinkId: null,
      importBatchId: null,
    };
    // What is said at a counter is made of it by the table itself.
    const made = { phoneEnd: '0000' };
    const whole = { ...unsaid, ...made, isTest: false, mutedLetters: [], ...row };
    expect([inserted, found]).toEqual([[whole], [whole]]);
  });

  test('a batch sees its own tenant and no other, also through the same connections', async () => {
    const [a, b] = [await openShop(db), await openShop(db)];
    await db.batch(a.tenantId, [db.build.insert(members).values(memberRow(a.tenantId, 'mem_a'))]);
    await db.batch(b.tenantId, [db.build.insert(members).values(memberRow(b.tenantId, 'mem_b'))]);
    const seen = await Promise.all(
      Array.from({ length: 20 }, (_, index) => memberIds(index % 2 ? a.tenantId : b.tenantId)),
    );
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => [index % 2 ? 'mem_a' : 'mem_b']));
  });

  test('a failing statement undoes the whole batch', async () => {
    const { tenantId } = await openShop(db);
    const failing = db.batch(tenantId, [
      db.build.insert(members).values(memberRow(tenantId, 'mem_1')),
      db.build.execute(sql`select 1 / 0`),
    ]);
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await memberIds(tenantId)).toEqual([]);
  });

  test('a row of another tenant cannot be written, whatever the query says', async () => {
    const [a, b] = [await openShop(db), await openShop(db)];
    const foreign = db.batch(a.tenantId, [db.build.insert(members).values(memberRow(b.tenantId, 'mem_1'))]);
    await expect(foreign).rejects.toMatchObject({ code: '42501' });
  });

  test('a query that is run by itself throws and reaches no database', async () => {
    await expect(async () => db.build.select().from(members)).rejects.toThrow('outside Db.batch');
    await expect(async () => db.build.execute(sql`select 1`)).rejects.toThrow('outside Db.batch');
    await expect(db.batch('', [db.build.select().from(members)])).rejects.toThrow('no tenant');
  });

  test('a unique constraint that stops an attempt is answered by name, and nothing is written', async () => {
    const { tenantId } = await openShop(db);
    await db.batch(tenantId, [
      db.build.insert(members).values(memberRow(tenantId, 'mem_1', { phone: '+8613800000000' })),
    ]);
    const other = { number: '00000002', phone: '+8613800000000' };
    const attempt = await db.attempt(tenantId, [
      db.build.insert(members).values(memberRow(tenantId, 'mem_0', { number: '00000003' })),
      db.build.insert(members).values(memberRow(tenantId, 'mem_2', other)),
    ]);
    expect(attempt).toEqual({ ok: false, conflict: { kind: 'unique', constraint: 'members_phone_unique' } });
    expect(await memberIds(tenantId)).toEqual(['mem_1']);
  });

  test('a guard that does not hold undoes the batch and gives its reason; one that holds changes nothing', async () => {
    const { tenantId } = await openShop(db);
    const insertUnless = (id: string, number: string) =>
      db.attempt(tenantId, [
        db.build.insert(members).values(memberRow(tenantId, id, { number })),
        refuseUnless(sql`(select count(*) from ${members}) <= 1`, 'one member only'),
      ]);
    expect(await insertUnless('mem_1', '00000001')).toMatchObject({ ok: true });
    expect(await insertUnless('mem_2', '00000002')).toEqual({
      ok: false,
      conflict: { kind: 'guard', reason: 'one member only' },
    });
    expect(await memberIds(tenantId)).toEqual(['mem_1']);
  });

  test('a database that cannot be reached is unavailable, and so is one whose endpoint fails', async () => {
    const { url } = appConnection(database);
    const nowhere = new URL(url);
    nowhere.hostname = 'nowhere.test';
    const unreached = connectApp({
      url: nowhere.href,
      localEndpoint: `http://127.0.0.1:${await freePort()}`,
    });
    const failure = await unreached.db
      .batch('ten_1', [unreached.db.build.select().from(members)])
      .catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'unavailable' });
    await expect(unreached.directory.resolveHost('shop-1')).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('sign-in reaches its own tables and none of the shops', async () => {
    const { authUrl } = database;
    const auth = connectAuth({ ...appConnection(database), url: authUrl });
    const person = { id: 'usr_1', name: '掌柜', email: 'owner@example.com' };
    await auth.insert(user).values(person);
    expect(await auth.select({ email: user.email }).from(user).where(eq(user.id, 'usr_1'))).toEqual([
      { email: 'owner@example.com' },
    ]);
    const failure = await auth
      .select()
      .from(members)
      .catch((thrown: Error) => thrown.cause);
    expect(failure).toMatchObject({ code: '42501' });
  });
});
