import { expect, test } from 'vitest';
import { hidden, openMall, words } from './mall-shop.ts';

const ADDRESS = {
  recipientName: '林小满',
  phone: '138 0013 8000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: '',
  postalCode: '',
};
const FORM = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];

/** A shop that takes cash at its counter, and a member with 300 points before a reward of 500, or 250 + ¥10. */
async function cashMall() {
  const mall = await openMall();
  await mall.call('PUT', '/api/payments/counter', { enabled: true });
  const rewardId = await mall.addReward({ pointsEach: 500, mix: { pointsMin: 250, cashMinor: 1_000 } });
  const member = await mall.memberWith(300);
  const path = `/rewards/${rewardId}/confirm`;
  const ask = async (from = path) => {
    const page = await member.get(from);
    const form: Record<string, string> = Object.fromEntries(FORM.map((name) => [name, hidden(page, name)]));
    return { page, form: { ...form, payment: 'counter', ...ADDRESS } as Record<string, string> };
  };
  const order = async () => {
    const { form } = await ask();
    return (await member.post(path, form)).location ?? '';
  };
  const act = (orderPath: string, verb: string, json: unknown) =>
    mall.call(
      'POST',
      `/api${orderPath.replace('/redemptions/', `/redemptions/${member.memberId}/`)}/${verb}`,
      json,
    );
  return { mall, member, rewardId, path, ask, order, act };
}

test('a cancel from a page that saw the order unpaid stops once it is paid, and shows the cash first', async () => {
  const { member, order, act } = await cashMall();
  const orderPath = await order();
  const cancelForm = (page: { text: string; status: number; location: string | null }) =>
    Object.fromEntries(['idempotencyKey', 'seen', 'cash'].map((name) => [name, hidden(page, name)]));
  const stale = await member.get(orderPath);
  expect(cancelForm(stale)).toMatchObject({ seen: 'confirmed', cash: '0' });
  await act(orderPath, 'take-cash', { receipt: 'R-7' });
  const refused = await member.post(`${orderPath}/cancel`, cancelForm(stale));
  expect(refused.status).toBe(409);
  expect(words(refused)).toContain('这单刚刚已经付款（¥8），所以没有取消。还要取消吗？');
  expect(words(refused)).toContain('¥8 由店铺当面退给你');
  expect(words(await member.get(orderPath))).toContain('已兑换');
  expect((await member.post(`${orderPath}/cancel`, cancelForm(refused))).location).toBe(orderPath);
  const done = words(await member.get(orderPath));
  expect(done).toContain('¥8 由店铺当面退回。 请带上兑换单号');
});

test('whoever got no answer and goes back sends the same order again, and the reward names it', async () => {
  const { member, rewardId, path, ask } = await cashMall();
  const [, link = ''] =
    /name="key" value="([^"]+)"/.exec((await member.get(`/rewards/${rewardId}`)).text) ?? [];
  const address = `${path}?key=${link}&points=280`;
  const { form } = await ask(address);
  const { form: again } = await ask(`${address}&lang=en`);
  expect([form.idempotencyKey, again.idempotencyKey]).toEqual([link, link]);
  const lost = await member.post(path, form);
  // With what is left she could not begin another one: Back leads to the reward.
  expect((await member.get(address)).location).toBe(`/rewards/${rewardId}`);
  expect((await member.post(path, form)).location).toBe(lost.location);
  const reward = await member.get(`/rewards/${rewardId}`);
  expect(words(reward)).toContain('280 积分 正为你还没付款的这单保留着。');
  expect(words(reward)).not.toContain('最快的办法');
  expect(reward.text).toContain(`href="${lost.location}"`);
});

test('a form that is not taken keeps the key that its page had', async () => {
  const { member, path, ask } = await cashMall();
  const { form } = await ask();
  await member.post(path, { ...form, phone: '1' });
  expect((await ask(`${path}?again`)).form.idempotencyKey).toBe(form.idempotencyKey);
});
