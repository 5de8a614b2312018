import { describe, expect, test } from 'vitest';
import { Database } from '../../src/object/database.ts';
import { type Migration, type MigrationList, migrate } from '../../src/object/migrations.ts';
import { OBJECT_MIGRATIONS } from '../../src/object/schema.ts';
import { STOCK_MIGRATIONS } from '../../src/stock/migrations.ts';
import { inFreshObject } from './storage.ts';

const first: Migration = { id: '1', sql: 'create table apples (id integer primary key)' };
const second: Migration = { id: '2', sql: 'alter table apples add column colour text' };
const listOf = (...migrations: Migration[]): MigrationList => ({ list: 'test', migrations });

describe('an object’s schema', () => {
  test('is brought up to date once, and old rows are kept', async () => {
    const rows = await inFreshObject(({ storage }) => {
      const database = new Database(storage);
      migrate(database, [listOf(first)]);
      database.run('insert into apples (id) values (1)');
      migrate(database, [listOf(first, second)]);
      migrate(database, [listOf(first, second)]);
      return database.all('select * from apples');
    });
    expect(rows).toEqual([{ id: 1, colour: null }]);
  });

  test.each([
    ['another text', listOf({ ...first, sql: 'create table pears (id integer)' }, second)],
    ['another id', listOf({ ...first, id: 'one' }, second)],
    ['another order', listOf(second, first)],
  ])('is refused where history has %s', async (_, edited) => {
    const outcome = await inFreshObject(({ storage }) => {
      const database = new Database(storage);
      migrate(database, [listOf(first)]);
      try {
        migrate(database, [edited]);
      } catch (failure) {
        return String(failure);
      }
      return 'accepted';
    });
    expect(outcome).toContain('history of test was edited at 0');
  });

  test('of a newer release does not hinder an older one during a gradual deploy', async () => {
    const columns = await inFreshObject(({ storage }) => {
      const database = new Database(storage);
      migrate(database, [listOf(first, second)]);
      migrate(database, [listOf(first)]);
      return database.all("select name from pragma_table_info('apples')");
    });
    expect(columns).toEqual([{ name: 'id' }, { name: 'colour' }]);
  });

  test('that fails half-way leaves nothing behind', async () => {
    const found = await inFreshObject(({ storage }) => {
      const database = new Database(storage);
      try {
        migrate(database, [listOf(first, { id: '2', sql: 'create nonsense' })]);
      } catch {
        return [database.hasTable('apples'), database.hasTable('object_migrations')];
      }
      return 'accepted';
    });
    expect(found).toEqual([false, false]);
  });

  test('only ever grows: no released step drops or renames anything', () => {
    const steps = [OBJECT_MIGRATIONS, STOCK_MIGRATIONS].flatMap(({ migrations }) => migrations);
    expect(steps.filter(({ sql }) => /\b(drop|rename)\b/i.test(sql))).toEqual([]);
  });
});
