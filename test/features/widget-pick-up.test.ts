import { expect, test } from 'vitest';
import type { RewardWithStock } from '../../src/features/catalogue/get-reward.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { changeSettings } from '../../src/features/settings/change-settings.ts';
import type { ChangeSettingsInput } from '../../src/features/settings/schemas.ts';
import { openWidget } from './widget-world.ts';
import { ADDRESS, must, newKey, openShop, type Shop, shelve } from './world.ts';

const DELIVERY = { ships: true, pickUp: true, areas: null, fee: { amountMinor: 1000, freeFromPoints: null } };
const branch = (id: string, name: string) => ({
  ...{ id, name, address: `${name}路 1 号`, phone: null, hours: '10:00–21:00', mapUrl: null, pickUp: true },
});

const set = async (shop: Shop, change: ChangeSettingsInput) =>
  must(await changeSettings({ ctx: shop.owner, input: { ...change, key: newKey() } }));

/** A shop that sends for a fee and has two branches; a customer of the site with points for one reward. */
async function standing() {
  const widget = await openWidget(await openShop());
  const { shop } = widget;
  await set(shop, { section: 'branches', value: [branch('b1', '安福'), branch('b2', '武康')], seen: null });
  await set(shop, { section: 'delivery', value: DELIVERY, seen: null });
  const reward = await shelve(shop);
  const { bearer, memberId } = await widget.signedIn('picks-up');
  const input = { memberId, points: 800, reason: 'event' as const, note: null, key: newKey() };
  must(await adjustPoints({ ctx: shop.owner, input }));
  const redeem = (json: object, key = newKey()) =>
    widget.ask('/me/redemptions?locale=zh-CN', { bearer, json: { ...seen(reward), ...json }, key });
  return { widget, shop, redeem };
}

const seen = ({ reward }: RewardWithStock) => ({
  rewardId: reward.id,
  priceVersion: reward.published?.current.priceVersion ?? 0,
  pointsEach: reward.published?.current.pointsEach ?? 0,
});

test('the widget is told every way in which goods come to her, and what sending costs', async () => {
  const { widget } = await standing();
  const { body } = await widget.ask('/mall?locale=zh-CN');
  expect(body.ways).toEqual([
    { value: 'send', name: '寄给我', line: null },
    { value: 'pickUp:b1', name: '到店自提 · 安福', line: '地址：安福路 1 号 · 10:00–21:00' },
    { value: 'pickUp:b2', name: '到店自提 · 武康', line: '地址：武康路 1 号 · 10:00–21:00' },
  ]);
  const sentLine = '运费 ¥10，收货时付给快递员，这里不收';
  expect(body.rewards).toMatchObject([{ shippingFeeMinor: 1000, sentLine }]);
});

test('she fetches it at the branch she named, without an address, and is told what to say there', async () => {
  const { redeem } = await standing();
  const key = newKey();
  const json = { delivery: null, pickUp: true, branchId: 'b2' };
  const { status, body } = await redeem(json, key);
  const next = ['到店自提 · 武康', expect.stringContaining(`报兑换单号 ${body.number}`)];
  expect({ status, next: body.next }).toEqual({ status: 201, next });
  expect((await redeem(json, key)).body.id).toBe(body.id);
  expect((await redeem({ ...json, branchId: 'b9' })).body).toMatchObject({ code: 'invalid-input' });
});

test('a fee that is not the one she saw is refused with both, and taken once she has seen it', async () => {
  const { shop, redeem } = await standing();
  const fee = { amountMinor: 1500, freeFromPoints: null };
  await set(shop, { section: 'delivery', value: { ...DELIVERY, fee }, seen: DELIVERY });
  const refused = await redeem({ delivery: ADDRESS, shippingFeeMinor: 1000 });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'shipping-fee-changed', feeMinor: 1500, toldMinor: 1000 },
  });
  expect(refused.body.detail).toBe('运费刚刚从 ¥10 变为 ¥15，要继续兑换吗？积分没有扣');
  expect((await redeem({ delivery: ADDRESS, shippingFeeMinor: 1500 })).status).toBe(201);
});
