import { expect, test } from 'vitest';
import { member } from '../../src/db/schema/auth.ts';
import { changeRole } from '../../src/features/staff/change-role.ts';
import { newId } from '../../src/lib/ids.ts';
import { colleague } from './colleagues.ts';
import { clerk, give } from './counter-till.ts';
import { join, must, newKey, openShop, pointsOf } from './world.ts';

test('what a removed clerk kept, sent again after its answer was lost, is answered as it was, also where she is back', async () => {
  const shop = await openShop();
  await colleague(shop);
  const { id } = await join(shop);
  const mei = await colleague(shop, { role: 'clerk' });
  must(await changeRole({ ctx: shop.owner, input: { userId: mei.userId, role: null } }));
  const kept = { key: newKey(), leftBy: { staffId: mei.userId, key: newKey() } };
  const first = must(await give(clerk(shop), id, kept));
  const { authDb, clock } = shop.owner;
  await authDb.insert(member).values({
    id: newId('stf'),
    organizationId: shop.tenant.id,
    userId: mei.userId,
    role: 'clerk',
    createdAt: new Date(clock.nowMs()),
  });
  expect(must(await give(clerk(shop), id, kept)).grantId).toBe(first.grantId);
  const another = { ...kept, key: newKey() };
  expect(await give(clerk(shop), id, another)).toMatchObject({ refusal: { reason: 'still_staff' } });
  expect(await pointsOf(shop, id)).toBe(128);
});
