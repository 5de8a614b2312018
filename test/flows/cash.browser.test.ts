import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../src/domain/locale.ts';
import { countryName } from '../../src/messages/country-name.ts';
import { formatMoney } from '../../src/messages/format.ts';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { translator } from '../../src/messages/translator.ts';
import { auditOf } from '../support/audit.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { sharedServer } from '../support/shared-server.ts';
import { memberAt } from './member.ts';
import { merchantAt } from './merchant.ts';

const LOCALE: Locale = 'en';
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  locale: LOCALE,
  timezoneId: 'America/New_York',
};
const ADDRESS = {
  recipientName: 'Ada Lin',
  phone: '+1 212 555 0100',
  region: 'NY',
  city: 'New York',
  line1: '1 Main Street',
  postalCode: '10001',
};
const server = sharedServer();
const words = translator(LOCALE, 'mall');
const inConsole = consoleWords(LOCALE);
const points = (count: number) => pointsWithWord(DEFAULT_POINTS_NAME, LOCALE, count);
const cash = (amountMinor: number) => formatMoney(LOCALE, amountMinor, 'USD');
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A shop in dollars that takes cards, with a watch of 5,000 points, or 2,000 and $300.00. */
async function openShop(page: Page) {
  const id = `cash${Date.now().toString(36)}`;
  const shop = {
    name: 'Cloud & Thread',
    slug: id,
    email: `${id}@example.com`,
    password: 'a long pass phrase',
  };
  const merchant = merchantAt(page, server, LOCALE);
  await merchant.signUp(shop);
  await merchant.publishProgramme({ daysUntilEntry: 0 });
  await page.goto(server.url('/settings/payments', 'console'));
  await page.getByRole('combobox', { name: inConsole('payments.country') }).fill(countryName(LOCALE, 'US'));
  await page.getByRole('option', { name: countryName(LOCALE, 'US'), exact: true }).click();
  await page.getByRole('button', { name: inConsole('payments.connect'), exact: true }).click();
  await page.waitForURL(/\/setup\/s\//);
  await page.locator('button[value=complete]').click();
  await page.waitForURL(/\/settings\/payments/);
  await page.getByText(inConsole('payments.situations.enabled.badge'), { exact: true }).waitFor();
  await page.goto(server.url('/rewards/new', 'console'));
  await page.getByLabel(inConsole('rewards.name')).first().fill('Watch');
  const unit = DEFAULT_POINTS_NAME[LOCALE].other;
  await page.getByLabel(inConsole('rewards.points', { unit })).fill('5000');
  await page.getByLabel(inConsole('rewards.units')).first().fill('5');
  await page.getByRole('switch', { name: inConsole('cash.mix') }).check();
  await page.getByLabel(inConsole('cash.mixPoints', { unit })).fill('2000');
  await page.getByLabel(inConsole('cash.mixCash', { currency: 'USD' })).fill('300');
  await page.getByRole('button', { name: inConsole('rewards.saveAndPublish'), exact: true }).click();
  await page.getByText(inConsole('rewards.done.publish'), { exact: true }).first().waitFor();
  await merchant.openMall();
  return { shop, merchant };
}

test('a member without JavaScript mixes 3,333 points and cash, is declined, pays, and gets both back when the shop cancels', async () => {
  const staffPhone = await browser.newContext(PHONE);
  const memberPhone = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const [staff, page] = [await staffPhone.newPage(), await memberPhone.newPage()];
  const { shop, merchant } = await openShop(staff);
  const member = memberAt(page, server, LOCALE, shop);
  const email = `member-${shop.slug}@example.com`;
  await member.signIn(email);
  await merchant.givePoints({ email }, '3333');

  await page.goto(server.url('/', shop.slug));
  await page.getByRole('link', { name: 'Watch' }).first().click();
  await page
    .getByRole('button', {
      name: words('mix.redeem', { points: points(3333), cash: cash(16_670) }),
      exact: true,
    })
    .click();
  for (const [field, value] of Object.entries(ADDRESS))
    await page
      .getByLabel(
        words(field === 'postalCode' ? 'confirm.postalCodeNeeded' : (`confirm.${field}` as 'confirm.phone')),
        {
          exact: true,
        },
      )
      .fill(value);
  await page
    .getByRole('button', {
      name: words('mix.submitPay', { points: points(3333), cash: cash(16_670) }),
      exact: true,
    })
    .click();
  await page.getByRole('link', { name: words('pay.go', { amount: cash(16_670) }), exact: true }).click();
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[value=declined]').check();
  await page.locator('button[value=pay]').click();
  await page.locator('input[value=pays]').check();
  await page.locator('button[value=pay]').click();
  await page.getByRole('heading', { name: words('success.title'), exact: true }).waitFor();
  expect(await member.readPoints()).toContain(points(0));

  await staff.goto(server.url('/redemptions', 'console'));
  await staff.getByRole('link', { name: 'Watch' }).first().click();
  await staff.getByText(inConsole('cash.states.paid'), { exact: true }).waitFor();
  await staff
    .getByRole('button', { name: inConsole('redemptions.cancel'), exact: true })
    .first()
    .click();
  const dialog = staff.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Out of stock');
  await dialog.getByRole('button').last().click();
  await staff.getByText(inConsole('redemptions.doneCancel')).first().waitFor();
  await staff
    .getByText(inConsole('cash.refundStates.succeeded', { amount: cash(16_670) }))
    .first()
    .waitFor();

  expect(await member.readPoints()).toContain(points(3333));
  expect(await member.readRedemption()).toContain(words('pay.refund.done', { amount: cash(16_670) }));
  const { exitCode, report } = auditOf(server.stateFolder);
  expect(exitCode, report).toBe(0);
  await staffPhone.close();
  await memberPhone.close();
});
