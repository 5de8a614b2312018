import { describe, expect, test } from 'vitest';
import { newestCode } from '../identity/inbox.ts';
import { hidden, openMall, type Visitor, words } from './mall-shop.ts';

const ADDRESS = {
  recipientName: 'دانا 𠮷',
  phone: '138 0013 8000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: '',
  postalCode: '',
};
const NAMES = ['as', 'idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor'];

async function confirmForm(visitor: Visitor, path: string): Promise<Record<string, string>> {
  const page = await visitor.get(path);
  return { ...Object.fromEntries(NAMES.map((name) => [name, hidden(page, name)])), ...ADDRESS };
}

/** Signs in where the mall sent her, and answers where that led. */
async function signInAgain(visitor: Visitor, email: string, location: string | null) {
  const to = hidden(await visitor.get(location ?? ''), 'to');
  await visitor.post('/sign-in', { identifier: email, to });
  return visitor.post('/sign-in/code', { identifier: email, code: await newestCode(email), to });
}

async function openConfirm() {
  const mall = await openMall();
  const path = `/rewards/${await mall.addReward({ pointsEach: 500 })}/confirm`;
  return { mall, path };
}

describe('a session that ends while somebody types', () => {
  test('loses nothing: after signing in the order is made, once, by the form’s first key', async () => {
    const { mall, path } = await openConfirm();
    const member = await mall.memberWith(1200);
    const form = await confirmForm(member, path);
    const ended = mall.visitor();
    const sent = await ended.post(path, form);
    const back = (await signInAgain(ended, member.email, sent.location)).location ?? '';
    const again = await confirmForm(ended, back);
    expect(again.idempotencyKey).toBe(form.idempotencyKey);
    const made = await ended.post(path, again);
    expect(made.location).toMatch(/result$/);
    expect((await ended.post(path, again)).location).toBe(made.location);
    expect((await member.post(path, form)).location).toBe(made.location);
    expect(words(await member.get('/points'))).toContain('可用 700 积分');
  });

  test.each([
    ['her name', '/me/profile', { name: 'عائشة بنت محمد' }, 'value="عائشة بنت محمد"'],
    ['a new address', '/me/addresses/new', ADDRESS, 'value="دانا 𠮷"'],
    ['a question', '/help', { text: '我的积分呢？' }, '>我的积分呢？</textarea>'],
    ['the longest question', '/help', { text: '问'.repeat(1000) }, `>${'问'.repeat(1000)}</textarea>`],
    ['the number of an order', '/points/missing', { number: 'W-2026 🎁' }, 'W-2026 🎁'],
  ])('loses nothing of %s', async (_what, path, form, shown) => {
    const mall = await openMall();
    const member = await mall.memberWith(0);
    const ended = mall.visitor();
    const sent = await ended.post(path, {
      ...form,
      as: member.memberId,
      idempotencyKey: crypto.randomUUID(),
    });
    const back = (await signInAgain(ended, member.email, sent.location)).location ?? '';
    expect((await ended.get(back)).text).toContain(shown);
  });

  test('gives what one typed to nobody who signs in after her', async () => {
    const { mall, path } = await openConfirm();
    const [member, other] = [await mall.memberWith(800), await mall.memberWith(800)];
    const ended = mall.visitor();
    const form = await confirmForm(member, path);
    const sent = await ended.post(path, form);
    await ended.post('/me/profile', { name: 'Lin Xiaoman', as: member.memberId });
    const back = (await signInAgain(ended, other.email, sent.location)).location ?? '';
    const pages = [await ended.get(back), await ended.get('/me/profile')];
    expect(pages.map(({ text }) => text.includes(ADDRESS.line1) || text.includes('Lin Xiaoman'))).toEqual([
      false,
      false,
    ]);
  });
});

describe('another language, chosen while somebody types,', () => {
  test('keeps the whole order: address, key and price, in the other language and without a complaint', async () => {
    const { mall, path } = await openConfirm();
    const member = await mall.memberWith(800);
    const form: Record<string, string> = { ...(await confirmForm(member, path)), phone: '' };
    const page = await member.get(path);
    const [, action = ''] = /formaction="(\/language\?lang=en[^"]*)"/.exec(page.text) ?? [];
    const changed = await member.post(action.replaceAll('&amp;', '&'), form);
    expect(changed).toMatchObject({ status: 303, location: path });
    const english = await member.get(path);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('value="دانا 𠮷"');
    expect(words(english)).not.toContain('Please check');
    expect(hidden(english, 'idempotencyKey')).toBe(form.idempotencyKey);
  });

  test.each([
    ['/me/profile', { name: 'دانا' }, 'value="دانا"'],
    ['/me/addresses/new', ADDRESS, 'value="安福路 1 号"'],
    ['/help', { text: 'one\r\ntwo' }, '>one\ntwo</textarea>'],
  ])('keeps what stands in the form of %s', async (path, form, shown) => {
    const mall = await openMall();
    const member = await mall.memberWith(0);
    await member.post(`/language?lang=en&to=${encodeURIComponent(path)}`, { ...form, as: member.memberId });
    const page = await member.get(path);
    expect([page.text.includes('<html lang="en">'), page.text.includes(shown)]).toEqual([true, true]);
  });

  test('keeps the address to sign in with, and what waits behind the sign-in', async () => {
    const mall = await openMall();
    const member = await mall.memberWith(0);
    const ended = mall.visitor();
    const sent = await ended.post('/me/profile', { name: 'دانا', as: member.memberId });
    const to = '/sign-in?to=%2Fme%2Fprofile';
    await ended.post(`/language?lang=zh-TW&to=${encodeURIComponent(to)}`, { identifier: member.email });
    expect((await ended.get(to)).text).toContain(`value="${member.email}"`);
    await signInAgain(ended, member.email, sent.location);
    expect((await ended.get('/me/profile')).text).toContain('value="دانا"');
  });
});

describe('a tab that was left open while somebody else signed in', () => {
  test('redeems nothing in the other’s name, and says so', async () => {
    const { mall, path } = await openConfirm();
    const [member, other] = [await mall.memberWith(800), await mall.memberWith(800)];
    const sent = await other.post(path, await confirmForm(member, path));
    expect([sent.status, words(sent).includes('现在登录的是另一位会员')]).toEqual([409, true]);
    expect(words(await other.get('/points'))).toContain('可用 800 积分');
    expect(words(await other.get('/redemptions'))).not.toContain('手作餐具');
  });

  test.each([
    ['/me/profile', { name: 'somebody else' }],
    ['/me/addresses/new', ADDRESS],
    ['/help', { text: 'asked by somebody else' }],
    ['/me/news', { email: 'on' }],
    ['/me/close', { understood: 'on' }],
    ['/me/sign-out-everywhere', {}],
  ])('does nothing at %s', async (path, form) => {
    const mall = await openMall();
    const [member, other] = [await mall.memberWith(0), await mall.memberWith(100)];
    const key = crypto.randomUUID();
    const sent = await other.post(path, { ...form, as: member.memberId, idempotencyKey: key });
    expect(sent.status).toBe(409);
    const after = await Promise.all(
      ['/points', '/help', '/me', '/me/addresses'].map((each) => other.get(each)),
    );
    expect(after.map(({ status, text }) => [status, text.includes('somebody else')])).toEqual(
      Array(4).fill([200, false]),
    );
    expect(after[3]?.text).not.toContain(ADDRESS.line1);
  });
});
