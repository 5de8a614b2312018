import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedConsole, openConsole } from './console-in-browser.ts';
import * as data from './fixture-data.ts';

let opened: OpenedConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());

/** The owner has proved her e-mail; her shop is open from the moment the server was told to open it. */
async function standAtOpening(page: Page) {
  let isOpen = false;
  await page.route('**/api/me', async (route) => {
    const user = { ...data.me.user, emailVerified: true };
    const tenant = { ...data.shop, state: isOpen ? 'open' : 'building' };
    await route.fulfill({ json: { ...data.me, user, tenant } });
  });
  await page.route('**/api/onboarding/open', async (route) => {
    isOpen = true;
    await route.fallback();
  });
  // What the server says of an address that a shop has, also to the shop that has it.
  await page.route('**/api/slugs/mianyu', (route) =>
    route.fulfill({ json: { free: false, reason: 'taken' } }),
  );
  opened.server.show('full');
  await page.goto(`${opened.server.url}/start?step=open`);
  const button = page.getByRole('main').getByRole('button', { name: '开张', exact: true });
  await button.waitFor();
  return button;
}

test('the address that a shop has already does not keep it from opening', async () => {
  const { page, calm, close } = await opened.openPage('zh-CN', 390);
  const button = await standAtOpening(page);
  await calm();
  expect(await button.isEnabled()).toBe(true);
  await close();
});

test('whoever opens the mall is led to the poster, however slowly that screen comes', async () => {
  const { page, calm, close } = await opened.openPage('zh-CN', 390);
  const button = await standAtOpening(page);
  await calm();
  const known = page.waitForResponse('**/api/me');
  await page.route('**/assets/**', async (route) => {
    await known;
    await route.fallback();
  });
  await button.click();
  await page.getByRole('heading', { level: 1, name: '海报和台卡' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/poster');
  await close();
});
