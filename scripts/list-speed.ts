import process from 'node:process';
import { fillShop, listQueries, planOf } from '../test/db/list-volume.ts';
import { asOwner } from '../test/db/session.ts';
import { connectTo, openShop } from '../test/db/shop.ts';
import { openTestDatabase } from '../test/support/database.ts';

/** What the console promises of every list at this size. */
const MILLISECONDS_MAX = 300;
const VOLUME = {
  members: 100_000,
  entries: 1_000_000,
  redemptions: 100_000,
  lines: 300_000,
  questions: 20_000,
};
const TIMES = 5;

const database = await openTestDatabase('postgres');
let slow = 0;
try {
  const { db } = connectTo(database);
  const { tenantId } = await openShop(db);
  const other = await openShop(db);
  await asOwner(database, async (session) => {
    const startedMs = Date.now();
    await fillShop(session, tenantId, VOLUME);
    await session.query('savepoint filled');
    console.log(`${JSON.stringify(VOLUME)} filled in ${Date.now() - startedMs} ms; beside ${other.tenantId}`);
    const only = process.argv[2] ?? '';
    for (const query of listQueries(db, tenantId, VOLUME)) {
      if (!query.name.includes(only)) continue;
      const plans = [];
      for (let time = 0; time < TIMES; time += 1) plans.push(await planOf(session, tenantId, query));
      const [median] = plans
        .toSorted((left, right) => left.milliseconds - right.milliseconds)
        .slice(TIMES >> 1);
      if (!median) continue;
      if (median.milliseconds > MILLISECONDS_MAX) slow += 1;
      const walked = median.walked.length === 0 ? '' : ` · walks ${median.walked.join(', ')}`;
      console.log(
        `${median.milliseconds.toFixed(1).padStart(8)} ms  ${query.name}${walked} · ${median.indexes.join(', ')}`,
      );
    }
  });
} finally {
  await database.close();
}
console.log(
  slow === 0
    ? `Every list stays under ${MILLISECONDS_MAX} ms.`
    : `${slow} lists take longer than ${MILLISECONDS_MAX} ms.`,
);
process.exitCode = slow === 0 ? 0 : 1;
