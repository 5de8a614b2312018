import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type OpenedConsole, openConsole } from './console-in-browser.ts';
import { me } from './fixture-data.ts';

const PHONE = '13800001234';
/** As a member's phone shows it; a gun types the address and Enter. */
const CODE = 'http://mianyu.localhost/c/10000009s0abcd0123456789abcdef';
/** As a clerk waits at most for the counter that she opened before. */
const OPENS_MS = 1_000;

let opened: OpenedConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());
beforeEach(() => {
  opened.server.show('full');
  opened.server.writes.length = 0;
});

const field = (page: Page) => page.locator('[data-counter-field]');
const card = (page: Page) => page.getByRole('region', { name: '会员', exact: true });
const confirm = (page: Page) => page.locator('.counterGo');
const result = (page: Page, says: RegExp) => page.getByRole('dialog', { name: says }).waitFor();
const grants = () => opened.server.writes.filter(({ path }) => path.endsWith('/grants'));

/** Types as fast as a gun does, whatever else the machine is at. */
const gun = (page: Page, text: string) =>
  page.evaluate((code) => {
    for (const key of [...code, 'Enter'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
  }, text);

async function openCounter(width = 390) {
  const shown = await opened.openPage('zh-CN', width);
  await shown.page.goto(`${opened.server.url}/counter`);
  await field(shown.page).waitFor();
  return shown;
}

async function ringUp(page: Page, amount: string) {
  await field(page).fill(PHONE);
  await page.keyboard.press('Enter');
  await page.getByLabel('消费金额（CNY）').fill(amount);
  await page.getByText(`→ ${Number(amount).toLocaleString('en')} 积分`).waitFor();
}

describe('at a desk, by gun', () => {
  test('the next in line is scanned over the result, and a gun is heard where an amount is typed', async () => {
    const { page, close } = await openCounter(1280);
    await ringUp(page, '128');
    await page.keyboard.press('Enter');
    await result(page, /^已给/);
    await gun(page, '10000017');
    await card(page).getByText('陈一帆').waitFor();
    await page.getByLabel('消费金额（CNY）').fill('99');
    await gun(page, 'ABCD2345');
    await page.getByRole('alert').getByText('已经用过').waitFor();
    await close();
  });
});

describe('spending', () => {
  test('waits for the member’s own code', async () => {
    const { page, faults, close } = await openCounter();
    await ringUp(page, '128');
    await page.getByText('兑换', { exact: true }).click();
    await page.getByRole('button', { name: /手作餐具两件套/ }).click();
    const sheet = page.getByRole('dialog', { name: '手作餐具两件套' });
    await sheet.getByText('兑换后还剩 1,302 积分').waitFor();
    await sheet.getByRole('button', { name: '发到会员手机确认' }).waitFor();
    await gun(page, CODE);
    await sheet.getByRole('button', { name: '兑换 · 500 积分' }).click();
    await result(page, /^已兑换：手作餐具两件套$/);
    const [sent] = opened.server.writes.filter(({ path }) => path.endsWith('/redemptions'));
    expect(JSON.parse(sent?.body ?? '')).toEqual({
      rewardId: 'rwd_1',
      priceVersion: 1,
      pointsEach: 500,
      cashEachMinor: 0,
      quantity: 1,
      presence: 'presence_1',
    });
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a network lost mid-grant', () => {
  test('keeps the grant, also over a reload, and gives it once', async () => {
    const { page, close } = await openCounter();
    // The second visit is the device's own; only then is nothing of the page asked for.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect
      .poll(() => page.evaluate(async () => (await (await caches.open('counter')).keys()).length))
      .toBeGreaterThan(5);
    await ringUp(page, '128');
    await page.context().setOffline(true);
    await confirm(page).click();
    await result(page, /^已记下 林\*满 ¥128$/);
    await page.reload();
    await page.getByRole('button', { name: '待同步 1 笔' }).waitFor();
    await field(page).fill(PHONE);
    await page.keyboard.press('Enter');
    await card(page).getByText('林小满').waitFor();
    expect(grants()).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('已补给 1 笔').waitFor();
    await page.getByRole('button', { name: '待同步 1 笔' }).waitFor({ state: 'detached' });
    const [sent, ...more] = grants();
    expect([JSON.parse(sent?.body ?? ''), more]).toEqual([
      { amountMinor: 12_800, category: null, soldAt: expect.stringMatching(/Z$/) },
      [],
    ]);
    await close();
  });

  test('after it was sent goes again under its key, word for word', async () => {
    const { page, close } = await openCounter();
    await ringUp(page, '99');
    opened.server.show('down');
    await confirm(page).click();
    await result(page, /^已记下/);
    opened.server.show('full');
    await page.keyboard.press('Enter');
    await page.getByText('已补给 1 笔').waitFor();
    const [first, ...again] = grants();
    expect(again.length).toBeGreaterThan(0);
    expect(again.every((sent) => sent.key === first?.key && sent.body === first?.body)).toBe(true);
    await close();
  });

  test('leaves one clerk’s grants to her: whoever signs in there next sends none of them', async () => {
    const { page, close } = await openCounter();
    await ringUp(page, '50');
    await page.context().setOffline(true);
    await confirm(page).click();
    await result(page, /^已记下/);
    await page.goto('about:blank');
    opened.server.signInAs({ ...me.user, id: 'user_2', name: '小陈' });
    await page.context().setOffline(false);
    await page.goto(`${opened.server.url}/counter`);
    await field(page).waitFor();
    await page.waitForLoadState('networkidle');
    opened.server.signInAs(me.user);
    expect(grants()).toEqual([]);
    await close();
  });
});

test('the counter opens within a second on the second visit, the median of five', async () => {
  const { page, close } = await openCounter();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const tookMs: number[] = [];
  for (let visit = 0; visit < 5; visit += 1) {
    await page.goto('about:blank');
    const startedMs = performance.now();
    await page.goto(`${opened.server.url}/counter`, { waitUntil: 'commit' });
    await field(page).waitFor();
    tookMs.push(Math.round(performance.now() - startedMs));
  }
  const median = tookMs.toSorted((one, other) => one - other)[2] ?? 0;
  console.log(
    `the counter opens in ${median} ms on the second visit (${tookMs.join(', ')}; at most ${OPENS_MS})`,
  );
  expect(median).toBeLessThanOrEqual(OPENS_MS);
  await close();
});
