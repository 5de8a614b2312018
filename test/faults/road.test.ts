import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';
import { Crowd } from './crowd.ts';
import { Customer, told } from './customer.ts';
import { eventually, pause } from './eventually.ts';
import { type Comparison, compareWithJournals, isConfirmed } from './projection-check.ts';
import { quietPort } from './quiet-port.ts';
import { objectsOf, openShop, publishReward } from './shop.ts';
import { Till } from './till.ts';

const CUSTOMERS = 12;
const TILLS = 4;
/** Five seconds of writing, then a minute without the database. */
const OUTAGE = { thinkMs: 1_000, writeMs: 5_000, awayMs: 60_000 };
/** Rows follow each other so closely that something arrives behind every gap. */
const CROWDED = { thinkMs: 200, writeMs: 25_000, awayMs: 0 };
const CATCH_UP_MS = 120_000;

const entry = (name: string) => join(ROOT_FOLDER, 'scripts', 'local', 'faults', `${name}.ts`);

type Travel = { worker: string; seed: number; thinkMs: number; writeMs: number; awayMs: number };
type Journey = Comparison & { confirmed: boolean; figures: Record<string, unknown> };

/** Writes from 16 clients on an unreliable road, the database away meanwhile; then waits and compares. */
async function travel({ worker, seed, thinkMs, writeMs, awayMs }: Travel): Promise<Journey> {
  const server = await startServer({
    port: await quietPort(),
    environment: { WORKER_ENTRY: entry(worker), WORKER_VARIABLES: JSON.stringify({ ROAD_SEED: `${seed}` }) },
  });
  try {
    const shop = await openShop(server, { members: CUSTOMERS + TILLS, givenPoints: 100_000 });
    const shelf = { plenty: await publishReward(shop, 10, 50_000), soldOut: await publishReward(shop, 5, 0) };
    const objects = objectsOf(shop, [shelf.plenty, shelf.soldOut]);
    const each = (at: number) => ({ seed: seed * 100 + at, thinkMs });
    const customers = shop.members
      .slice(0, CUSTOMERS)
      .map((member, at) => new Customer(member, shelf, each(at)));
    const tills = shop.members
      .slice(CUSTOMERS)
      .map((member, at) => new Till(shop, member, each(CUSTOMERS + at)));
    const crowd = new Crowd([...customers, ...tills]);
    await pause(writeMs);
    const before = told(customers).redeemed;
    await takeDatabaseAway(server, awayMs);
    await pause(awayMs);
    const returnedMs = performance.now();
    const whileAway = told(customers).redeemed - before;
    await crowd.stop();
    expect([...customers, ...tills].flatMap(({ surprises }) => surprises)).toEqual([]);
    const leftMs = () => CATCH_UP_MS - (performance.now() - returnedMs);
    const confirmed = await eventually(async () => (await isConfirmed(server, objects)) || null, {
      limitMs: leftMs(),
      everyMs: 1_000,
    });
    const caughtUpMs = performance.now() - returnedMs;
    const compared = await compareWithJournals(server, shop.tenantId, objects);
    const road = await (await localFetch(server.url('/__local/road'))).json();
    const figures = {
      ...crowd.figures(),
      ...told(customers),
      ...{ redeemedWhileAway: whileAway, orders: tills.reduce((sum, { reported }) => sum + reported, 0) },
      ...{ road, rows: compared.rows, secondsToCatchUp: Math.round(caughtUpMs / 1000) },
    };
    return { ...compared, confirmed: confirmed === true, figures };
  } finally {
    await server.killTree();
    await server.stop();
  }
}

async function takeDatabaseAway(server: TestServer, forMs: number): Promise<void> {
  const body = JSON.stringify({ forMs });
  await localFetch(`${server.addresses.services}/database-away`, { method: 'POST', body });
}

test.concurrent.each([1, 2, 3])(
  'messages lost, doubled and overtaken, the database away: the rows are those of the journals (seed %i)',
  async (seed) => {
    const { figures, rows, ...journey } = await travel({ worker: 'unreliable-road', seed, ...OUTAGE });
    console.log(`road, seed ${seed}`, figures);
    expect(journey).toEqual({ confirmed: true, parked: 0, mismatches: [] });
    expect(rows).toBeGreaterThan(0);
  },
);

test.concurrent('a Worker that confirms over gaps does not pass the same comparison', async () => {
  const { figures, mismatches } = await travel({ worker: 'confirm-over-gaps', seed: 4, ...CROWDED });
  console.log('road, confirming over gaps', { ...figures, mismatches: mismatches.length });
  expect(mismatches.filter((each) => each.endsWith('is missing'))).not.toEqual([]);
});
