import process from 'node:process';
import { parseArgs } from 'node:util';
import { fillShop, listQueries, planOf } from '../test/db/list-volume.ts';
import { fillBeside } from '../test/db/list-volume-beside.ts';
import { asOwner } from '../test/db/session.ts';
import { connectTo, openShop } from '../test/db/shop.ts';
import { openTestDatabase } from '../test/support/database.ts';
import { measureOverHttp } from './list-speed/over-http.ts';

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

const { values } = parseArgs({
  options: {
    http: { type: 'boolean', default: false },
    /** Of the lists, those whose name or address holds this. */
    only: { type: 'string', default: '' },
    /** Of the whole volume; a small share shows whether everything answers, not how fast. */
    share: { type: 'string', default: '1' },
  },
});
const volume = Object.fromEntries(
  Object.entries(VOLUME).map(([name, rows]) => [name, Math.ceil(rows * Number(values.share))]),
) as typeof VOLUME;
const slow = await (values.http ? overHttp() : inDatabase());
console.log(
  slow === 0
    ? `Every list stays under ${MILLISECONDS_MAX} ms.`
    : `${slow} lists take longer than ${MILLISECONDS_MAX} ms.`,
);
process.exitCode = slow === 0 ? 0 : 1;

/** Through the real Worker, as the console asks; prints median and worst of each. */
async function overHttp(): Promise<number> {
  const measured = await measureOverHttp({ volume, only: values.only, say: console.log });
  console.log('  median    worst     kB');
  for (const { asked, status, medianMs, worstMs, bytes } of measured) {
    const figures = [medianMs, worstMs, bytes / 1_000].map((figure) => figure.toFixed(1).padStart(8));
    console.log(`${figures.join(' ')}  ${asked}${status === 200 ? '' : ` · answered ${status}`}`);
  }
  return measured.filter(({ status, medianMs }) => status !== 200 || medianMs > MILLISECONDS_MAX).length;
}

/** In Postgres alone, under the policies, with the indexes of each plan. */
async function inDatabase(): Promise<number> {
  const database = await openTestDatabase('postgres');
  let slow = 0;
  try {
    const { db } = connectTo(database);
    const { tenantId } = await openShop(db);
    const other = await openShop(db);
    await asOwner(database, async (session) => {
      const startedMs = Date.now();
      await fillShop(session, tenantId, volume);
      await fillBeside(session, tenantId, volume);
      await session.query('savepoint filled');
      console.log(
        `${JSON.stringify(volume)} filled in ${Date.now() - startedMs} ms; beside ${other.tenantId}`,
      );
      for (const query of listQueries(db, tenantId, volume)) {
        if (!query.name.includes(values.only)) continue;
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
  return slow;
}
