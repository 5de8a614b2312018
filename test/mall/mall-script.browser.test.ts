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
let rewardId: string;

const address = (path: string) => server.url(path, shop.slug);
const phone = () => openPhone(browser);
const signIn = (page: Page, email: string) => signInByCode(page, { server, home: address('/'), email });

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openShop(server, { name: '棉屿', locale: 'zh-CN' })]);
  rewardId = await shop.addReward({
    names: { 'zh-CN': '手作餐具两件套' },
    pointsEach: 500,
    units: 80,
    picture: PICTURE,
  });
});

afterAll(() => browser?.close());

describe('what a mall’s script adds', () => {
  test('after redeeming, its card goes out as a picture, and Back leads to the reward, not to the form', async () => {
    await shop.addMember('back@example.com', 2000);
    const { context, page } = await phone();
    // A browser of a desk has no sheet to hand things to.
    await context.addInitScript(() => {
      const share = async (data: ShareData) => {
        document.title = data.files?.[0]?.type ?? 'no picture';
      };
      Object.defineProperties(navigator, { share: { value: share }, canShare: { value: () => true } });
    });
    await signIn(page, 'back@example.com');
    await page.goto(address(`/rewards/${rewardId}`));
    await page.click('text=兑换 · 500 积分');
    await fill(page, ADDRESS);
    await page.click('main button[type=submit]');
    await page.waitForURL(/result$/);
    await page.click('text=分享好物');
    await page.waitForFunction(() => {
      document.querySelector<HTMLButtonElement>('[data-share]')?.click();
      return document.title === 'image/png';
    });
    await page.goBack();
    await page.waitForURL(/result$/);
    await page.goBack();
    await page.waitForURL(address(`/rewards/${rewardId}`));
    await context.close();
  });

  test('without a network it says so, in the shop’s own look, and a form is kept and not sent', async () => {
    const { context, page } = await phone();
    await page.goto(address('/sign-in'));
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await context.setOffline(true);
    await page.fill('#identifier', 'kept@example.com');
    await page.click('main button[type=submit]');
    expect(await page.textContent('[data-offline-notice]')).toContain('没有网络，已保留你填的内容。');
    expect(await page.inputValue('#identifier')).toBe('kept@example.com');
    // A connection that is lost while the form is on its way: nothing knew of it before.
    await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: true }));
    await page.click('main button[type=submit]');
    await page.waitForSelector('[data-lost]');
    expect(await page.textContent('main')).toContain('发送时断了网，已保留你填的内容。');
    await context.setOffline(false);
    await page.click('[data-lost] a.button');
    expect([new URL(page.url()).pathname, await page.inputValue('#identifier')]).toEqual([
      '/sign-in',
      'kept@example.com',
    ]);
    // The Enter key sends the form, and does not choose the language whose button stands before it.
    await page.press('#identifier', 'Enter');
    await page.waitForURL(address('/sign-in/code'));
    await context.setOffline(true);
    await page.goto(address('/rules'));
    expect(await page.textContent('h1')).toBe('没有网络');
    expect(await page.getAttribute('body', 'class')).toContain('layout-editorial');
    await context.close();
  });

  test('Back to what answered a form leads to the form, and does not say that the network is gone', async () => {
    const { context, page } = await phone();
    await page.goto(address('/sign-in'));
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.fill('#identifier', 'nobody');
    await page.click('main button[type=submit]');
    await page.waitForSelector('[aria-invalid=true]');
    await page.goto(address('/rules'));
    await page.goBack();
    expect([new URL(page.url()).pathname, await page.inputValue('#identifier')]).toEqual(['/sign-in', '']);
    await context.close();
  });
});
