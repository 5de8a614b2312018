import { describe, expect, test, vi } from 'vitest';
import { memberFigures, orderClaims, parkedMessages } from '../../src/db/schema/index.ts';
import type { JournalRow } from '../../src/domain/journal.ts';
import { getHome } from '../../src/features/home/get-home.ts';
import { writeShopAudits } from '../../src/features/home/shop-audit.ts';
import { memberWith, openShop, type Shop } from './world.ts';

const row: JournalRow = {
  epoch: 1,
  seq: 1,
  atMs: 0,
  type: 'points.earned',
  body: {},
  detail: null,
  salt: null,
  detailHash: null,
  previousHash: '',
  hash: '',
};

/** A journal row that could not be stored, as the projection sets it aside. */
const park = ({ owner: { db, tenant } }: Shop, seq: number, resolvedAtMs: number | null) =>
  db.batch(tenant.id, [
    db.build.insert(parkedMessages).values({
      tenantId: tenant.id,
      objectKind: 'account',
      objectId: 'mem_1',
      epoch: 1,
      seq,
      error: '22P05',
      row: { ...row, seq },
      atMs: 0,
      resolvedAtMs,
    }),
  ]);

test('the first screen counts the records that wait for a look, of this shop and not yet stored', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  await park(shop, 1, null);
  await park(shop, 2, null);
  await park(shop, 3, 1);
  const counted = async ({ owner }: Shop) => (await getHome({ ctx: owner })).parkedRecords;
  expect([await counted(shop), await counted(other)]).toEqual([2, 0]);
});

describe('how late the journals are', () => {
  const HOUR_MS = 3_600_000;

  /** A shop whose one member has points that Home knows of, and when these came in. */
  async function shopWithMember() {
    const shop = await openShop();
    const memberId = await memberWith(shop, 100);
    const last = await vi.waitFor(
      async () => {
        const { recent } = await getHome({ ctx: shop.owner });
        const given = recent.find(({ points }) => points === 100);
        if (!given) throw new Error('not in yet');
        return given.at;
      },
      { timeout: 15_000 },
    );
    return { shop, memberId, last };
  }

  /** An order that her account took an hour after all that Home knows, and what Home says some time later. */
  async function dataUntil(
    { shop, memberId, last }: Awaited<ReturnType<typeof shopWithMember>>,
    claim: Partial<typeof orderClaims.$inferInsert>,
    laterMs: number,
  ) {
    const { db, tenant } = shop.owner;
    const createdAtMs = Date.parse(last) + HOUR_MS;
    const none = { phone: null, email: null, externalId: null, expiresAtMs: null, creditAtMs: null };
    await db.batch(tenant.id, [
      db.build.insert(orderClaims).values({
        ...{ tenantId: tenant.id, channel: 'web', orderId: 'late', memberId, payload: null },
        ...none,
        ...{ createdAtMs, ...claim },
      }),
    ]);
    const clock = { ...shop.owner.clock, nowMs: () => createdAtMs + laterMs };
    return (await getHome({ ctx: { ...shop.owner, clock } })).dataUntil;
  }

  test('is told once an order that its account took has not come in for some seconds, and up to when all is known', async () => {
    const told = await shopWithMember();
    expect(await dataUntil(told, {}, 5_000)).toBeNull();
    expect(await dataUntil(told, { orderId: 'another' }, 60_000)).toBe(told.last);
    expect((await getHome({ ctx: told.shop.owner })).dataUntil).toBeNull();
  });

  test('is nothing where the order waits for its buyer or for its account, or was refused because she is frozen', async () => {
    const waits = await shopWithMember();
    expect(await dataUntil(waits, { memberId: null }, 60_000)).toBeNull();
    const order = { order: {}, reportedBy: {}, refunds: [] } as unknown as never;
    expect(await dataUntil(waits, { orderId: 'untold', payload: order }, 60_000)).toBeNull();
    const frozen = await shopWithMember();
    const { db, tenant } = frozen.shop.owner;
    await db.batch(tenant.id, [db.build.update(memberFigures).set({ frozenAtMs: 1 })]);
    expect(await dataUntil(frozen, {}, 60_000)).toBeNull();
  });
});

test('the last audit of a shop is told to it alone, and where none was there is none', async () => {
  const [shop, other] = [await openShop(), await openShop()];
  const { owner } = shop;
  const audit = { tenantId: owner.tenant.id, atMs: 1_700_000_000_000, findings: 2 };
  await writeShopAudits(owner, { shops: [audit] });
  const told = async ({ owner: ctx }: Shop) => (await getHome({ ctx })).audit;
  expect([await told(shop), await told(other)]).toEqual([
    { at: '2023-11-14T22:13:20.000Z', findings: 2 },
    null,
  ]);
});
