import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asc } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/context.ts';
import { connectApp } from '../../src/db/client.ts';
import { runOnce } from '../../src/db/run-once.ts';
import { idempotencyKeys, members } from '../../src/db/schema/index.ts';
import type { Db } from '../../src/db/tenant.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { appConnection, connectTo, memberRow, openShop } from './shop.ts';

const KEPT_MS = 45 * 24 * 60 * 60 * 1000;
const CLERK: Actor = { kind: 'staff', userId: 'usr_1', name: '店员', role: 'clerk' };
const TILL: Actor = { kind: 'api', keyId: 'key_1', name: 'till', scopes: [] };

describe.each(DATABASE_KINDS)('a write under a key on %s', (kind) => {
  let database: TestDatabase;
  let db: Db;
  const proxies: Server[] = [];
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    db = connectTo(database).db;
  });
  afterEach(() => {
    for (const proxy of proxies.splice(0)) proxy.close();
  });
  afterAll(() => database?.close());

  let serial = 0;
  /** Adds a member with a number of its own under a key; everything else is the test's to say. */
  function addMember(
    tenantId: string,
    key: string,
    given: {
      input?: string;
      operation?: string;
      actor?: Actor;
      nowMs?: number;
      phone?: string;
      over?: Db;
    } = {},
  ) {
    serial += 1;
    const { input = 'same', operation = 'members.add', actor = CLERK, nowMs = 0, over = db } = given;
    const id = `mem_${serial}`;
    const row = memberRow(tenantId, id, {
      number: String(serial).padStart(8, '0'),
      phone: given.phone ?? null,
    });
    return runOnce({
      ctx: { db: over, tenant: { id: tenantId }, actor, clock: { nowMs: () => nowMs } },
      key,
      operation,
      input: { who: input },
      statements: [over.build.insert(members).values(row)],
      value: { id },
      status: 201,
      refusalOf: (conflict) =>
        conflict.kind === 'unique' && conflict.constraint === 'members_phone_unique'
          ? { code: 'invalid_input', field: 'phone', reason: 'taken' }
          : null,
    });
  }
  const memberIds = async (tenantId: string) => {
    const [rows] = await db.batch(tenantId, [
      db.build.select({ id: members.id }).from(members).orderBy(asc(members.createdAtMs), asc(members.id)),
    ]);
    return rows.map(({ id }) => id);
  };

  test('a repetition answers the first result and has no second effect', async () => {
    const { tenantId } = await openShop(db);
    const first = await addMember(tenantId, 'k');
    const second = await addMember(tenantId, 'k');
    if (!first.ok) throw new Error('the first was refused');
    expect(first).toEqual({ ok: true, value: first.value, status: 201, replayed: false });
    expect(second).toEqual({ ok: true, value: first.value, status: 201, replayed: true });
    expect(await memberIds(tenantId)).toEqual([first.value.id]);
  });

  test('a repetition answers the first result also where its effect would now be in its own way', async () => {
    const { tenantId } = await openShop(db);
    await addMember(tenantId, 'k', { phone: '+8613800000000' });
    expect(await addMember(tenantId, 'k', { phone: '+8613800000000' })).toMatchObject({
      ok: true,
      replayed: true,
    });
  });

  test('the same key with another input or for another verb is refused and has no effect', async () => {
    const { tenantId } = await openShop(db);
    await addMember(tenantId, 'k');
    const refused = { ok: false, refusal: { code: 'key_reused' } };
    expect(await addMember(tenantId, 'k', { input: 'other' })).toEqual(refused);
    expect(await addMember(tenantId, 'k', { operation: 'members.edit' })).toEqual(refused);
    expect(await memberIds(tenantId)).toHaveLength(1);
  });

  test('a key belongs to its actor and its shop', async () => {
    const [a, b] = [await openShop(db), await openShop(db)];
    const outcomes = [
      await addMember(a.tenantId, 'k', { actor: CLERK }),
      await addMember(a.tenantId, 'k', { actor: TILL, input: 'other' }),
      await addMember(b.tenantId, 'k', { actor: CLERK, input: 'third' }),
    ];
    expect(outcomes.map((outcome) => outcome.ok && outcome.replayed)).toEqual([false, false, false]);
  });

  test('an effect that meets a conflict is refused, keeps no key, and may be tried again', async () => {
    const { tenantId } = await openShop(db);
    await addMember(tenantId, 'first', { phone: '+8613800000000' });
    const taken = { ok: false, refusal: { code: 'invalid_input', field: 'phone', reason: 'taken' } };
    expect(await addMember(tenantId, 'second', { phone: '+8613800000000' })).toEqual(taken);
    expect(await addMember(tenantId, 'second')).toMatchObject({ ok: true, replayed: false });
  });

  test('a key is kept for 45 days, then forgotten together with others whose time is over', async () => {
    const { tenantId } = await openShop(db);
    await addMember(tenantId, 'k', { nowMs: 0 });
    await addMember(tenantId, 'other', { nowMs: 0 });
    expect(await addMember(tenantId, 'k', { nowMs: KEPT_MS - 1 })).toMatchObject({ replayed: true });
    expect(await addMember(tenantId, 'k', { nowMs: KEPT_MS, input: 'new' })).toMatchObject({
      replayed: false,
    });
    const [keys] = await db.batch(tenantId, [
      db.build.select({ key: idempotencyKeys.key }).from(idempotencyKeys),
    ]);
    expect(keys).toEqual([{ key: 'k' }]);
  });

  test('sixteen at once under one key have one effect and one answer', async () => {
    const { tenantId } = await openShop(db);
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => addMember(tenantId, 'k')));
    const ids = await memberIds(tenantId);
    expect(ids).toHaveLength(1);
    expect(outcomes.map((outcome) => outcome.ok && outcome.value)).toEqual(Array(16).fill({ id: ids[0] }));
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.replayed)).toHaveLength(1);
  });

  test('sixteen at once with different inputs: one succeeds, the others are told that the key is used', async () => {
    const { tenantId } = await openShop(db);
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, (_, index) => addMember(tenantId, 'k', { input: `input ${index}` })),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal.code === 'key_reused')).toHaveLength(
      15,
    );
    expect(await memberIds(tenantId)).toHaveLength(1);
  });

  /** The database over a road that loses the next answers after the batch was committed. */
  async function overLossyRoad(lost: { answers: number }): Promise<Db> {
    const proxy = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('neon-'));
      const answer = await fetch(database.endpointUrl, {
        method: 'POST',
        headers: Object.fromEntries(headers) as Record<string, string>,
        body: Buffer.concat(chunks),
      });
      const content = await answer.text();
      if (lost.answers > 0) {
        lost.answers -= 1;
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(content);
    });
    proxies.push(proxy);
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const url = new URL(appConnection(database).url);
    // Another name of the same server, because an endpoint belongs to a server's name.
    url.hostname = 'localhost';
    return connectApp({
      url: url.href,
      localEndpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    }).db;
  }

  test('an answer that was lost after the commit is found again: one effect, the first result', async () => {
    const { tenantId } = await openShop(db);
    const over = await overLossyRoad({ answers: 1 });
    const outcome = await addMember(tenantId, 'k', { over });
    expect(outcome).toMatchObject({ ok: true, status: 201 });
    expect(await memberIds(tenantId)).toEqual([outcome.ok && outcome.value.id]);
  });

  test('an answer lost twice is unavailable, and the same request sent again later has the one effect', async () => {
    const { tenantId } = await openShop(db);
    const over = await overLossyRoad({ answers: 2 });
    await expect(addMember(tenantId, 'k', { over })).rejects.toMatchObject({ code: 'unavailable' });
    expect(await addMember(tenantId, 'k', { over })).toMatchObject({ ok: true, replayed: true });
    expect(await memberIds(tenantId)).toHaveLength(1);
  });
});
