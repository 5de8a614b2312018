import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localFetch } from '../../scripts/local/local-fetch.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';
import { eventually, pause } from './eventually.ts';
import { KilledServer } from './killed-server.ts';
import type { Member } from './member.ts';
import { ownerRows } from './owner-sql.ts';
import { compareWithJournals, isConfirmed } from './projection-check.ts';
import { objectsOf, openShop, publishReward, type Reward, type Shop } from './shop.ts';
import { dropAlarms } from './stored-alarms.ts';

const BROKEN_ENTRY = join(ROOT_FOLDER, 'scripts', 'local', 'faults', 'broken-deploy.ts');
const STALLED_MEMBERS = 6;
const GIVEN_POINTS = 1_000;
const BROKEN_MS = 200_000;
/** The sweep looks for what is ten minutes overdue. */
const PAST_THE_SWEEP_MS = 11 * 60_000;
/** A cron runs every minute. */
const SWEPT_MS_MAX = 150_000;
const STALLED_MS_MAX = 60_000;
/** Every redemption: two of each stalled member, one of the quiet one. */
const REDEMPTIONS = 2 * STALLED_MEMBERS + 1;

type Ordeal = { server: KilledServer; shop: Shop; stalled: Member[]; quiet: Member; reward: Reward };

async function withOrdeal(work: (ordeal: Ordeal) => Promise<void>): Promise<void> {
  const server = await KilledServer.start();
  try {
    const shop = await openShop(server.running, {
      members: STALLED_MEMBERS + 1,
      givenPoints: GIVEN_POINTS,
    });
    const reward = await publishReward(shop, 10, 100);
    const [quiet, ...stalled] = shop.members;
    if (!quiet) throw new Error('the shop has no members');
    await work({ server, shop, stalled, quiet, reward });
  } finally {
    await server.remove();
  }
}

const countOf = async ({ server, shop }: Ordeal, query: string) =>
  (await ownerRows(server.running, `${query} and tenant_id = $1`, [shop.tenantId])).length;
/** Due within the hour: points that expire next year leave every account something to do then. */
const dueAccounts = (ordeal: Ordeal) =>
  countOf(ordeal, "select member_id from accounts where due_at < now() + interval '1 hour'");
const projectedRedemptions = (ordeal: Ordeal) =>
  countOf(ordeal, 'select redemption_id from redemptions where true');
const confirmedRedemptions = (ordeal: Ordeal) =>
  countOf(ordeal, "select redemption_id from redemptions where state = 'confirmed'");

/** One redemption of each stalled member, recorded and never taken further: left to the alarm. */
async function redeemAndStall({ server, stalled, reward }: Ordeal, before: number): Promise<void> {
  for (const member of stalled) void member.redeem(reward, randomUUID());
  const wanted = before + stalled.length;
  const reached = await eventually(
    async () => ((await server.stalledSteps()).length >= wanted ? wanted : null),
    { limitMs: STALLED_MS_MAX },
  );
  expect(reached).toBe(wanted);
}

/**
 * Leaves work of both kinds: redemptions that the registry knows to be due, and rows that wait to be
 * sent. All that a quiet member leaves is rows, so nothing but her own alarm knows of them.
 */
async function leaveWork(ordeal: Ordeal): Promise<void> {
  const { server, quiet, reward } = ordeal;
  await server.stallAt('line_reserved');
  await redeemAndStall(ordeal, 0);
  const due = await eventually(
    async () => ((await dueAccounts(ordeal)) === STALLED_MEMBERS ? STALLED_MEMBERS : null),
    { limitMs: STALLED_MS_MAX },
  );
  expect(due).toBe(STALLED_MEMBERS);
  const body = JSON.stringify({ forMs: BROKEN_MS });
  await localFetch(`${server.running.addresses.services}/database-away`, { method: 'POST', body });
  await redeemAndStall(ordeal, STALLED_MEMBERS);
  await server.stallAt(null);
  expect(await quiet.redeem(reward, randomUUID())).toMatchObject({ kind: 'accepted' });
}

/** Nothing was done while no object could be constructed. */
async function expectNothingDone(ordeal: Ordeal): Promise<void> {
  expect({
    due: await dueAccounts(ordeal),
    projected: await projectedRedemptions(ordeal),
    confirmed: await confirmedRedemptions(ordeal),
  }).toEqual({ due: STALLED_MEMBERS, projected: STALLED_MEMBERS, confirmed: 0 });
}

async function expectAllCaughtUp(ordeal: Ordeal): Promise<{ rows: number }> {
  const { server, shop, stalled, quiet, reward } = ordeal;
  const objects = objectsOf(shop, [reward]);
  const caughtUp = await eventually(
    async () => {
      const done = (await confirmedRedemptions(ordeal)) === REDEMPTIONS && (await dueAccounts(ordeal)) === 0;
      return (done && (await isConfirmed(server.running, objects))) || null;
    },
    { limitMs: SWEPT_MS_MAX, everyMs: 1_000 },
  );
  expect(caughtUp).toBe(true);
  const { rows, ...compared } = await compareWithJournals(server.running, shop.tenantId, objects);
  expect(compared).toEqual({ parked: 0, mismatches: [] });
  const balances = [];
  for (const { id } of [quiet, ...stalled]) {
    const found = await shop.merchant.json<Record<string, number>>(`/v1/members/${id}/balance`);
    balances.push([found.availablePoints, found.heldPoints]);
  }
  const after = (redemptions: number) => [GIVEN_POINTS - redemptions * reward.pointsEach, 0];
  expect(balances).toEqual([after(1), ...stalled.map(() => after(2))]);
  return { rows };
}

test.concurrent.each([
  { alarms: 'as the runtime has left them', drop: () => 0 },
  { alarms: 'dropped by the runtime for good', drop: dropAlarms },
])(
  '200 seconds of objects that cannot be constructed, alarms $alarms: past the sweep all is caught up',
  ({ alarms, drop }) =>
    withOrdeal(async (ordeal) => {
      const { server } = ordeal;
      await leaveWork(ordeal);
      expect(await server.kill()).toEqual([]);
      await server.restart({ WORKER_ENTRY: BROKEN_ENTRY });
      await pause(BROKEN_MS);
      await expectNothingDone(ordeal);

      await server.stop();
      const dropped = drop(server.running.stateFolder);
      // A start at a later time wakes nobody, unlike a clock that is moved.
      server.setClockAhead(PAST_THE_SWEEP_MS);
      await server.restart({});
      const mendedMs = performance.now();
      const { rows } = await expectAllCaughtUp(ordeal);
      const seconds = Math.round((performance.now() - mendedMs) / 1000);
      console.log(`broken deploy, alarms ${alarms}`, { dropped, redemptions: REDEMPTIONS, rows, seconds });
    }),
);
