import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../mall/open-shop.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { withinBudget } from '../support/flow-budget.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { signInToConsole } from './flow-shop.ts';

const PIN = '739154';
const server = sharedServer();
const words = consoleWords('zh-CN');
const office = (path: string) => server.url(path, 'console');

let browser: Browser;
let shop: Shop;
let owner: Page;
let phone: Page;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openShop(server, { name: '棉屿', locale: 'zh-CN' })]);
  const desk = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 844 } });
  owner = await desk.newPage();
  const counter = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  phone = await counter.newPage();
  await signInToConsole(owner, server, shop.owner);
});

afterAll(() => browser?.close());

const key = (digit: string) => phone.getByRole('button', { name: digit, exact: true });
const lock = () => phone.getByRole('dialog', { name: words('clerk.locked') });

async function typePin(pin: string): Promise<void> {
  for (const digit of pin) await key(digit).click();
}

/** A link of the owner's, read off her screen. */
async function linkOnScreen(): Promise<string> {
  const made = owner.waitForResponse((answer) => answer.url().endsWith('/api/staff/clerk-links'));
  await owner.getByRole('button', { name: words('staff.addClerk') }).click();
  const { url } = (await (await made).json()) as { url: string };
  await owner.getByRole('img', { name: words('staff.linkCode') }).waitFor();
  await owner.keyboard.press('Escape');
  return url;
}

async function joinAs(name: string, pin: string, url: string): Promise<void> {
  await phone.goto(url);
  await phone.getByLabel(words('clerk.name')).fill(name);
  await phone
    .getByRole('textbox', { name: words('clerk.digit', { label: words('clerk.choosePin'), place: '1' }) })
    .click();
  await phone.keyboard.type(pin);
  await phone.getByRole('button', { name: words('clerk.toCounter') }).click();
  await phone.waitForURL(office('/counter'));
}

test('a clerk joins by link, name and PIN', async () => {
  tellPagesOnFailure({ owner, phone });
  await owner.goto(office('/settings/staff'));
  const url = await linkOnScreen();
  const budget = { flow: 'clerk joins: link, name, PIN', fields: 2, taps: 2, screens: 2, seconds: 60 };
  await phone.goto(url);
  await withinBudget(budget, phone, async ({ tap, fill, type }) => {
    await fill(phone.getByLabel(words('clerk.name')), '小周');
    const first = words('clerk.digit', { label: words('clerk.choosePin'), place: '1' });
    await tap(phone.getByRole('textbox', { name: first }));
    await type(PIN);
    await tap(phone.getByRole('button', { name: words('clerk.toCounter') }));
    await phone.waitForURL(office('/counter'));
  });
});

test('the device locks, a wrong PIN says how many tries are left, the right one goes on with what was typed', async () => {
  tellPagesOnFailure({ phone });
  await phone.goto(office('/settings/you'));
  const name = phone.getByLabel(words('you.name'));
  await name.fill('小周 下午班');
  await phone.getByRole('button', { name: /小周/ }).click();
  await lock().waitFor();
  await typePin('860213');
  await lock().getByRole('alert').getByText('还可试 4 次').waitFor();
  await typePin(PIN);
  await lock().waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('小周 下午班');
  await phone.getByRole('button', { name: words('common.save') }).click();
  await phone.getByRole('button', { name: /小周 下午班/ }).waitFor();
});

test('a press that finds the device locked is done after the PIN, and another clerk takes her turn', async () => {
  tellPagesOnFailure({ phone });
  await joinAs('小吴', '520941', await linkOnScreen());
  await phone.goto(office('/settings/you'));
  await phone.getByLabel(words('you.name')).fill('小吴 早班');
  // Locked behind the screen's back, as it is after five minutes in a pocket.
  await phone.evaluate(() =>
    fetch('/api/counter/lock', { method: 'POST', headers: { 'idempotency-key': 'pocket' } }),
  );
  await phone.getByRole('button', { name: words('common.save') }).click();
  await lock().waitFor();
  await typePin('520941');
  await phone.getByRole('button', { name: /小吴 早班/ }).click();
  await lock()
    .getByRole('button', { name: words('clerk.switch') })
    .click();
  await lock().getByRole('button', { name: /小周/ }).click();
  await typePin(PIN);
  await phone.waitForURL(office('/counter'));
  await phone.goto(office('/settings/you'));
  await phone.getByRole('button', { name: /小周 下午班/ }).waitFor();
});

test('a clerk who was taken off the staff is told so over her page, and nothing of her PIN opens it', async () => {
  tellPagesOnFailure({ owner, phone });
  await phone.goto(office('/settings/you'));
  await phone.getByLabel(words('you.name')).fill('还在');
  await owner.reload();
  await owner.getByRole('button', { name: words('staff.removeOne', { name: '小周 下午班' }) }).click();
  await owner
    .getByRole('dialog')
    .getByRole('button', { name: words('staff.remove'), exact: true })
    .click();
  await owner.getByText(words('staff.removed')).waitFor();
  await phone.getByRole('button', { name: words('common.save') }).click();
  await lock().getByText(words('clerk.ended')).waitFor();
  expect(await lock().getByRole('button', { name: /小周/ }).count()).toBe(0);
  await lock().getByRole('button', { name: /小吴/ }).waitFor();
});
