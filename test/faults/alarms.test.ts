import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';
import { eventually, pause } from './eventually.ts';
import { type ObjectName, readCursors } from './journals.ts';
import { KilledServer } from './killed-server.ts';
import type { Member } from './member.ts';
import { ownerRows } from './owner-sql.ts';
import { compareWithJournals, isConfirmed } from './projection-check.ts';
import { objectsOf, openShop, publishReward, type Reward, type Shop } from './shop.ts';

const BROKEN = join(ROOT_FOLDER, 'scripts', 'local', 'faults', 'broken-objects.ts');
const MEMBERS = 6;
const GIVEN_POINTS = 1_000;
const BROKEN_MS = 200_000;
/** The sweep looks for what is ten minutes overdue. */
const PAST_THE_SWEEP_MS = 11 * 60_000;
/** A cron runs every minute. */
const SWEPT_MS_MAX = 150_000;
const STALLED_MS_MAX = 60_000;

let server: KilledServer;
let shop: Shop;
let reward: Reward;
let accounts: ObjectName[];

beforeEach(async () => {
  server = await KilledServer.start();
  shop = await openShop(server.running, { members: MEMBERS, givenPoints: GIVEN_POINTS });
  reward = await publishReward(shop, 10, 100);
  accounts = objectsOf(shop, []);
});
afterEach(() => server.remove());

/** One redemption of each member, recorded and never taken further: they are left to the alarm. */
async function redeemAndStall(alreadyStalled: number): Promise<void> {
  for (const member of shop.members) void member.redeem(reward, randomUUID());
  const wanted = alreadyStalled + MEMBERS;
  const stalled = await eventually(
    async () => ((await server.stalledSteps()).length >= wanted ? wanted : null),
    { limitMs: STALLED_MS_MAX },
  );
  expect(stalled).toBe(wanted);
}

const dueAccounts = async () => {
  const query = 'select member_id from accounts where tenant_id = $1 and due_at is not null';
  return (await ownerRows(server.running, query, [shop.tenantId])).length;
};

const projectedRedemptions = async () => {
  const query = 'select redemption_id from redemptions where tenant_id = $1';
  return (await ownerRows(server.running, query, [shop.tenantId])).length;
};

async function balanceOf({ id }: Member): Promise<unknown> {
  const { availablePoints, heldPoints } = await shop.merchant.json<Record<string, number>>(
    `/v1/members/${id}/balance`,
  );
  return { availablePoints, heldPoints };
}

test('a deploy whose objects cannot be constructed loses no alarm: the sweep makes up for all of them', async () => {
  const startedMs = performance.now();
  await server.stallAt('line_reserved');
  await redeemAndStall(0);
  expect(
    await eventually(async () => ((await dueAccounts()) === MEMBERS ? MEMBERS : null), {
      limitMs: STALLED_MS_MAX,
    }),
  ).toBe(MEMBERS);
  await takeDatabaseAway();
  await redeemAndStall(MEMBERS);

  expect(await server.kill()).toEqual([]);
  await server.restart({ WORKER_ENTRY: BROKEN });
  await pause(BROKEN_MS);
  // Due by the registry, half of the redemptions not sent yet, and nobody there to do anything about it.
  expect([await dueAccounts(), await projectedRedemptions()]).toEqual([MEMBERS, MEMBERS]);
  const [first] = accounts;
  if (!first) throw new Error('the shop has no members');
  await expect(readCursors(server.running, first)).rejects.toThrow('answered 503');

  await server.stop();
  server.setClockAhead(PAST_THE_SWEEP_MS);
  await server.restart({});
  const swept = await eventually(
    async () => {
      if ((await dueAccounts()) > 0 || !(await isConfirmed(server.running, accounts))) return null;
      return isConfirmed(server.running, objectsOf(shop, [reward])).then((all) => all || null);
    },
    { limitMs: SWEPT_MS_MAX, everyMs: 1_000 },
  );
  expect(swept).toBe(true);
  const compared = await compareWithJournals(server.running, shop.tenantId, objectsOf(shop, [reward]));
  expect({ ...compared, rows: null }).toEqual({ rows: null, parked: 0, mismatches: [] });
  expect(await projectedRedemptions()).toBe(2 * MEMBERS);
  const points = { availablePoints: GIVEN_POINTS - 2 * reward.pointsEach, heldPoints: 0 };
  for (const member of shop.members) expect(await balanceOf(member)).toEqual(points);
  const seconds = Math.round((performance.now() - startedMs) / 1000);
  console.log('broken deploy', { accounts: MEMBERS, redemptions: 2 * MEMBERS, rows: compared.rows, seconds });
});

async function takeDatabaseAway(): Promise<void> {
  const body = JSON.stringify({ forMs: BROKEN_MS });
  await localFetch(`${server.running.addresses.services}/database-away`, { method: 'POST', body });
}
