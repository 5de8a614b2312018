import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Locale } from '../../src/domain/locale.ts';
import { openShop, type Shop } from '../mall/open-shop.ts';
import { ADDRESS, fill } from '../mall/phone.ts';
import { consoleWords } from '../support/console-words.ts';
import type { serverAt } from '../support/server.ts';
import { stripeAt } from './stripe-at.ts';

type Server = ReturnType<typeof serverAt>;

/** A shop with one reward of each kind that takes cards, and a member of it with a purchase to ask about. */
export async function openFlowShop(server: Server, email: string): Promise<Shop> {
  const shop = await openShop(server, { name: '棉屿', locale: 'zh-CN' });
  await takeCards(server, shop, 'HK');
  await shop.addReward({ names: { 'zh-CN': '手作餐具两件套' }, pointsEach: 500, units: 80 });
  await shop.addReward({
    names: { 'zh-CN': '满 150 减 30 券' },
    pointsEach: 200,
    kind: 'coupon',
    coupon: { faceMinor: 3000, minimumSpendMinor: 15_000 },
    validDays: 30,
    units: null,
  });
  await shop.addReward({ names: { 'zh-CN': '亚麻发圈' }, pointsEach: 20, units: 80 });
  await shop.addReward({
    names: { 'zh-CN': '智能手表' },
    pointsEach: 5000,
    mix: { pointsMin: 200, cashMinor: 30_000 },
    units: 10,
  });
  const memberId = await shop.addMember(email, 1000);
  await shop.call('POST', `/api/members/${memberId}/purchases`, {
    amountMinor: 19_999,
    category: '换季清仓',
    receipt: '8842',
  });
  return shop;
}

/** Cards are taken from here on, by an account of the country, and the mall says so; returns the account's id. */
export async function takeCards(server: Server, shop: Shop, country: string): Promise<string> {
  await shop.call('POST', '/api/payments/onboarding', { country });
  const accountId = String((await shop.call('GET', '/api/payments')).accountId);
  await stripeAt(server).control(`accounts/${accountId}/onboard`);
  expect(await shop.call('POST', '/api/payments/refresh', {})).toMatchObject({ chargesEnabled: true });
  return accountId;
}

/** Signs in as staff do, and ends on Home. */
export async function signInToConsole(
  page: Page,
  server: Server,
  staff: Shop['owner'],
  locale: Locale = 'zh-CN',
): Promise<void> {
  const words = consoleWords(locale);
  await page.goto(server.url('/sign-in', 'console'));
  await page.getByLabel(words('signIn.email')).fill(staff.email);
  await page.getByRole('textbox', { name: words('signIn.password') }).fill(staff.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(server.url('/', 'console'));
}

/** A member who is signed in keeps an address. */
export async function saveAddress(page: Page, addresses: string): Promise<void> {
  await page.goto(`${addresses}/new`);
  await fill(page, ADDRESS);
  await page.click('main button[type=submit]');
  await page.waitForURL(addresses);
}
