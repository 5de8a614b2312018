import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { sharedServer } from '../support/shared-server.ts';
import { openShop, type Shop } from './open-shop.ts';
import { ADDRESS, fill, openPhone, signInByCode } from './phone.ts';

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480"><rect width="480" height="480" fill="#EADFCB"/></svg>';

const server = sharedServer();
let browser: Browser;
let shop: Shop;
let rewards: { affordable: string; dear: string; soldOut: string };

const address = (path: string) => server.url(path, shop.slug);

const phone = (options?: Parameters<typeof openPhone>[1]) => openPhone(browser, options);
const signIn = (page: Page, email: string) => signInByCode(page, { server, home: address('/'), email });

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openShop(server, { name: '棉屿', locale: 'zh-CN' })]);
  rewards = {
    affordable: await shop.addReward({
      names: { 'zh-CN': '手作餐具两件套', en: 'Tableware set' },
      descriptions: { 'zh-CN': '景德镇手作，一碗一盘。' },
      pointsEach: 500,
      marketPriceMinor: 5200,
      limitPerMember: 2,
      units: 80,
      picture: PICTURE,
    }),
    dear: await shop.addReward({ names: { 'zh-CN': '智能手表' }, pointsEach: 5000, units: 10 }),
    soldOut: await shop.addReward({ names: { 'zh-CN': '羊毛围巾' }, pointsEach: 600, units: 0 }),
  };
});

afterAll(() => browser?.close());

describe('a mall on a phone', () => {
  test('from signing in to a cancelled order by clicks and typing alone, with JavaScript off', async () => {
    const memberId = await shop.addMember('lin@example.com', 1286);
    await shop.call('POST', `/api/members/${memberId}/purchases`, {
      amountMinor: 19999,
      category: '换季清仓',
      receipt: '8842',
    });
    const { context, page, complaints } = await phone({ javaScriptEnabled: false });
    await page.goto(address(`/rewards/${rewards.affordable}`));
    await page.click('text=登录后兑换');
    await page.fill('#identifier', 'lin@');
    await page.click('text=获取验证码');
    expect(await page.inputValue('#identifier')).toBe('lin@');
    await signIn(page, 'lin@example.com');
    expect(await page.textContent('.member-card .big')).toMatch(/可用\s*1,385\s*积分/);

    await page.click(`a[href="/rewards/${rewards.affordable}"] >> nth=0`);
    await page.click('text=兑换 · 500 积分');
    await fill(page, { ...ADDRESS, phone: 'call me' });
    await page.click('text=确认兑换 · 500 积分');
    expect(await page.textContent('#phone-error')).toBe(
      '手机号不对，请检查；其他国家或地区的号码请以 + 和区号开头',
    );
    expect(await page.inputValue('#line1')).toBe('安福路 1 号');
    await page.fill('#phone', ADDRESS.phone);
    await page.click('text=确认兑换 · 500 积分');
    expect(await page.textContent('h1')).toBe('兑换成功');

    await page.goto(address('/points'));
    expect(await page.textContent('.member-card .big')).toMatch(/可用\s*885\s*积分/);
    expect(await page.textContent('.entries >> nth=0')).toContain('手作餐具两件套');
    await page.click('.entry:has-text("8842") summary');
    expect(await page.textContent('.entry:has-text("8842") .why')).toContain(
      '换季清仓 ¥199.99 × 0.5 = 99.995',
    );

    await page.click('nav >> text=兑换记录');
    await page.click('.order');
    await page.click('summary:has-text("取消兑换")');
    await page.click('text=确定取消');
    expect(await page.textContent('.state >> nth=0')).toBe('你已取消');
    await page.goto(address('/'));
    expect(await page.textContent('.member-card .big')).toMatch(/可用\s*1,385\s*积分/);
    await page.click('text=退出登录');
    expect(await page.textContent('main')).toContain('加入 / 登录');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a form that is sent twice redeems once', async () => {
    await shop.addMember('twice@example.com', 2000);
    const { context, page } = await phone({ javaScriptEnabled: false });
    await signIn(page, 'twice@example.com');
    const path = `/rewards/${rewards.affordable}/confirm`;
    await page.goto(address(path));
    const hidden = ['idempotencyKey', 'priceVersion', 'pointsEach'].map(async (name) => [
      name,
      await page.inputValue(`[name=${name}]`),
    ]);
    const form = new URLSearchParams({
      ...ADDRESS,
      country: 'CN',
      ...Object.fromEntries(await Promise.all(hidden)),
    });
    const cookies = await context.cookies();
    const send = () =>
      server.fetch(address(path), {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'accept-language': 'zh-CN',
          origin: address(''),
          cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        },
        body: form.toString(),
      });
    const sent = await Promise.all([send(), send()]);
    const places = sent.map((answer) => answer.headers.get('location'));
    expect(places[0]).toMatch(/^\/redemptions\/rdm_\w+\/result$/);
    expect(places[1]).toBe(places[0]);
    form.set('line1', '南京西路 1 号');
    const changed = await send();
    expect([changed.status, await changed.text()]).toEqual([
      422,
      expect.stringContaining('这张表单已经提交过了'),
    ]);
    await page.goto(address('/points'));
    expect(await page.textContent('.member-card .big')).toMatch(/1,500/);
    await context.close();
  });

  test('a price that changed since the page was drawn is asked again, at the new price', async () => {
    await shop.addMember('price@example.com', 2000);
    const rewardId = await shop.addReward({ names: { 'zh-CN': '帆布托特包' }, pointsEach: 560, units: 5 });
    const { context, page } = await phone({ javaScriptEnabled: false });
    await signIn(page, 'price@example.com');
    await page.goto(address(`/rewards/${rewardId}/confirm`));
    await shop.call('PATCH', `/api/rewards/${rewardId}`, { pointsEach: 400 });
    await shop.call('POST', `/api/rewards/${rewardId}/publish`);
    await fill(page, ADDRESS);
    await page.click('main button[type=submit]');
    expect(await page.textContent('.problems')).toContain('价格刚刚更新为 400 积分，要按新价兑换吗？');
    expect(await page.inputValue('#line1')).toBe(ADDRESS.line1);
    await page.click('text=按新价兑换 · 400 积分');
    expect(await page.textContent('h1')).toBe('兑换成功');
    await context.close();
  });

  test('what can’t be had says why before anything is sent', async () => {
    await shop.addMember('short@example.com', 120);
    const { context, page } = await phone({ javaScriptEnabled: false });
    await signIn(page, 'short@example.com');
    const bar = async (rewardId: string) => {
      await page.goto(address(`/rewards/${rewardId}`));
      return page.textContent('.bar');
    };
    expect(await bar(rewards.dear)).toContain('还差 4,880 积分');
    expect(await bar(rewards.soldOut)).toContain('已兑完');
    await page.goto(address(`/rewards/${rewards.dear}/confirm`));
    expect(page.url()).toBe(address(`/rewards/${rewards.dear}`));
    await context.close();
  });

  test('speaks the language that was chosen, on every page from then on', async () => {
    const { context, page } = await phone({ javaScriptEnabled: false });
    await page.goto(address('/rules'));
    await page.click('.language-menu summary');
    await page.click('.languages >> text=English');
    expect(page.url()).toBe(address('/rules'));
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.goto(address('/'));
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.getAttribute('.brand span', 'lang')).toBe('zh-CN');
    await context.close();
  });
});
