import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { auditOf } from '../support/audit.ts';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { nothing, OUTCOMES } from './cash-outcomes.ts';
import {
  CHOSEN_POINTS,
  FEE_BASIS_POINTS,
  openWorld,
  PLANS,
  POINTS_GIVEN,
  UNITS,
  type World,
} from './cash-world.ts';

const WAIT = { timeout: 20_000, interval: 500 };
/** Characters of the server's log that a failure shows. */
const SAID_LAST = 9_000;

const clock = { offsetMs: 0 };
let server: TestServer;
let browser: Browser;
/** By currency; opened side by side, before the clock is first moved. */
let worlds: Record<string, World> = {};
beforeAll(async () => {
  // The clock is moved, which is for the whole server: so it is one of its own.
  const variables = { STRIPE_APPLICATION_FEE_BASIS_POINTS: String(FEE_BASIS_POINTS) };
  [server, browser] = await Promise.all([
    startServer({ environment: { WORKER_VARIABLES: JSON.stringify(variables) } }),
    launchBrowser(),
  ]);
  const opened = await Promise.all(PLANS.map((plan) => openWorld({ browser, server, clock }, plan)));
  worlds = Object.fromEntries(opened.map((world) => [world.plan.currency, world]));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(PLANS)('points and cash in $currency', ({ currency }) => {
  let world: World;
  let before: Awaited<ReturnType<World['figures']>>;
  beforeAll(async () => {
    const opened = worlds[currency];
    if (!opened) throw new Error(`no shop counts in ${currency}`);
    world = opened;
    before = await world.figures();
    expect(before).toEqual({
      points: POINTS_GIVEN,
      available: UNITS,
      reserved: 0,
      taken: 0,
      net: 0,
      ...nothing(),
    });
  });
  afterAll(() => world?.close());

  // Where nobody is charged no currency has a say: once is enough.
  const told = OUTCOMES.filter(({ booked }) => booked !== nothing || currency === 'CNY');
  test.each(told)('$name: both screens, points, units and Stripe’s books agree', async (outcome) => {
    const { member, merchant, memberId } = world;
    tellPagesOnFailure({ staff: world.staffPage, member: world.page });
    onTestFailed(() => console.error(`The server said last:\n${server.output().slice(-SAID_LAST)}`));
    const redemptionId = await outcome.act(world);
    const said = outcome.says(world);
    await expect
      .poll(() => member.readOrder(redemptionId), WAIT)
      .toSatisfy((text: string) => said.member.every((words) => text.includes(words)));
    const inConsole = await merchant.readRedemption({ memberId, redemptionId });
    expect(said.staff.filter((words) => !inConsole.includes(words))).toEqual([]);

    const spent = outcome.kept ? 1 : 0;
    const booked = outcome.booked(world.plan);
    const { charged, refunded, fees, feesRefunded } = booked;
    const expected = {
      points: before.points - spent * CHOSEN_POINTS,
      available: before.available - spent,
      reserved: 0,
      taken: before.taken + spent,
      charged: before.charged + charged,
      refunded: before.refunded + refunded,
      fees: before.fees + fees,
      feesRefunded: before.feesRefunded + feesRefunded,
      net: before.net + charged - refunded - fees + feesRefunded,
    };
    before = expected;
    await expect.poll(() => world.figures(), WAIT).toEqual(expected);
  });

  test('the reward’s page counts the units so, too', async () => {
    const { available, reserved, taken } = before;
    expect(await world.merchant.readUnits(world.rewardId)).toEqual({ available, reserved, taken });
  });
});

test('and the audit is clean', () => {
  const { exitCode, report } = auditOf(server.stateFolder);
  expect(exitCode, report).toBe(0);
});
