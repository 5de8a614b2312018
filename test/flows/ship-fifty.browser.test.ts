import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../mall/open-shop.ts';
import { ADDRESS, openPhone, signInByCode } from '../mall/phone.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { withinBudget } from '../support/flow-budget.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { signInToConsole } from './flow-shop.ts';

const EMAIL = 'fifty@example.com';
const COUNT = 50;
const server = sharedServer();
const words = consoleWords('zh-CN');

let browser: Browser;
let shop: Shop;
let owner: Page;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openShop(server, { name: '棉屿', locale: 'zh-CN' })]);
  owner = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 844 } });
  const rewardId = await shop.addReward({ names: { 'zh-CN': '棉麻杯垫' }, pointsEach: 10, units: 80 });
  await shop.addMember(EMAIL, 10 * COUNT);
  await Promise.all([redeemMany(rewardId), signInToConsole(owner, server, shop.owner)]);
});

afterAll(() => browser?.close());

const toShip = (count: number) =>
  expect
    .poll(async () => (await shop.call('GET', '/api/home')).toShip, { timeout: 30_000, interval: 500 })
    .toBe(count);

/** A member redeems that many; how she taps is tried elsewhere. */
async function redeemMany(rewardId: string) {
  const { context, page } = await openPhone(browser, { javaScriptEnabled: false });
  const home = server.url('/', shop.slug);
  await signInByCode(page, { server, home, email: EMAIL });
  const cookies = await context.cookies();
  await context.close();
  const headers = {
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    origin: server.url('', shop.slug),
    'content-type': 'application/x-www-form-urlencoded',
  };
  const path = server.url(`/rewards/${rewardId}/confirm`, shop.slug);
  const drawn = await (await server.fetch(path, { headers })).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(drawn)?.[1] ?? '';
  const terms = { priceVersion: hidden('priceVersion'), pointsEach: hidden('pointsEach'), country: 'CN' };
  const one = async () => {
    const form = new URLSearchParams({ ...ADDRESS, ...terms, idempotencyKey: randomUUID() });
    const answer = await server.fetch(path, { method: 'POST', body: String(form), headers });
    expect(answer.headers.get('location')).toMatch(/\/redemptions\/rdm_/);
  };
  for (let sent = 0; sent < COUNT; sent += 5) await Promise.all([one(), one(), one(), one(), one()]);
}

test('fifty are shipped by one upload, and the line that names nobody is told', async () => {
  tellPagesOnFailure({ owner });
  const button = (name: string) => owner.getByRole('button', { name, exact: true });
  await toShip(COUNT);
  await owner.goto(server.url('/redemptions/ship-by-file', 'console'));
  const [table] = await Promise.all([
    owner.waitForEvent('download'),
    button(words('redemptions.file.template')).click(),
  ]);
  const lines = (await readFile(await table.path(), 'utf8')).trim().split('\r\n');
  expect(lines.length).toBe(COUNT + 1);
  // The last column is for the tracking number.
  const filled = lines.map((line, place) => (place === 0 ? line : `${line}SF13900000${1000 + place}`));
  filled.push('ZZZZ ZZZZ,,,,,,SF139000009999');
  const file = { name: '已填.csv', mimeType: 'text/csv', buffer: Buffer.from(filled.join('\r\n')) };
  const budget = { flow: 'ship 50 by one upload', taps: 2, fields: 1, seconds: 60 };
  await withinBudget(budget, owner, async ({ tap, pickPicture }) => {
    await pickPicture(button(words('redemptions.file.choose')), file);
    await tap(button(words('redemptions.file.send', { count: COUNT })));
    await owner.getByText(words('redemptions.file.tally.shipped', { count: COUNT })).waitFor();
  });
  await owner.getByText(words('redemptions.file.why.unknown_number'), { exact: true }).waitFor();
  await toShip(0);
});
