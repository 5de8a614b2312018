import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { stockClient } from '../../src/stock/client.ts';
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

const MINUTE_MS = 60_000;

/** A member with 300 points left and one redemption of 500. */
async function redeemed() {
  const mall = await openMall();
  const rewardId = await mall.addReward({ pointsEach: 500, limitPerMember: 1 });
  const member = await mall.memberWith(800);
  const path = `/rewards/${rewardId}/confirm`;
  const page = await member.get(path);
  const names = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
  const form = Object.fromEntries(names.map((name) => [name, hidden(page, name)]));
  const { location } = await member.post(path, { ...form, ...ADDRESS });
  const resultPath = location ?? '';
  const orderPath = resultPath.replace('/result', '');
  const act = (verb: string, json?: unknown) =>
    mall.call(
      'POST',
      `/api${orderPath.replace('/redemptions/', `/redemptions/${member.memberId}/`)}/${verb}`,
      json,
    );
  return { mall, member, rewardId, resultPath, orderPath, act };
}

test('the page after redeeming says what is left, and leads on once more has happened', async () => {
  const { member, resultPath, orderPath, act } = await redeemed();
  const page = words(await member.get(resultPath));
  expect(page).toContain('兑换成功');
  expect(page).toContain('还剩 300 积分');
  await act('prepare');
  expect(await member.get(resultPath)).toMatchObject({ status: 303, location: orderPath });
});

test('cancelling from a page that is out of date does not become a request', async () => {
  const { member, orderPath, act } = await redeemed();
  const stale = await member.get(orderPath);
  const form = { idempotencyKey: hidden(stale, 'idempotencyKey'), seen: hidden(stale, 'seen') };
  expect(form.seen).toBe('confirmed');
  await act('prepare');
  const refused = await member.post(`${orderPath}/cancel`, form);
  expect(refused.status).toBe(409);
  expect(words(refused)).toContain('店铺已经开始备货，你可以申请取消。');
  expect(words(refused)).not.toContain('等店铺答复');
  expect(refused.text).toContain(`to=${encodeURIComponent(orderPath)}"`);
  const asked = { idempotencyKey: hidden(refused, 'idempotencyKey'), seen: hidden(refused, 'seen') };
  expect((await member.post(`${orderPath}/cancel`, asked)).location).toBe(orderPath);
  expect(words(await member.get(orderPath))).toContain('等店铺答复');
});

test('a refused request to cancel is told as it is, with its times among the steps', async () => {
  const { member, orderPath, act } = await redeemed();
  await act('prepare');
  const page = await member.get(orderPath);
  await member.post(`${orderPath}/cancel`, {
    idempotencyKey: hidden(page, 'idempotencyKey'),
    seen: hidden(page, 'seen'),
  });
  await act('answer-cancel', { accept: false });
  const told = words(await member.get(orderPath));
  expect(told).toContain('店铺没有同意取消，会照常寄出。');
  expect(told).not.toContain('路上');
  expect(told).toMatch(/进度.*备货中.*你申请取消.*店铺没有同意取消/);
});

test('a reward whose limit she has reached is not among what she can redeem now', async () => {
  const { mall, member, rewardId } = await redeemed();
  const other = await mall.addReward({ pointsEach: 200 });
  for (const pointsEach of [9000, 9100, 9200]) await mall.addReward({ pointsEach });
  await mall.call('POST', `/api/members/${member.memberId}/adjustments`, { points: 900, reason: 'goodwill' });
  const { text } = await member.get('/');
  const [, shelf = ''] =
    /<section class="within-reach" aria-labelledby="reach">(.*?)<\/section>/s.exec(text) ?? [];
  expect([shelf.includes(other), shelf.includes(rewardId)]).toEqual([true, false]);
});

test('a reward published with nothing to give is sold out from the first look', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(800);
  await member.get('/');
  await mall.addReward({ pointsEach: 500, units: 0 });
  expect(words(await member.get('/'))).toContain('已兑完');
});

test('a last unit that came back by itself is offered again, to whoever looks a second time', async () => {
  const mall = await openMall();
  const rewardId = await mall.addReward({ pointsEach: 500, units: 1 });
  const path = `/rewards/${rewardId}`;
  const [buyer, reader] = [await mall.memberWith(800), await mall.memberWith(800)];
  const page = await buyer.get(`${path}/confirm`);
  const names = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];
  const form = Object.fromEntries(names.map((name) => [name, hidden(page, name)]));
  const { location } = await buyer.post(`${path}/confirm`, { ...form, ...ADDRESS });
  const redemptionId = /rdm_[0-9a-z]+/.exec(location ?? '')?.[0] ?? '';
  // As an alarm gives it back whose payment never came: no request of anybody's is told of it.
  const stocks = stockClient({ namespace: env.STOCK, tenantId: mall.tenantId, region: null });
  await stocks.of(rewardId).cancel({ redemptionId, lineId: '1' });
  setClockOffsetMs(MINUTE_MS);
  try {
    expect(words(await reader.get(path))).toContain('已兑完');
    expect(words(await reader.get(path))).not.toContain('已兑完');
  } finally {
    setClockOffsetMs(0);
  }
});

test('addresses cut short or with a slash too many lead to their page', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  const places = ['/rewards', '/rules/', '/rewards/', '//evil.example/'].map(
    async (path) => (await visitor.get(path)).location,
  );
  expect(await Promise.all(places)).toEqual(['/', '/rules', '/rewards', '/evil.example']);
});
