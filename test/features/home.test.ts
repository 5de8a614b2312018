import { expect, test } from 'vitest';
import { parkedMessages } from '../../src/db/schema/index.ts';
import type { JournalRow } from '../../src/domain/journal.ts';
import { getHome } from '../../src/features/home/get-home.ts';
import { openShop, type Shop } from './world.ts';

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
