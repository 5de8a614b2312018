import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from '../support/audit.ts';
import { launchBrowser } from '../support/browser.ts';
import { sharedServer } from '../support/shared-server.ts';
import { livesAfternoon } from './day-afternoon.ts';
import { dayBooks } from './day-books.ts';
import { livesMorning } from './day-morning.ts';
import { livesNoon } from './day-noon.ts';
import { CLERKS, callPeople, openDayShop } from './day-shop.ts';
import { expectSlips } from './day-slip.ts';

const server = sharedServer();
/** Projections are seconds late, on a machine that is at other things. */
const SEEN = { timeout: 60_000, interval: 1_000 };
/** Seven people's pages on a machine that is at other things. */
const RUN_MS_MAX = 240_000;
const NAMES = ['man', 'yifan', 'an'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test(
  'owner, manager, two clerks and three members live a day at once: every screen says what was done, to the point and the cent',
  async () => {
    const shop = await openDayShop(server);
    const people = await callPeople(browser, server, shop);
    const day = { server, shop, people, books: dayBooks() };

    const numbers = await livesMorning(day);
    const parcels = await livesNoon(day, numbers);
    await livesAfternoon(day, numbers, parcels);

    const { books } = day;
    const { owner, manager, zhou } = people;
    const slipOf = ({ name }: { name: string }) => ({ [name]: books.slipOf(name) });
    const sums = books.sums();
    const [own] = await Promise.all([
      Promise.all(NAMES.map((name) => people[name].readPoints())),
      expectSlips(zhou.page, server, slipOf(CLERKS.zhou)),
      expectSlips(manager.page, server, { ...slipOf(CLERKS.zhou), ...slipOf(CLERKS.wu) }),
      // Home's card says sales in whole money; the slips say them to the cent.
      expect
        .poll(() => owner.readHome(sums.balancePoints), SEEN)
        .toEqual({ ...sums, salesMinor: Math.round(sums.salesMinor / 100) * 100 }),
    ]);
    expect(own).toEqual(
      NAMES.map((name) => {
        const movements = books.movementsOf(name);
        return { available: movements.reduce((sum, points) => sum + points, 0), movements };
      }),
    );
    const { exitCode, report } = auditOf(server.stateFolder);
    expect(exitCode, report).toBe(0);
  },
  RUN_MS_MAX,
);
