import { expect, test } from 'vitest';
import { hidden, openMall, words } from './mall-shop.ts';

const FIELDS = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
const ADDRESS = {
  recipientName: '林小满',
  phone: '13800138000',
  country: 'CN',
  region: '北京市',
  city: '北京市',
  line1: '朝阳路 1 号',
  line2: '',
  postalCode: '',
};
const DELIVERY = { ships: true, pickUp: true, areas: null, fee: null };
const branch = (id: string, name: string) => ({
  ...{ id, name, address: `${name}路 1 号`, phone: null, hours: '10:00–21:00', mapUrl: null, pickUp: true },
});

async function shopThat(sections: Record<string, unknown>) {
  const mall = await openMall();
  for (const [section, value] of Object.entries(sections)) {
    await mall.call('PATCH', '/api/settings', { section, value, seen: null });
  }
  const reward = `/rewards/${await mall.addReward({ pointsEach: 300 })}`;
  const path = `${reward}/confirm`;
  const member = await mall.memberWith(800);
  const page = await member.get(path);
  const form = Object.fromEntries(FIELDS.map((name) => [name, hidden(page, name)]));
  const kept = (location: string | null) =>
    mall.call('GET', `/api/redemptions/${member.memberId}/${location?.split('/')[2]}`);
  return { mall, member, reward, path, page, form, kept };
}

test('an address that the shop does not send to is refused with where it does, before any point moves; the form stays', async () => {
  const areas = [{ country: 'CN', regions: ['SH', 'GD'] }];
  const shop = await shopThat({ delivery: { ...DELIVERY, areas } });
  const { member, path, form, reward } = shop;
  expect(words(await member.get(reward))).toContain('配送到上海、广东');
  const refused = await member.post(path, { ...form, receive: 'send', ...ADDRESS });
  expect(refused.location).toBe(`${path}?again`);
  const again = await member.get(`${path}?again`);
  expect(words(again)).toContain('暂不配送到你的地址 · 目前配送到上海、广东。可到店自提');
  expect(again.text).toContain('朝阳路 1 号');
  expect(words(await member.get('/points'))).toContain('800');
  const taken = await member.post(path, {
    ...form,
    receive: 'send',
    ...ADDRESS,
    region: '广东省',
    city: '深圳',
  });
  expect(taken.location).toMatch(/\/result$/);
});

test('of several branches she chooses one, and her page and the desk name it', async () => {
  const branches = [branch('b1', '安福'), branch('b2', '武康')];
  const shop = await shopThat({ branches, delivery: DELIVERY });
  const { member, path, form } = shop;
  expect(words(shop.page)).toContain('到店自提 · 安福 地址：安福路 1 号 · 10:00–21:00 到店自提 · 武康');
  const { location } = await member.post(path, { ...form, receive: 'pickUp:b2' });
  const twice = await member.post(path, { ...form, receive: 'pickUp:b2' });
  expect(twice.location).toBe(location);
  expect(words(await member.get(location ?? ''))).toContain('武康 武康路 1 号 10:00–21:00');
  expect(await shop.kept(location)).toMatchObject({
    pickUp: true,
    branch: { id: 'b2', name: '武康' },
    shippingFeeMinor: 0,
  });
  expect(words(await member.get('/help'))).toContain('门店 安福 · 安福路 1 号 · 10:00–21:00');
});

test('a shop that only lets fetch asks for no address, and with one branch for no choice', async () => {
  const shop = await shopThat({ branches: [branch('b1', '安福')], delivery: { ...DELIVERY, ships: false } });
  expect(words(shop.page)).not.toContain('收件人');
  expect(words(shop.page)).toContain('到店自提 · 安福');
  const { location } = await shop.member.post(shop.path, { ...shop.form, receive: 'pickUp:b1' });
  expect(await shop.kept(location)).toMatchObject({ pickUp: true, branch: { id: 'b1' } });
});

