import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '../../src/messages/translator.ts';
import { launchBrowser } from '../support/browser.ts';
import { sharedServer } from '../support/shared-server.ts';
import { openWidgetShop, SITE, type WidgetShop } from './widget-shop.ts';

const TICKET_MS = 60_000;
const server = sharedServer();
const words = translator('en', 'mall');
let browser: Browser;
let shop: WidgetShop;
beforeAll(async () => {
  browser = await launchBrowser();
  shop = await openWidgetShop(server);
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 }, locale: 'en' };
/** A browser of somebody's own, with no cookies yet. */
const visitor = async (javaScriptEnabled = true) =>
  (await browser.newContext({ ...phone, javaScriptEnabled })).newPage();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** As her browser follows a link of the merchant's own site. */
const follow = (page: Page, link: string) => page.goto(link, { referer: `${SITE}/account` });
const pathOf = (page: Page) => new URL(page.url()).pathname;
const at = (page: Page, path: string) => page.waitForURL(server.url(path, shop.slug));

/** Who the mall takes her for: its cookie, or none. */
async function memberOf(page: Page): Promise<string | undefined> {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === '__Host-pm_member')?.value;
}

/** She is asked to sign in, told why, and has no session. */
async function expectOver(page: Page): Promise<void> {
  await page.getByText(words('sign.linkEnded')).waitFor();
  expect([pathOf(page), await memberOf(page)]).toEqual(['/sign-in', undefined]);
}

describe('a link from the merchant’s site into the mall', () => {
  test('opens the page it was made for, signed in, without a press and without a step back to it', async () => {
    const page = await visitor();
    await page.goto(server.url('/rules', shop.slug));
    await follow(page, await shop.ticket('scripted'));
    await at(page, '/points');
    expect(await memberOf(page)).toBeDefined();
    await page.goBack();
    expect(pathOf(page)).toBe('/rules');
  });

  test('opens it without JavaScript by one press', async () => {
    const page = await visitor(false);
    await follow(page, await shop.ticket('by hand', '/redemptions'));
    expect([pathOf(page), await memberOf(page)]).toEqual(['/enter', undefined]);
    await press(page, words('enter.go'));
    await at(page, '/redemptions');
    expect(await memberOf(page)).toBeDefined();
  });

  test.each([
    ['with', true],
    ['without', false],
  ])('lets nobody in a second time, %s JavaScript', async (_, javaScript) => {
    const link = await shop.ticket('used twice');
    const first = await visitor();
    await follow(first, link);
    await at(first, '/points');
    const second = await visitor(javaScript);
    await follow(second, link);
    if (!javaScript) await press(second, words('enter.go'));
    await expectOver(second);
  });

  test('followed again by the member it let in leads where it led', async () => {
    const link = await shop.ticket('follows again');
    const page = await visitor(false);
    for (let time = 0; time < 2; time += 1) {
      await follow(page, link);
      await press(page, words('enter.go'));
      await at(page, '/points');
    }
  });

  test('is over after a minute, also for a page that was left open', async () => {
    const link = await shop.ticket('too late');
    const [open, later] = [await visitor(false), await visitor()];
    await follow(open, link);
    await server.moveClock(TICKET_MS + 1000);
    try {
      await press(open, words('enter.go'));
      await expectOver(open);
      await follow(later, link);
      await expectOver(later);
    } finally {
      await server.moveClock(0);
    }
  });

  test('of another mall opens nothing here', async () => {
    const other = await openWidgetShop(server);
    const link = new URL(await other.ticket('elsewhere'));
    const page = await visitor();
    await page.goto(server.url(link.pathname + link.search, shop.slug));
    await expectOver(page);
    await follow(page, link.href);
    await page.waitForURL(server.url('/points', other.slug));
  });

  test('looked at by programs that show a preview still opens afterwards', async () => {
    const link = await shop.ticket('previewed');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const { status, headers } = await server.fetch(link, {
        method,
        headers: { 'user-agent': 'preview/1' },
      });
      expect([status, headers.getSetCookie(), headers.get('cache-control')]).toEqual([200, [], 'no-store']);
    }
    const page = await visitor();
    await follow(page, link);
    await at(page, '/points');
  });

  test('asks who is signed in here as somebody else, and changes her only at her word', async () => {
    const page = await visitor();
    await follow(page, await shop.ticket('mine'));
    await at(page, '/points');
    const mine = await memberOf(page);
    const link = await shop.ticket('theirs');
    await follow(page, link);
    await page.getByText(words('enter.other')).waitFor();
    await page.getByRole('link', { name: words('enter.stay'), exact: true }).click();
    await at(page, '/');
    expect(await memberOf(page)).toBe(mine);
    await follow(page, link);
    await press(page, words('enter.go'));
    await at(page, '/points');
    expect(await memberOf(page)).not.toBe(mine);
  });

  test.each([
    ['keeps to itself where it is', undefined],
    ['is a stranger’s', 'https://stranger.example/'],
    [
      'is a stranger’s with our name in it',
      'https://shop.example.stranger.example/?from=https://shop.example',
    ],
  ])('from a page that %s signs nobody in until she presses, and says as whom', async (_, referer) => {
    const page = await visitor();
    await page.goto(await shop.ticket('the stranger'), referer === undefined ? {} : { referer });
    await page.locator('form[action="/enter"] button').waitFor();
    await page.getByRole('link', { name: words('enter.without'), exact: true }).waitFor();
    expect([pathOf(page), await memberOf(page)]).toEqual(['/enter', undefined]);
    await page.locator('form[action="/enter"] button').click();
    await at(page, '/points');
    expect(await memberOf(page)).toBeDefined();
  });

  test('from a stranger’s page asks nothing of who is signed in as this very member', async () => {
    const page = await visitor();
    await follow(page, await shop.ticket('once more'));
    await at(page, '/points');
    await page.goto(await shop.ticket('once more', '/redemptions'), { referer: 'https://stranger.example/' });
    await at(page, '/redemptions');
  });
});
