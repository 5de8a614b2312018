import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tenant } from '../../src/context.ts';
import type { Attempt, Db } from '../../src/db/tenant.ts';
import { refuseChangedSection, setSection } from '../../src/features/settings/queries.ts';
import { refuseChangedClosing, setClosing } from '../../src/features/tenants/closing-queries.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { connectTo, openShop } from './shop.ts';

const AT_ONCE = Array.from({ length: 12 }, (_, turn) => turn);

describe.each(DATABASE_KINDS)('of people who change the same thing at once, on %s,', (kind) => {
  let database: TestDatabase;
  let db: Db;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    db = connectTo(database).db;
  });
  afterAll(() => database?.close());

  const scopeOf = async () => {
    const { tenantId } = await openShop(db);
    return { db, tenant: { id: tenantId } as Tenant };
  };
  const passed = (answers: Attempt<unknown>[]) => answers.filter(({ ok }) => ok).length;

  test('one closes the shop, and every other is told that it closes', async () => {
    const scope = await scopeOf();
    const close = (turn: number) => {
      const closing = { askedAtMs: 1, closesAtMs: turn, earnsUntilMs: turn };
      const statements = [refuseChangedClosing(scope, null), setClosing(scope, closing, 1)] as const;
      return db.attempt(scope.tenant.id, statements);
    };
    expect(passed(await Promise.all(AT_ONCE.map(close)))).toBe(1);
  });

  test('one sets a section of the settings, and nothing of it is lost', async () => {
    const scope = await scopeOf();
    const set = (turn: number) => {
      const seen = refuseChangedSection(scope, 'branches', null);
      return db.attempt(scope.tenant.id, [seen, setSection(scope, 'branches', [turn])] as const);
    };
    expect(passed(await Promise.all(AT_ONCE.map(set)))).toBe(1);
  });
});
