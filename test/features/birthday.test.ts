import { expect, test } from 'vitest';
import { hidden, openMall, type Visitor, words } from './mall-shop.ts';

const PROFILE = '/me/profile';

const say = (visitor: Visitor, month: string, day: string) =>
  visitor.post('/me/profile/birthday', { month, day });

test('she says her birthday once; the counter sees its month, and the shop may remove it so that she says it again', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const id = member.memberId;
  const month = Number(
    new Intl.DateTimeFormat('en', { month: 'numeric', timeZone: 'Asia/Shanghai' }).format(Date.now()),
  );
  const atCounter = async () => {
    const { number } = ((await mall.call('GET', `/api/members/${id}`)) as { member: { number: string } })
      .member;
    const found = (await mall.call('POST', '/api/counter/find', { typed: number })) as {
      matches: { birthdayThisMonth: boolean }[];
    };
    return found.matches.map(({ birthdayThisMonth }) => birthdayThisMonth);
  };
  const kept = () => mall.call('GET', `/api/members/${id}/profile`);
  const digits = String(month).padStart(2, '0');
  expect(await atCounter()).toEqual([false]);
  expect((await say(member, String(month), '17')).location).toBe('/me/profile?born#birthday');
  expect(words(await member.get(PROFILE))).toContain(`${month}月17日`);
  await say(member, String((month % 12) + 1), '5');
  expect(await kept()).toEqual({ answers: [], birthday: `${digits}-17` });
  expect(await atCounter()).toEqual([true]);
  await mall.call('PATCH', `/api/members/${id}`, { birthday: null });
  expect(await atCounter()).toEqual([false]);
  await say(member, String((month % 12) + 1), '5');
  expect(await atCounter()).toEqual([false]);
});

test('a day that there is not is refused with what she chose, and nothing is kept', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const refused = await say(member, '2', '30');
  expect(refused.status).toBe(422);
  expect(words(refused)).toContain('没有这一天');
  expect(await mall.call('GET', `/api/members/${member.memberId}/profile`)).toMatchObject({ birthday: null });
});

test('her own data has her birthday, and an account that is closed forgets it', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  await say(member, '2', '29');
  const { text } = await member.get('/me/data.json');
  expect(JSON.parse(text)).toMatchObject({ member: { birthday: '02-29' } });
  const closing = await member.get('/me/close');
  await member.post('/me/close', { idempotencyKey: hidden(closing, 'idempotencyKey'), understood: 'on' });
  expect(await mall.call('GET', `/api/members/${member.memberId}/profile`)).toMatchObject({ birthday: null });
});
