import { expect, test } from 'vitest';
import { unique } from '../identity/merchant.ts';
import { openMall, words } from './mall-shop.ts';

async function lookFor(
  member: Awaited<ReturnType<Awaited<ReturnType<typeof openMall>>['memberWith']>>,
  number: string,
) {
  const sent = await member.post('/points/missing', { number });
  expect(sent.status).toBe(303);
  return words(await member.get(sent.location ?? ''));
}

test('a missing order is found and credited, waited for, or sent to the shop, which is asked once', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const other = await mall.memberWith(0);
  const buy = (memberId: string, receipt: string) =>
    mall.call('POST', `/api/members/${memberId}/purchases`, { lines: [{ amountMinor: 12_800 }], receipt });
  const [mine, hers] = [`A${unique()}`, `B${unique()}`];
  await buy(member.memberId, mine);
  await buy(other.memberId, hers);
  expect(await lookFor(member, mine)).toContain(`找到了：订单 ${mine} 得了 128 积分。`);
  const foreign = await lookFor(member, hers);
  expect(foreign).toContain(`暂时没查到订单 ${hers}，已转给店铺核对。`);
  expect(await lookFor(member, hers)).toContain('已转给店铺核对');
  const inbox = (await mall.call('GET', '/api/questions')) as { items: { orderNumber: string }[] };
  expect(inbox.items.map(({ orderNumber }) => orderNumber)).toEqual([hers]);
  expect(words(await member.get('/help'))).toContain(`订单 ${hers} 的积分没到账`);
  expect((await member.post('/points/missing', { number: ' ' })).status).toBe(422);
});

test('entries are a table for a spreadsheet that nothing in it can command', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(50);
  const receipt = `=HYPERLINK(1)`;
  await mall.call('POST', `/api/members/${member.memberId}/purchases`, {
    lines: [{ amountMinor: 100 }],
    receipt,
  });
  const file = await member.get('/points/history.csv');
  const [head, first, second] = file.text.replace('\uFEFF', '').split('\r\n');
  expect(head).toBe('编号,日期,事由,对象,变动,变动后合计,到账日');
  expect(first).toMatch(/^\d+,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,到店消费,'=HYPERLINK\(1\),1,51,$/);
  expect(second).toMatch(/,店铺调整,,50,50,$/);
});

test('a question typed by somebody who is signed out is there again once she has signed in', async () => {
  const mall = await openMall();
  const visitor = mall.visitor();
  const sent = await visitor.post('/help', { text: '周末开门吗？\n谢谢', idempotencyKey: 'key-1' });
  expect(sent.location).toBe('/sign-in?ended&to=%2Fhelp');
  expect((await visitor.get('/help')).text).toContain('周末开门吗？\n谢谢</textarea>');
  expect((await visitor.get('/help')).text).not.toContain('周末开门吗');
});
