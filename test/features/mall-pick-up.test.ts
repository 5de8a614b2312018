import { expect, test } from 'vitest';
import { hidden, openMall, words } from './mall-shop.ts';

const PLACE = '上海市徐汇区安福路 1 号';
const FIELDS = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];

async function shopAt(address: string | null, given: { pickUp?: boolean } = {}) {
  const mall = await openMall();
  const contact = { phone: null, email: null, address, ...given };
  await mall.call('PATCH', '/api/tenant', { contact });
  const path = `/rewards/${await mall.addReward({ pointsEach: 500 })}/confirm`;
  const member = await mall.memberWith(800);
  const page = await member.get(path);
  const form = Object.fromEntries(FIELDS.map((name) => [name, hidden(page, name)]));
  return { mall, member, path, page, form };
}

test('goods are fetched where the shop has a place: chosen on the form, told by each page, handed over once', async () => {
  const { mall, member, path, page, form } = await shopAt(PLACE);
  expect(words(page)).toContain(`怎么拿到？ 寄给我 到店自提 地址：${PLACE}`);
  const { location } = await member.post(path, { ...form, receive: 'pickUp' });
  expect(location).toMatch(/^\/redemptions\/rdm_\w+\/result$/);
  expect(words(await member.get(location ?? ''))).toContain(`到店自提 店铺为你留着`);
  const order = (location ?? '').replace('/result', '');
  const id = order.replace('/redemptions/', '');
  expect(words(await member.get(order))).not.toContain('收货地址');
  const act = `/api/redemptions/${member.memberId}/${id}`;
  expect(await mall.call('POST', `${act}/ready`)).toMatchObject({ state: 'ready', pickUp: true });
  expect(words(await member.get(order))).toContain('已经备好，到店报兑换单号');
  const counter = `/api/counter/redemptions/${member.memberId}/${id}/hand-over`;
  expect(await mall.call('POST', counter)).toMatchObject({ state: 'received' });
  expect(words(await member.get(order))).toContain('已当面取走');
});

test('whoever has it sent says where to, and a shop that does not offer it asks for an address whatever is sent', async () => {
  const offered = await shopAt(PLACE);
  const sent = await offered.member.post(offered.path, { ...offered.form, receive: 'send' });
  expect(sent.location).toBe(`${offered.path}?again`);
  for (const shop of [await shopAt(null), await shopAt(PLACE, { pickUp: false })]) {
    expect(words(shop.page)).not.toContain('到店自提');
    const refused = await shop.member.post(shop.path, { ...shop.form, receive: 'pickUp' });
    expect(refused.location).toBe(`${shop.path}?again`);
  }
});
