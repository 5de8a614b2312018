import { runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { AccountExport } from '../../src/account/contract.ts';
import { auditTenant } from '../../src/audit/audit-tenant.ts';
import { joinExport } from '../../src/audit/join-export.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { ExportRequest } from '../../src/object/export-page.ts';
import { copiedFrom } from '../audit/copied.ts';
import {
  done,
  earn,
  newKey,
  type OpenedAccount,
  openAccount,
  openReward,
  redeem,
  refusalOf,
  STAFF,
} from './world.ts';

type Exported = { headSeq: number; headHash: string; nextCursor: string | null };
type Asked<State> = { exportState(page?: ExportRequest): Promise<Outcome<State>> };

/** Pages of a row each, of a few rows, and one page of everything. */
const SIZES = [1, 1_000, 10_000_000];

function joinPages<State extends Exported>(object: Asked<State>, bytes: number) {
  const seen: number[] = [];
  const joined = joinExport<State>(async (cursor) => {
    seen.push(bytes);
    return done(await object.exportState({ cursor, bytes }));
  });
  return joined.then((state) => {
    if (state === null) throw new Error('the object is open');
    return { state, pages: seen.length };
  });
}

/** A member with more of everything than one read of a table takes, and a reward that she redeemed often. */
async function openBusy() {
  const account = await openAccount();
  const reward = await openReward(account.tenantId, 'unlimited', 1);
  for (let bought = 0; bought < 120; bought += 1) await earn(account, { orderId: `o${bought}` });
  for (let refunded = 0; refunded < 3; refunded += 1) {
    const command = { key: newKey(), actor: STAFF, channel: 'shop', orderId: 'o7' };
    const lines = [{ lineId: 'l1', amountMinor: 100 }];
    done(await account.account.refundOrder({ ...command, refundId: `r${refunded}`, lines }));
  }
  for (let redeemed = 0; redeemed < 12; redeemed += 1) done(await redeem(account, [reward.line()]));
  return { ...account, reward };
}
type Busy = Awaited<ReturnType<typeof openBusy>>;

const journalOf = async (object: OpenedAccount['account'] | Busy['reward']['stock']) =>
  done(await object.exportJournal({ fromSeq: 1, limit: 500 })).items;

/** What the audit makes of the books, read in pages of that size; delivery has its own tests. */
async function verdictOf({ account, reward, tenantId, memberId }: Busy, bytes: number) {
  const [own, stock] = [await joinPages(account, bytes), await joinPages(reward.stock, bytes)];
  const books = copiedFrom(tenantId, [
    { kind: 'account', objectId: memberId, state: own.state, journal: await journalOf(account) },
    { kind: 'stock', objectId: reward.stockId, state: stock.state, journal: await journalOf(reward.stock) },
  ]);
  return auditTenant(books).filter(({ what }) => what !== 'every row is confirmed');
}

const lists = (state: object) =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => Array.isArray(value)));

test('pages joined are the whole, and the audit comes to the same verdict over them', async () => {
  const busy = await openBusy();
  const whole = done(await busy.account.exportState());
  const stocked = done(await busy.reward.stock.exportState());
  expect([whole.nextCursor, stocked.nextCursor]).toEqual([null, null]);
  expect([whole.orders.length, whole.redemptions.length, stocked.reservations.length]).toEqual([120, 12, 12]);
  const pages: number[] = [];
  for (const bytes of SIZES) {
    const own = await joinPages(busy.account, bytes);
    pages.push(own.pages);
    expect(lists(own.state)).toEqual(lists(whole));
    expect(lists((await joinPages(busy.reward.stock, bytes)).state)).toEqual(lists(stocked));
    expect(await verdictOf(busy, bytes)).toEqual([]);
  }
  const rows = [whole.lots, whole.orders, whole.redemptions, whole.transportKeys].flat().length;
  expect(pages).toEqual([rows, expect.any(Number), 1]);
  await runInDurableObject(busy.stub, (_, { storage }) => {
    storage.sql.exec('update lots set remaining_points = remaining_points - 1 where lot_id = 100');
  });
  const found = await verdictOf(busy, 10_000_000);
  expect(found.map(({ invariant }) => invariant)).toContain('I1');
  expect(await verdictOf(busy, 1_000)).toEqual(found);
});

test('an account that moves between two pages is read anew', async () => {
  const account = await openAccount();
  await earn(account);
  let asked = 0;
  const joined = await joinExport<AccountExport>(async (cursor) => {
    asked += 1;
    if (asked === 2) await earn(account);
    return done(await account.account.exportState({ cursor, bytes: 1 }));
  });
  expect([joined?.lots.length, joined?.orders.length, joined?.nextCursor]).toEqual([2, 2, null]);
  const endless = joinExport<AccountExport>(async (cursor) => {
    await earn(account);
    return done(await account.account.exportState({ cursor, bytes: 1 }));
  });
  await expect(endless).rejects.toThrow('changed 10 times');
});

test('a cursor that none was given is refused', async () => {
  const { account, tenantId } = await openAccount();
  const { stock } = await openReward(tenantId, 1);
  const refused = { code: 'invalid_input', field: 'cursor', reason: 'not_a_cursor' };
  for (const cursor of ['', 'x', '{}', '["a",1]']) {
    expect(refusalOf(await account.exportState({ cursor, bytes: 1 }))).toEqual(refused);
    expect(refusalOf(await stock.exportState({ cursor, bytes: 1 }))).toEqual(refused);
  }
});
