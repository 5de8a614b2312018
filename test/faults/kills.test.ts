import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { REDEMPTION_STEPS } from '../../src/account/redemption-steps.ts';
import { runAudit } from './audit.ts';
import { expectedBooks, readBooks, readStock } from './books.ts';
import { Crowd } from './crowd.ts';
import { Customer, type Shelf, told } from './customer.ts';
import { eventually, pause } from './eventually.ts';
import { KilledServer } from './killed-server.ts';
import type { Member } from './member.ts';
import { seededRandom } from './seeded.ts';
import { openShop, publishCoupon, publishReward, type Shop } from './shop.ts';

const SEED = 20_261_108;
const CLIENTS = 16;
const INSTANTS = 10;
const GIVEN_POINTS = 100_000;
const UNITS = 50_000;
/** Of what the silent member redeems, goods or coupon. */
const POINTS_EACH = 10;
const THINK_MS = 300;
/** From the moment that the server serves: within it every client has sent several requests. */
const INSTANT_MS = { from: 400, to: 2_400 };
const HIT_MS_MAX = 30_000;

let server: KilledServer;
let shop: Shop;
let shelf: Shelf;
/** Asks once per life of the server and never again: only the alarm can finish what it began. */
let silent: Member;

beforeEach(async () => {
  server = await KilledServer.start();
  shop = await openShop(server.running, { members: CLIENTS + 1, givenPoints: GIVEN_POINTS });
  shelf = { plenty: await publishReward(shop, POINTS_EACH, UNITS), soldOut: await publishReward(shop, 5, 0) };
  const last = shop.members.at(-1);
  if (!last) throw new Error('the shop has no members');
  silent = last;
});
afterEach(() => server.remove());

const newCustomers = () =>
  shop.members
    .slice(0, CLIENTS)
    .map((member, at) => new Customer(member, shelf, { seed: SEED + at, thinkMs: THINK_MS }));

/** Compares the clients' own logs with the API, then has the audit look at everything. */
async function expectBooksToAgree(customers: Customer[], silentAttempts: number) {
  expect(customers.flatMap(({ surprises }) => surprises)).toEqual([]);
  let confirmedUnits = 0;
  for (const customer of customers) {
    const expected = expectedBooks(customer, shop, shelf.plenty);
    const known = customer.accepted.length + customer.soldOut;
    expect(await readBooks(shop, customer.member, known)).toEqual(expected);
    confirmedUnits += expected.confirmed.length;
  }
  const silentBooks = await readBooks(shop, silent, 0);
  const silentUnits = silentBooks.confirmed.length;
  const silentCoupons = silentBooks.issued.length;
  const silentPoints = GIVEN_POINTS - (silentUnits + silentCoupons) * POINTS_EACH;
  expect(silentUnits + silentCoupons).toBeLessThanOrEqual(silentAttempts);
  expect(silentBooks).toEqual({
    ...{ confirmed: silentBooks.confirmed, issued: silentBooks.issued },
    ...{ cancelled: [], undone: 0, unfinished: [] },
    ...{ availablePoints: silentPoints, heldPoints: 0, balancePoints: silentPoints },
  });
  const takenUnits = confirmedUnits + silentUnits;
  expect(await readStock(shop, shelf.plenty)).toEqual({
    ...{ unlimited: false, stockedUnits: UNITS, availableUnits: UNITS - takenUnits },
    ...{ reservedUnits: 0, takenUnits },
  });
  const audit = await runAudit(server.running.stateFolder);
  expect(audit, audit.output).toMatchObject({ exitCode: 0 });
  return { silentUnits, silentCoupons };
}

test('killed at ten instants under load, no acknowledged redemption is lost, doubled or half done', async () => {
  const startedMs = performance.now();
  const random = seededRandom(SEED);
  const customers = newCustomers();
  const crowd = new Crowd(customers);
  for (let instant = 0; instant < INSTANTS; instant += 1) {
    void silent.redeem(shelf.plenty, randomUUID());
    await pause(INSTANT_MS.from + random() * (INSTANT_MS.to - INSTANT_MS.from));
    expect(await server.kill()).toEqual([]);
    await server.restart();
  }
  await crowd.stop();
  const books = await expectBooksToAgree(customers, INSTANTS);
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log('kills at instants', {
    kills: server.kills,
    ...crowd.figures(),
    ...told(customers),
    ...books,
    seconds,
  });
});

test('killed at each step that a redemption passes, it is whole or undone', async () => {
  const startedMs = performance.now();
  const customers = newCustomers();
  const crowd = new Crowd(customers);
  const coupon = await publishCoupon(shop, POINTS_EACH);
  const hit: string[] = [];
  for (const step of REDEMPTION_STEPS) {
    await server.stallAt(step);
    void silent.redeem(step === 'issued' ? coupon : shelf.plenty, randomUUID());
    const reached = await eventually(
      async () => ((await server.stalledSteps()).includes(step) ? step : null),
      { limitMs: HIT_MS_MAX },
    );
    if (reached) hit.push(reached);
    expect(await server.kill()).toEqual([]);
    await server.restart();
  }
  await crowd.stop();
  expect(hit).toEqual([...REDEMPTION_STEPS]);
  const books = await expectBooksToAgree(customers, REDEMPTION_STEPS.length);
  expect(books.silentCoupons).toBe(1);
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log('kills at steps', {
    kills: server.kills,
    hit: hit.length,
    ...crowd.figures(),
    ...books,
    seconds,
  });
});
