import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInToConsole } from '../flows/flow-shop.ts';
import { openShop } from '../mall/open-shop.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { sharedServer } from '../support/shared-server.ts';
import { type SigningKey, signToken, swapToken } from './widget-shop.ts';

const server = sharedServer();
const words = consoleWords('en');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const shows = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor();

/** Makes a key by clicks and reads what is shown this once. */
async function makeKey(page: Page, name: string): Promise<SigningKey> {
  await button(page, words('widget.createKey')).click();
  await dialog(page).getByLabel(words('widget.keyName')).fill(name);
  await button(page, words('widget.createKey')).last().click();
  await shows(page, words('widget.shownOnce'));
  const read = async (start: RegExp) => ((await dialog(page).getByText(start).textContent()) ?? '').trim();
  const key = { kid: await read(/^sgk_/), secret: await read(/^pms_/) };
  await button(page, words('widget.kept')).click();
  await dialog(page).waitFor({ state: 'detached' });
  return key;
}

test('an owner allows her site and rotates a signing key on a phone, and nobody is shut out in between', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en',
  });
  const page = await context.newPage();
  const { slug, owner } = await openShop(server, { name: 'Keys', locale: 'en' });
  await signInToConsole(page, server, owner, 'en');
  await page.goto(server.url('/settings', 'console'));
  await page.getByRole('switch', { name: words('settings.developers.title') }).click();
  await page.getByRole('link', { name: words('settings.widget.title') }).click();
  await page.getByLabel(words('widget.origin'), { exact: true }).fill('https://shop.example/');
  await button(page, words('widget.originAllow')).click();
  await shows(page, 'https://shop.example');

  const swap = async (key: SigningKey) =>
    (await swapToken(server, slug, await signToken(key, slug, 'lin'))).status;
  const old = await makeKey(page, 'web shop');
  expect(await swap(old)).toBe(200);
  const next = await makeKey(page, 'web shop 2027');
  await shows(page, words('widget.keysFull'));
  expect([await swap(old), await swap(next)]).toEqual([200, 200]);
  expect(await button(page, words('widget.createKey')).count()).toBe(0);
  expect(await page.content()).not.toContain(next.secret);

  await button(page, words('widget.revokeOne', { name: 'web shop' })).click();
  await shows(page, words('widget.revokeTitle', { name: 'web shop' }));
  await shows(page, words('widget.revokeOther', { other: 'web shop 2027' }));
  expect([await swap(old), await swap(next)]).toEqual([200, 200]);
  await dialog(page)
    .getByRole('button', { name: words('widget.revoke'), exact: true })
    .click();
  await shows(page, words('widget.isRevoked'));
  expect([await swap(old), await swap(next)]).toEqual([401, 200]);

  await button(page, words('widget.revokeOne', { name: 'web shop 2027' })).click();
  await shows(page, words('widget.revokeOnly'));
  await dialog(page)
    .getByRole('button', { name: words('common.back'), exact: true })
    .click();

  await page.goto(server.url('/settings/audit-log', 'console'));
  const said = (action: 'widgetSiteAllowed' | 'signingKeyCreated' | 'signingKeyRevoked', what: string) =>
    shows(page, `${words(`auditLog.actions.${action}`)} · ${what}`);
  await said('widgetSiteAllowed', 'https://shop.example');
  await said('signingKeyCreated', 'web shop 2027');
  await said('signingKeyRevoked', 'web shop');
});
