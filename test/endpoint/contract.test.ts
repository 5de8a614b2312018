import { eq, sql as fragment } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/neon-http';
import { customType, integer, jsonb, numeric, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, driverFor, openTestDatabase, type TestDatabase } from '../support/database.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const things = pgTable('things', {
  id: integer().primaryKey(),
  name: text().notNull(),
  price: numeric(),
  tags: text().array(),
  body: jsonb(),
  picture: bytes(),
  at: timestamp({ withTimezone: true }),
});

describe.each(DATABASE_KINDS)('Neon endpoint over %s', (kind) => {
  let database: TestDatabase;
  const asOwner = () => driverFor(database.endpointUrl, database.ownerUrl);
  const asApp = () => driverFor(database.endpointUrl, database.appUrl);

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    // Drizzle tells the driver, for the whole process, to leave times as text.
    drizzle(asOwner());
    await asOwner().transaction((sql) => [
      sql`create table things (id int primary key, name text not null constraint named unique,
        price numeric, tags text[], body jsonb, picture bytea, at timestamptz)`,
      sql`create table notes (tenant_id text not null, note text not null)`,
      sql`alter table notes enable row level security`,
      sql`create policy tenant on notes using (tenant_id = nullif(current_setting('app.tenant', true), ''))`,
      sql`grant select, insert on notes to pointmall_app`,
    ]);
  });
  afterAll(() => database.close());

  test('every common type comes back as the driver reads it from Postgres', async () => {
    const [row] = await asOwner()`select
      ${1}::int2 as int2, ${-2}::int4 as int4, ${'9007199254740993'}::int8 as int8,
      ${'12345678901234567890.123456789'}::numeric as numeric, ${0.1}::float8 as float8,
      ${true}::bool as bool, ${'积分 "点" \\ \''}::text as text, ${'ab'}::varchar(2) as varchar,
      ${'2f1c5a5e-3c1b-4e0a-9d3a-0a1b2c3d4e5f'}::uuid as uuid,
      ${'2026-11-01'}::date::text as date,
      ${'2026-11-01T08:00:00.123456+08:00'}::timestamptz as timestamptz,
      ${'\\x00ff10'}::bytea as bytea, ${Buffer.from([0, 255, 39])}::bytea as buffer,
      ${{ deep: [1, null, { 中: '文' }] }}::jsonb as jsonb, ${'[1, "a"]'}::json as json,
      ${[1, 2]}::int[] as ints, ${['a', 'b,"c"', null]}::text[] as texts, '{}'::text[] as no_texts,
      ${null}::text as nothing, ${'10.0.0.1'}::inet as inet, '1 day'::interval = '24 hours' as same`;
    expect(row).toEqual({
      int2: 1,
      int4: -2,
      int8: '9007199254740993',
      numeric: '12345678901234567890.123456789',
      float8: 0.1,
      bool: true,
      text: '积分 "点" \\ \'',
      varchar: 'ab',
      uuid: '2f1c5a5e-3c1b-4e0a-9d3a-0a1b2c3d4e5f',
      date: '2026-11-01',
      timestamptz: '2026-11-01 00:00:00.123456+00',
      bytea: Buffer.from([0, 255, 16]),
      buffer: Buffer.from([0, 255, 39]),
      jsonb: { deep: [1, null, { 中: '文' }] },
      json: [1, 'a'],
      ints: [1, 2],
      texts: ['a', 'b,"c"', null],
      no_texts: [],
      nothing: null,
      inet: '10.0.0.1',
      same: true,
    });
  });

  test('a result says its command, its count and its fields', async () => {
    const sql = asOwner();
    const facts = async (query: string) => {
      const { command, rowCount, fields, rows } = await sql.query(query, [], { fullResults: true });
      return { command, rowCount, fields: fields.map(({ name, dataTypeID }) => [name, dataTypeID]), rows };
    };
    expect(await facts(`select 1 as one, 'x'::text as x from generate_series(1, 2)`)).toEqual({
      command: 'SELECT',
      rowCount: 2,
      fields: [
        ['one', 23],
        ['x', 25],
      ],
      rows: [
        { one: 1, x: 'x' },
        { one: 1, x: 'x' },
      ],
    });
    expect(await facts(`update things set name = name where false`)).toEqual({
      command: 'UPDATE',
      rowCount: 0,
      fields: [],
      rows: [],
    });
    expect(await facts('create table made (a int)')).toMatchObject({ command: 'CREATE', rowCount: null });
  });

  test('drizzle reads back what it wrote, one by one and in a batch', async () => {
    const db = drizzle(asOwner());
    const thing = {
      id: 1,
      name: '月桂',
      price: '19.90',
      tags: ['红', 'b'],
      body: { a: [1] },
      picture: Buffer.from([1, 2]),
      at: new Date(0),
    };
    const [inserted, updated, found] = await db.batch([
      db.insert(things).values(thing).returning(),
      db.update(things).set({ price: null }).where(eq(things.id, 1)),
      db.select({ price: things.price, count: fragment<string>`count(*) over ()` }).from(things),
    ]);
    expect([inserted, updated.rowCount, found]).toEqual([[thing], 1, [{ price: null, count: '1' }]]);
    expect(await db.select().from(things)).toEqual([{ ...thing, price: null }]);
  });

  test('a unique violation names its constraint, table and key', async () => {
    const insert = () => asOwner()`insert into things (id, name) values (50, 'once')`;
    await insert();
    await expect(
      driverFor(database.endpointUrl, database.ownerUrl)`insert into things (id, name) values (51, 'once')`,
    ).rejects.toMatchObject({
      name: 'NeonDbError',
      message: 'duplicate key value violates unique constraint "named"',
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (name)=(once) already exists.',
      schema: 'public',
      table: 'things',
      constraint: 'named',
    });
  });

  test('a syntax error says where', async () => {
    await expect(asOwner().query('select 1 +')).rejects.toMatchObject({ code: '42601', position: '11' });
  });

  test('a failed batch leaves nothing behind, wherever it fails, and the next one works', async () => {
    const sql = asOwner();
    const failing = [
      [sql`insert into things (id, name) values (90, 'a')`, sql`select 1 / 0`],
      [sql`select 1 / 0`, sql`insert into things (id, name) values (90, 'a')`],
      [sql`insert into things (id, name) values (90, 'a')`, sql`insert into things (id) values (91)`],
    ];
    const codes: unknown[] = [];
    for (const batch of failing) {
      codes.push(await sql.transaction(batch).catch((error: { code: string }) => error.code));
    }
    expect(codes).toEqual(['22012', '22012', '23502']);
    expect(await sql`select count(*)::int as found from things where id >= 90`).toEqual([{ found: 0 }]);
  });

  test('a constraint that is looked at only at commit fails the batch too', async () => {
    const sql = asOwner();
    await sql`create table later (id int unique deferrable initially deferred)`;
    const twice = sql.transaction([sql`insert into later values (1)`, sql`insert into later values (1)`]);
    await expect(twice).rejects.toMatchObject({ code: '23505', constraint: 'later_id_key' });
    expect(await sql`select * from later`).toEqual([]);
  });

  test('isolation headers reach the transaction', async () => {
    const sql = asOwner();
    const shown = async (options: Parameters<typeof sql.transaction>[1]) => {
      const [level, readOnly, deferrable] = await sql.transaction(
        [sql`show transaction_isolation`, sql`show transaction_read_only`, sql`show transaction_deferrable`],
        options,
      );
      return [level, readOnly, deferrable].map((rows) => Object.values((rows as object[])[0] ?? {})[0]);
    };
    expect([
      await shown({}),
      await shown({ isolationLevel: 'RepeatableRead' }),
      await shown({ isolationLevel: 'Serializable', readOnly: true, deferrable: true }),
    ]).toEqual([
      ['read committed', 'off', 'off'],
      ['repeatable read', 'off', 'off'],
      ['serializable', 'on', 'on'],
    ]);
    await expect(
      sql.transaction([sql`insert into later values (2)`], { readOnly: true }),
    ).rejects.toMatchObject({ code: '25006' });
  });

  test('a setting made in a batch holds for that batch alone', async () => {
    const sql = asApp();
    const [, inside] = await sql.transaction([
      sql`select set_config('app.tenant', ${'ten_a'}, true)`,
      sql`select current_setting('app.tenant', true) as tenant`,
    ]);
    const [outside] = await sql`select nullif(current_setting('app.tenant', true), '') as tenant`;
    expect([inside, outside]).toEqual([[{ tenant: 'ten_a' }], { tenant: null }]);
  });

  test('a request runs as the role of its connection string and row-level security holds for it', async () => {
    const sql = asApp();
    const as = (tenant: string) => sql`select set_config('app.tenant', ${tenant}, true)`;
    await sql.transaction([as('ten_a'), sql`insert into notes values ('ten_a', 'mine')`]);
    const [, seenByB] = await sql.transaction([as('ten_b'), sql`select * from notes`]);
    const [, seenByA] = await sql.transaction([as('ten_a'), sql`select * from notes`]);
    expect(await sql`select current_user as role`).toEqual([{ role: 'pointmall_app' }]);
    expect([seenByA, seenByB, await sql`select * from notes`]).toEqual([
      [{ tenant_id: 'ten_a', note: 'mine' }],
      [],
      [],
    ]);
    await expect(
      sql.transaction([as('ten_b'), sql`insert into notes values ('ten_a', 'theirs')`]),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(sql`select * from auth.user`).rejects.toMatchObject({ code: '42501' });
  });

  test('many requests at once each get their own answer', async () => {
    const sql = asApp();
    const numbers = Array.from({ length: 64 }, (_, index) => index);
    const answers = await Promise.all(
      numbers.map((number) =>
        sql.transaction([
          sql`select set_config('app.tenant', ${`ten_${number}`}, true)`,
          sql`select current_setting('app.tenant') as tenant, ${number}::int as number`,
        ]),
      ),
    );
    expect(answers.map(([, rows]) => rows?.[0])).toEqual(
      numbers.map((number) => ({ tenant: `ten_${number}`, number })),
    );
  });

  test('what is not Neon’s protocol is refused and said to be so', async () => {
    const post = async (headers: Record<string, string>, body: string) => {
      const response = await fetch(database.endpointUrl, { method: 'POST', headers, body });
      return [response.status, ((await response.json()) as { message: string }).message];
    };
    const headers = { 'neon-connection-string': database.appUrl, 'neon-raw-text-output': 'true' };
    expect([
      await post({}, '{}'),
      await post(headers, 'not json'),
      await post(headers, '{"query": 1}'),
      await post({ ...headers, 'neon-batch-isolation-level': 'Chaos' }, '{"queries": []}'),
      await post({ 'neon-connection-string': database.appUrl }, '{"query": "select 1"}'),
    ]).toEqual([
      [400, 'no connection string'],
      [400, 'the request is not understood'],
      [400, 'the request is not understood'],
      [400, 'the request is not understood'],
      [400, 'only raw text output is served'],
    ]);
  });
});

test('the embedded database knows its roles by their passwords', async () => {
  const database = await openTestDatabase('pglite');
  const url = new URL(database.appUrl);
  url.password = 'guessed';
  await expect(driverFor(database.endpointUrl, url.href)`select 1`).rejects.toMatchObject({ code: '28P01' });
  await database.close();
});
