import { expect, test } from 'vitest';
import { hidden, openMall, words } from './mall-shop.ts';

/** A member with 300 points left and a coupon of 500 in her hands. */
async function redeemed() {
  const mall = await openMall();
  const rewardId = await mall.addReward({
    pointsEach: 500,
    units: null,
    kind: 'coupon',
    coupon: { faceMinor: 3_000, minimumSpendMinor: 15_000 },
    validDays: 30,
  });
  const member = await mall.memberWith(800);
  const path = `/rewards/${rewardId}/confirm`;
  const page = await member.get(path);
  const names = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
  const form = Object.fromEntries(names.map((name) => [name, hidden(page, name)]));
  const { location } = await member.post(path, form);
  const result = await member.get(location ?? '');
  const code = /id="voucher-code"[^>]*value="([^"]*)"/.exec(result.text)?.[1] ?? '';
  return { mall, member, rewardId, page, result, code, orderPath: (location ?? '').replace('/result', '') };
}

test('a coupon says what it is worth, asks for no address and shows its code at once', async () => {
  const { member, rewardId, page, result, code, orderPath } = await redeemed();
  const reward = words(await member.get(`/rewards/${rewardId}`));
  expect(reward).toContain('满 ¥150 减 ¥30');
  expect(reward).toContain('兑换后 30 天内有效');
  expect(reward).not.toContain('快递');
  expect(page.text).not.toContain('name="recipientName"');
  expect(words(result)).toContain('到店出示这个券码');
  expect(result.text).toContain('<svg class="qr"');
  expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{8}$/);
  const order = await member.get(orderPath);
  expect(order.text).toContain(`value="${code}"`);
  expect(words(order)).not.toContain('收货地址');
});

test('once the shop has taken it the page says when, and shows nothing more to scan', async () => {
  const { mall, member, code, orderPath, result } = await redeemed();
  await mall.call('POST', `/api/vouchers/${code}/use`);
  const order = await member.get(orderPath);
  expect(words(order)).toMatch(/已于 .* 使用/);
  expect(order.text).not.toContain('class="qr"');
  expect((await member.get(`${orderPath}/result`)).location).toBe(orderPath);
  expect(result.text).toContain('class="qr"');
});

test('she may ask the shop to cancel it, and is told why it is the shop that decides', async () => {
  const { mall, member, orderPath } = await redeemed();
  const order = await member.get(orderPath);
  expect(words(order)).toContain('能否取消由店铺决定');
  const form = { idempotencyKey: hidden(order, 'idempotencyKey'), seen: hidden(order, 'seen') };
  expect((await member.post(`${orderPath}/cancel`, form)).location).toBe(orderPath);
  const act = orderPath.replace('/redemptions/', `/redemptions/${member.memberId}/`);
  await mall.call('POST', `/api${act}/answer-cancel`, { accept: true });
  expect(words(await member.get(orderPath))).toContain('已取消');
});

test("a clerk's camera is led on to the console, whatever the code", async () => {
  const { mall } = await redeemed();
  const { text } = await mall.visitor().get('/v/abcd2345');
  expect(text).toContain('http://console.localhost:8787/redemptions/verify?code=ABCD2345');
  expect((await mall.visitor().get('/v/nothing')).status).toBe(404);
});
