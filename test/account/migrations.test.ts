import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { ACCOUNT_MIGRATIONS } from '../../src/account/migrations.ts';
import { newId } from '../../src/lib/ids.ts';
import { Database } from '../../src/object/database.ts';
import { migrate } from '../../src/object/migrations.ts';
import { OBJECT_MIGRATIONS } from '../../src/object/schema.ts';

const { list, migrations } = ACCOUNT_MIGRATIONS;
const upTo = (steps: number) => [OBJECT_MIGRATIONS, { list, migrations: migrations.slice(0, steps) }];
const lot = (id: number, remaining: number, held: number, expiresAtMs: number) =>
  `('mem_1', ${id}, 100, ${remaining}, ${held}, 0, 'open', 0, ${expiresAtMs}, ${expiresAtMs}, ${remaining > held ? 1 : 0}, 0)`;

test('accounts written before sums per expiry were kept get them from their lots', async () => {
  const stub = env.ACCOUNT.getByName(`${newId('ten')}/${newId('mem')}`);
  const sums = await runInDurableObject(stub, (_, { storage }) => {
    const database = new Database(storage);
    migrate(database, upTo(1));
    const never = Number.MAX_SAFE_INTEGER;
    const lots = [lot(1, 60, 20, 5_000), lot(2, 10, 0, 5_000), lot(3, 7, 7, 6_000), lot(4, 50, 0, never)];
    storage.sql.exec(`insert into lots values ${lots.join(', ')}`);
    migrate(database, upTo(migrations.length));
    migrate(database, upTo(migrations.length));
    return storage.sql.exec('select * from expiry_sums').toArray();
  });
  expect(sums).toEqual([{ account_id: 'mem_1', expires_at_ms: 5_000, points: 50 }]);
});

test('accounts written before given points were counted get them from their journal', async () => {
  const stub = env.ACCOUNT.getByName(`${newId('ten')}/${newId('mem')}`);
  const entries = [
    ['points.earned', 100],
    ['points.adjusted', 20],
    ['points.adjusted', -5],
    ['points.redeemed', -60],
    ['points.returned', 60],
  ];
  const accounts = await runInDurableObject(stub, (_, { storage }) => {
    const database = new Database(storage);
    migrate(database, upTo(4));
    storage.sql.exec(`insert into accounts values ('mem_1', 'UTC', 1, 115, 0, 0, 0, 0)`);
    for (const [index, [type, points]] of entries.entries())
      storage.sql.exec(
        `insert into journal values (?, 0, ?, json_object('points', ?), null, '', ?)`,
        index + 1,
        type,
        points,
        String(index),
      );
    migrate(database, upTo(migrations.length));
    return storage.sql.exec('select earned_points from accounts').toArray();
  });
  expect(accounts).toEqual([{ earned_points: 120 }]);
});

test('accounts that were closed before closing was kept get it from their journal', async () => {
  const stub = env.ACCOUNT.getByName(`${newId('ten')}/${newId('mem')}`);
  const accounts = await runInDurableObject(stub, (_, { storage }) => {
    const database = new Database(storage);
    migrate(database, upTo(6));
    storage.sql.exec(`insert into accounts values ('mem_1', 'UTC', 1, 0, 0, 0, 0, 0, 0, null)`);
    storage.sql.exec(`insert into journal values (1, 700, 'details.erased', '{}', null, '', '1')`);
    migrate(database, upTo(migrations.length));
    return storage.sql.exec('select closed_at_ms from accounts').toArray();
  });
  expect(accounts).toEqual([{ closed_at_ms: 700 }]);
});
