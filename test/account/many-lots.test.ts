import { runInDurableObject } from 'cloudflare:test';
import { Buffer } from 'node:buffer';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { auditTenant } from '../../src/audit/audit-tenant.ts';
import type { JournalRow } from '../../src/domain/journal.ts';
import type { Outcome } from '../../src/domain/outcome.ts';
import { clock, clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { copiedFrom } from '../audit/copied.ts';
import { DAY_MS, done, earn, line, newKey, openAccount, openReward, redeem, STAFF } from './world.ts';

const MOST_LOTS = 5_000;
/** Rows hold a hundred lots each: ten rows break where fifty would, for a fifth of the time. */
const MANY_LOTS = 1_000;
/** What the outbox puts into one message at most; a row travels whole. */
const MESSAGE_BYTES_MAX = 96_000;

beforeEach(() => setClockOffsetMs(0));
afterEach(() => setClockOffsetMs(0));

/** A member whose points came one by one, as many as `lots`, after she had spent a purchase of as many. */
async function openSaver(lots: number) {
  const saver = await openAccount();
  const reward = await openReward(saver.tenantId, 'unlimited', lots);
  await earn(saver, { orderId: 'spent', lines: [line({ amountMinor: lots * 100 })] });
  const adjust = { actor: STAFF, reason: 'drop', note: null };
  done(await saver.account.adjust({ ...adjust, key: newKey(), points: -lots, expiresAtMs: null }));
  const { address } = saver;
  const expiresAtMs = clock.nowMs() + DAY_MS;
  await runInDurableObject(saver.stub, async (account) => {
    for (let given = 0; given < lots; given += 1)
      done(await account.adjust({ address, ...adjust, key: newKey(), points: 1, expiresAtMs }));
  });
  return { ...saver, reward, lots };
}
type Saver = Awaited<ReturnType<typeof openSaver>>;

const spendAll = async (saver: Saver) => done(await redeem(saver, [saver.reward.line()])).redemptionId;

const giveBack = async ({ account }: Saver, redemptionId: string) =>
  done(await account.cancelRedemption({ key: newKey(), actor: STAFF, redemptionId, reason: null }));

async function clawBackAll({ account, lots }: Saver) {
  const refund = { channel: 'shop', orderId: 'spent', refundId: 'all' };
  const lines = [{ lineId: 'l1', amountMinor: lots * 100 }];
  return done(await account.refundOrder({ key: newKey(), actor: STAFF, ...refund, lines }));
}

async function journalOf(object: {
  exportJournal(page: {
    fromSeq: number;
    limit: number;
  }): Promise<Outcome<{ items: JournalRow[]; nextCursor: number | null }>>;
}): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  for (let fromSeq: number | null = 1; fromSeq !== null; ) {
    const page: { items: JournalRow[]; nextCursor: number | null } = done(
      await object.exportJournal({ fromSeq, limit: 500 }),
    );
    rows.push(...page.items);
    fromSeq = page.nextCursor;
  }
  return rows;
}

/** Everything is in Postgres by way of the queue, the audit finds nothing, and each row fits a message. */
async function expectSound({ account, reward, tenantId, memberId }: Saver): Promise<JournalRow[]> {
  done(await account.touch());
  await vi.waitFor(
    async () => {
      const { headSeq, confirmedSeq } = done(await account.exportState());
      expect(confirmedSeq).toBe(headSeq);
    },
    { timeout: 60_000, interval: 250 },
  );
  const [journal, stockJournal] = [await journalOf(account), await journalOf(reward.stock)];
  const state = done(await account.exportState());
  const stockState = done(await reward.stock.exportState());
  const books = copiedFrom(tenantId, [
    { kind: 'account', objectId: memberId, state, journal },
    { kind: 'stock', objectId: reward.stockId, state: stockState, journal: stockJournal },
  ]);
  expect(auditTenant(books)).toEqual([]);
  const sizes = journal.map((row) => Buffer.byteLength(JSON.stringify(row)));
  expect(Math.max(...sizes)).toBeLessThan(MESSAGE_BYTES_MAX);
  return journal;
}

test('5,000 points of as many lots are spent at once, given back, and clawed back', async () => {
  const saver = await openSaver(MOST_LOTS);
  await giveBack(saver, await spendAll(saver));
  expect((await clawBackAll(saver)).takenPoints).toBe(MOST_LOTS);
  const rows = await expectSound(saver);
  expect(rows.slice(-2).map(({ type, body }) => [type, body.points])).toEqual([
    ['points.returned', MOST_LOTS],
    ['points.clawed_back', -MOST_LOTS],
  ]);
  expect(done(await saver.account.overview()).balances).toMatchObject({ totalPoints: 0, debtPoints: 0 });
}, 120_000);

test('clawed back while they were spent, they pay what is owed when they come back', async () => {
  const saver = await openSaver(MANY_LOTS);
  const redemptionId = await spendAll(saver);
  expect((await clawBackAll(saver)).owedPoints).toBe(MANY_LOTS);
  await giveBack(saver, redemptionId);
  const rows = await expectSound(saver);
  const paid = rows.filter(({ type }) => type === 'debt.settled').map(({ body }) => body.settledPoints);
  expect(paid).toEqual(Array(MANY_LOTS / 100).fill(100));
  expect(done(await saver.account.overview()).balances).toMatchObject({ totalPoints: 0, debtPoints: 0 });
}, 120_000);

test('given back long after they expired, they expire in few rows', async () => {
  const saver = await openSaver(MANY_LOTS);
  const redemptionId = await spendAll(saver);
  setClockOffsetMs(clockOffsetMs() + 30 * DAY_MS);
  await giveBack(saver, redemptionId);
  const rows = await expectSound(saver);
  const expired = rows.filter(({ type }) => type === 'points.expired').map(({ body }) => body.points);
  expect(expired).toEqual(Array(MANY_LOTS / 100).fill(-100));
}, 120_000);