test('what the parcel costs on arrival stands before the button and on the redemption, and is free from its points on', async () => {
  const fee = { amountMinor: 1000, freeFromPoints: 500 };
  const shop = await shopThat({ delivery: { ...DELIVERY, fee } });
  const said = '运费 ¥10，收货时付给快递员，这里不收 · 一次兑换满 500 积分免运费';
  expect(words(shop.page)).toContain(said);
  expect(words(await shop.member.get(shop.reward))).toContain(said);
  const { location } = await shop.member.post(shop.path, { ...shop.form, receive: 'send', ...ADDRESS });
  expect(await shop.kept(location)).toMatchObject({ shippingFeeMinor: 1000, branch: null });
  const order = (location ?? '').replace('/result', '');
  expect(words(await shop.member.get(order))).toContain('运费 ¥10，收货时付给快递员');
  const dear = await shop.mall.addReward({ pointsEach: 500 });
  expect(words(await shop.member.get(`/rewards/${dear}`))).toContain('这次免运费');
});

test('a fee that changed while she confirmed is asked again with what it was, and nothing typed is lost', async () => {
  const feeOf = (amountMinor: number) => ({ ...DELIVERY, fee: { amountMinor, freeFromPoints: null } });
  const shop = await shopThat({ delivery: feeOf(1000) });
  const { mall, member, path } = shop;
  const form = { ...shop.form, shippingFeeMinor: hidden(shop.page, 'shippingFeeMinor') };
  expect(form.shippingFeeMinor).toBe('1000');
  const change = { section: 'delivery', value: feeOf(1500), seen: feeOf(1000) };
  await mall.call('PATCH', '/api/settings', change);
  const refused = await member.post(path, { ...form, receive: 'send', ...ADDRESS });
  expect(refused.location).toBe(`${path}?again`);
  const again = await member.get(`${path}?again`);
  expect(words(again)).toContain('运费刚刚从 ¥10 变为 ¥15，要继续兑换吗？积分没有扣');
  expect(words(again)).toContain('¥10 运费 ¥15，收货时付给快递员');
  expect(again.text).toContain('朝阳路 1 号');
  expect(words(await member.get('/points'))).toContain('800');
  const next = Object.fromEntries([...FIELDS, 'shippingFeeMinor'].map((name) => [name, hidden(again, name)]));
  expect(next).toMatchObject({ shippingFeeMinor: '1500' });
  const taken = await member.post(path, { ...next, receive: 'send', ...ADDRESS });
  expect(await shop.kept(taken.location)).toMatchObject({ shippingFeeMinor: 1500 });
  await mall.call('PATCH', '/api/settings', { section: 'delivery', value: feeOf(2000), seen: feeOf(1500) });
  const twice = await member.post(path, { ...next, receive: 'send', ...ADDRESS });
  expect(twice.location).toBe(taken.location);
});

test('whoever fetches it is asked nothing where only the fee changed', async () => {
  const shop = await shopThat({ delivery: DELIVERY });
  const fee = { amountMinor: 1000, freeFromPoints: null };
  const change = { section: 'delivery', value: { ...DELIVERY, fee }, seen: DELIVERY };
  await shop.mall.call('PATCH', '/api/settings', change);
  const told = { ...shop.form, shippingFeeMinor: '0', ...ADDRESS };
  const { location } = await shop.member.post(shop.path, { ...told, receive: 'pickUp' });
  expect(await shop.kept(location)).toMatchObject({ pickUp: true, shippingFeeMinor: 0 });
});

test('the returns policy is read on the reward, on the help page in its own words, and in the terms', async () => {
  const texts = { 'zh-CN': '保留吊牌，来回邮费各半。' };
  const shop = await shopThat({ returns: { days: 7, texts } });
  const line = '礼品签收后 7 天内可以退换';
  expect(words(await shop.member.get(shop.reward))).toContain(line);
  expect(words(await shop.member.get('/help'))).toContain(`退换说明 ${line} 保留吊牌，来回邮费各半。`);
  expect(words(await shop.member.get('/terms'))).toContain(line);
});

test('a mall is offered in the shop’s languages alone', async () => {
  const shop = await shopThat({ languages: ['zh-CN', 'zh-TW'] });
  const english = shop.mall.visitor('en');
  const { text } = await english.get('/?lang=en');
  expect(text).toContain('<html lang="zh-CN"');
  expect(text).not.toContain('hreflang="en"');
});
