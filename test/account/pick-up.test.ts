import { expect, test } from 'vitest';
import { DELIVERY, done, earn, newKey, openAccount, openReward, pickUp, refusalOf, STAFF } from './world.ts';

async function shopWith(units = 5) {
  const shop = await openAccount();
  await earn(shop, { orderId: 'o1' });
  const reward = await openReward(shop.tenantId, units);
  return { ...shop, reward };
}

test('goods that she comes for are hers, lie ready once however often that is said, and are handed over', async () => {
  const { reward, ...shop } = await shopWith();
  const { redemptionId, state, delivery } = done(await pickUp(shop, [reward.line()]));
  expect([state, delivery]).toEqual(['confirmed', null]);
  const command = { key: newKey(), actor: STAFF, redemptionId };
  const told = await Promise.all(Array.from({ length: 20 }, () => shop.account.markReady(command)));
  expect(new Set(told.map((each) => each.ok && each.seq)).size).toBe(1);
  expect(new Set(told.map((each) => done(each).state))).toEqual(new Set(['ready']));
  const handed = done(await shop.account.handOver({ ...command, key: newKey() }));
  expect(handed.timeline.map((step) => step.state)).toEqual([
    'reserving',
    'committing',
    'confirmed',
    'in_fulfilment',
    'ready',
    'received',
  ]);
});

test('of two tills that hand the same goods over one is told that they are gone, and when', async () => {
  const { reward, ...shop } = await shopWith();
  const { redemptionId } = done(await pickUp(shop, [reward.line()]));
  const handOver = (key: string) => shop.account.handOver({ key, actor: STAFF, redemptionId });
  const keys = [newKey(), newKey()];
  const both = await Promise.all(keys.map(handOver));
  const [given] = both.filter((each) => each.ok).map(done);
  const refused = both.filter((each) => !each.ok).map(refusalOf);
  const handedOverAtMs = given?.timeline.find((step) => step.state === 'received')?.atMs;
  expect(refused).toEqual([{ code: 'handed_over', handedOverAtMs }]);
  const again = await Promise.all(keys.map(handOver));
  expect(again.map((each) => each.ok)).toEqual(both.map((each) => each.ok));
});

test('goods that she takes with her at once are received in the moment in which they are hers', async () => {
  const { reward, ...shop } = await shopWith();
  const key = newKey();
  const [one, other] = await Promise.all([
    pickUp(shop, [reward.line()], key, 'now'),
    pickUp(shop, [reward.line()], key, 'now'),
  ]);
  expect(done(one)).toEqual(done(other));
  expect(done(one)).toMatchObject({ state: 'received', pickUp: true });
  const sent = await shop.account.redeem({
    key,
    actor: { kind: 'member', id: shop.memberId },
    redemptionId: done(one).redemptionId,
    lines: [reward.line()],
    delivery: null,
    graceDays: 7,
    openHoldsMax: 10,
  });
  expect(refusalOf(sent)).toEqual({ code: 'key_reused' });
});

test('neither is sent: an address beside it, or a parcel for it, is refused', async () => {
  const { reward, ...shop } = await shopWith();
  const actor = { kind: 'member', id: shop.memberId } as const;
  const { redemptionId } = done(await pickUp(shop, [reward.line()]));
  const ship = { key: newKey(), actor: STAFF, redemptionId, carrier: 'SF', trackingNumber: '1' };
  expect(refusalOf(await shop.account.ship(ship))).toEqual({ code: 'wrong_state', state: 'confirmed' });
  const both = await shop.account.redeem({
    key: newKey(),
    actor,
    redemptionId: 'rdm_other',
    lines: [reward.line()],
    delivery: DELIVERY,
    pickUp: 'later',
    graceDays: 7,
    openHoldsMax: 10,
  });
  expect(refusalOf(both)).toEqual({ code: 'invalid_input', field: 'delivery', reason: 'nothing_to_deliver' });
});
