import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Books, openBooks, readTenant } from '../../scripts/audit/postgres.ts';
import { auditTenant } from '../../src/audit/audit-tenant.ts';
import type { TenantEvidence } from '../../src/audit/evidence.ts';
import {
  accounts,
  auditLog,
  journalRows,
  memberDays,
  memberFigures,
  orders,
  redemptions,
  stockLevels,
  stocks,
} from '../../src/db/schema/index.ts';
import { soundBooks } from '../audit/books.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../support/database.ts';
import { connectTo, openShop } from './shop.ts';

/** Less than most rows take: each is a page of its own. */
const TINY_BYTES = 100;
const FEW_BYTES = 5_000;

describe.each(DATABASE_KINDS)('the audit reads %s', (kind) => {
  let database: TestDatabase;
  let books: Books;
  let sound: TenantEvidence;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    sound = soundBooks();
    const { db } = connectTo(database);
    const { tenantId } = sound;
    await openShop(db, tenantId);
    const heads = sound.registry.map((row) => ({ tenantId, ...row, createdAtMs: 0, dueAtMs: null }));
    const [account, stock] = heads;
    if (!account || !stock) throw new Error('the sound books have one of each');
    const zoned = { ...account, memberId: account.objectId, timeZone: 'Asia/Shanghai' };
    await db.batch(tenantId, [
      db.build.insert(accounts).values(zoned),
      db.build.insert(stocks).values({ ...stock, stockId: stock.objectId, rewardId: stock.objectId }),
      db.build.insert(journalRows).values(sound.journalRows),
      db.build.insert(redemptions).values(sound.redemptions),
      db.build.insert(orders).values(sound.orders),
      db.build.insert(memberFigures).values(sound.memberFigures),
      db.build.insert(memberDays).values(sound.memberDays),
      db.build.insert(stockLevels).values(sound.stockLevels),
      db.build.insert(auditLog).values(sound.auditLog),
    ]);
    const localEndpoint = database.endpointUrl.replace(/\/sql$/, '');
    books = openBooks({ databaseOwnerUrl: database.ownerUrl, localEndpoint });
  });
  afterAll(() => database?.close());

  const read = (pageBytes?: number) => readTenant(books, sound.tenantId, pageBytes);
  const verdict = (copies: Awaited<ReturnType<typeof read>>) =>
    auditTenant({
      ...sound,
      ...copies,
      objects: sound.objects,
    });

  test.each([TINY_BYTES, FEW_BYTES])(
    'in pages of %i bytes what it reads at once, and comes to the same verdict',
    async (pageBytes) => {
      const [whole, joined] = [await read(), await read(pageBytes)];
      expect(joined).toEqual(whole);
      expect(joined.journalRows).toHaveLength(sound.journalRows.length);
      expect(verdict(joined)).toEqual([]);
    },
  );

  test('with no answer of more rows than the page holds, one at least', async () => {
    const answers: unknown[][] = [];
    const batch: Books['db']['batch'] = async (tenantId, queries) => {
      const results = await books.db.batch(tenantId, queries);
      answers.push(...(results as unknown[]).filter(Array.isArray));
      return results;
    };
    await readTenant({ ...books, db: { ...books.db, batch } }, sound.tenantId, FEW_BYTES);
    const oversized = answers.filter((rows) => JSON.stringify(rows).length > 2 * FEW_BYTES);
    expect(oversized.filter((rows) => rows.length > 1)).toEqual([]);
    expect(Math.max(...answers.map((rows) => rows.length))).toBeGreaterThan(1);
  });

  test('and misses the same row, whichever page it stood on', async () => {
    const { db, as } = books;
    const last = sound.journalRows.at(-1);
    await db.batch(sound.tenantId, [as, db.build.delete(journalRows).where(sql`hash = ${last?.hash}`)]);
    const findings = verdict(await read());
    expect(findings).toHaveLength(1);
    expect(verdict(await read(TINY_BYTES))).toEqual(findings);
    expect(verdict(await read(FEW_BYTES))).toEqual(findings);
  });
});
