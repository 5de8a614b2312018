import { expect, test } from 'vitest';
import { DATABASE_KINDS, openTestDatabase } from '../support/database.ts';
import { fillShop, listQueries, planOf } from './list-volume.ts';
import { fillBeside } from './list-volume-beside.ts';
import { asOwner } from './session.ts';
import { connectTo, openShop } from './shop.ts';

/** Enough for Postgres to prefer an index where it may use one; `scripts/list-speed.ts` has the whole volume. */
const VOLUME = { members: 20_000, entries: 20_000, redemptions: 20_000, lines: 20_000, questions: 4_000 };
/** What was typed fits a tenth of so small a shop and more: reading all of it is then the shorter way. */
const WIDE = [
  // Whether there is anybody else is answered by the first row that is looked at.
  'whom figures leave out',
  '“林”',
  '“子涵”',
  '“nn”',
  '“person1”',
  '“+8613”',
];
/** Few rows by nature. */
const SMALL = new Set(['rewards', 'letters', 'tenants']);

test('no list of the console walks over a table under the policies, whatever it is sorted by and searched for', async () => {
  const database = await openTestDatabase(DATABASE_KINDS.at(-1) ?? 'pglite');
  try {
    const { db } = connectTo(database);
    const { tenantId } = await openShop(db);
    const walked = await asOwner(database, async (session) => {
      await fillShop(session, tenantId, VOLUME);
      await fillBeside(session, tenantId, VOLUME);
      const found: string[] = [];
      for (const query of listQueries(db, tenantId, VOLUME)) {
        if (query.counts || WIDE.some((wide) => query.name.includes(wide))) continue;
        const plan = await planOf(session, tenantId, query);
        const tables = plan.walked.filter((table) => !SMALL.has(table));
        if (tables.length > 0) found.push(`${query.name}: ${tables.join(', ')}`);
      }
      return found;
    });
    expect(walked).toEqual([]);
  } finally {
    await database.close();
  }
});
