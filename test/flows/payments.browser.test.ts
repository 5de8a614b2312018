import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../src/domain/locale.ts';
import { countryName } from '../../src/messages/country-name.ts';
import { openShop } from '../mall/open-shop.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { sharedServer } from '../support/shared-server.ts';
import { signInToConsole } from './flow-shop.ts';
import { stripeAt } from './stripe-at.ts';

const LOCALE: Locale = 'zh-CN';
const words = consoleWords(LOCALE);
const server = sharedServer();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const { control } = stripeAt(server);

/** Signing up by its screens is walked by the main job. */
async function newShop(page: Page): Promise<void> {
  const { owner } = await openShop(server, { name: '云朵小店', locale: LOCALE });
  await signInToConsole(page, server, owner);
}

/** What a merchant does on the page of payments and, behind it, at Stripe. */
function paymentsOf(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    press,
    open: () => page.goto(server.url('/settings/payments', 'console')),
    /** Waits until the page says so, in its badge and in its sentence. */
    async says(situation: 'unconnected' | 'onboarding' | 'enabled' | 'late' | 'disabled' | 'deauthorised') {
      await page.getByText(words(`payments.situations.${situation}.badge`), { exact: true }).waitFor();
      await page.getByText(words(`payments.situations.${situation}.detail`), { exact: true }).waitFor();
    },
    async choose(country: string) {
      const name = countryName(LOCALE, country);
      await page.getByRole('combobox', { name: words('payments.country') }).fill(name);
      await page.getByRole('option', { name, exact: true }).click();
    },
    async completeAtStripe(action: 'complete' | 'leave') {
      await page.waitForURL(/\/setup\/s\//);
      await page.locator(`button[value=${action}]`).click();
      await page.waitForURL(/\/settings\/payments/);
    },
    accountId: async () => (await page.getByText(/^acct_/).textContent()) ?? '',
  };
}

test('a merchant connects, leaves half-way, goes on, is stopped by Stripe, disconnects and connects again', async () => {
  const context = await browser.newContext({
    locale: LOCALE,
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await newShop(page);
  const payments = paymentsOf(page);

  await payments.open();
  await payments.says('unconnected');
  const notThere = words('payments.notThereTitle', { country: countryName(LOCALE, 'CN') });
  await page.getByText(notThere, { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: words('payments.connect') }).count()).toBe(0);
  await page.getByRole('switch').click();
  await page.getByText(words('payments.counterOn'), { exact: true }).first().waitFor();

  await payments.choose('JP');
  await payments.press(words('payments.connect'));
  await payments.completeAtStripe('leave');
  await payments.says('onboarding');
  const first = await payments.accountId();

  await payments.press(words('payments.goOn'));
  await page.waitForURL(/\/setup\/s\//);
  const usedUp = page.url();
  await page.goto(usedUp);
  await page.waitForURL(/\/settings\/payments/);
  await page.getByText(words('payments.linkExpired'), { exact: true }).waitFor();
  await payments.press(words('payments.goOn'));
  await payments.completeAtStripe('complete');
  await payments.says('enabled');
  expect(await payments.accountId()).toBe(first);

  await control(`accounts/${first}/disable`, { reason: 'requirements.past_due', due: ['external_account'] });
  await payments.open();
  await payments.says('late');
  await page.getByText(words('payments.groups.bank'), { exact: true }).waitFor();
  await payments.press(words('payments.handIn'));
  await payments.completeAtStripe('complete');
  await payments.says('enabled');

  await control(`accounts/${first}/deauthorise`);
  await payments.open();
  await payments.says('deauthorised');
  await payments.press(words('payments.connect'));
  await payments.completeAtStripe('complete');
  await payments.says('enabled');
  const second = await payments.accountId();
  expect(second).not.toBe(first);

  await control(`accounts/${second}/disable`, { reason: 'rejected.fraud' });
  await payments.open();
  await payments.says('disabled');
  expect(await page.getByRole('switch').isChecked()).toBe(true);
  await context.close();
});

test('a lost answer of Stripe is said, nothing chosen is lost, and pressing again goes on to the one account', async () => {
  const context = await browser.newContext({ locale: LOCALE, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await newShop(page);
  const payments = paymentsOf(page);
  await payments.open();
  await payments.choose('SG');
  await control('faults', { method: 'POST', path: '^/v1/accounts$', how: 'reply-lost', times: 1 });
  await payments.press(words('payments.connect'));
  await page.getByRole('alert').waitFor();
  await payments.says('onboarding');
  await payments.press(words('payments.goOn'));
  await payments.completeAtStripe('complete');
  await payments.says('enabled');
  await page.getByText(countryName(LOCALE, 'SG'), { exact: true }).waitFor();
  await context.close();
});
