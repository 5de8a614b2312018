import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../mall/open-shop.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { signInToConsole } from './flow-shop.ts';

const server = sharedServer();
const words = consoleWords('zh-CN');

let browser: Browser;
let shop: Shop;
let context: BrowserContext;
let owner: Page;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openShop(server, { name: '棉屿', locale: 'zh-CN' })]);
  context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  owner = await context.newPage();
  await signInToConsole(owner, server, shop.owner);
});

afterAll(() => browser?.close());

/** As Excel writes it in mainland China: 手机;姓名;积分;有效期至 in GB18030, its dates with the year last. */
const HEAD = 'cad6bbfa3bd0d5c3fb3bbbfdb7d63bd3d0d0a7c6dad6c10d0a';
const ROWS = [
  '13800138001;=1+1;320;08/11/2099',
  '13800138002;;12.5;',
  '13800138001;;5;',
  '13800138003;;1,280;',
];
const CARDS = Buffer.concat([Buffer.from(HEAD, 'hex'), Buffer.from(ROWS.join('\r\n'))]);

test('a list of paper cards is tried, brought in over a lost connection and a reload, and taken back', async () => {
  tellPagesOnFailure({ owner });
  const button = (name: string) => owner.getByRole('button', { name, exact: true });
  const figure = async (label: string) =>
    owner.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]').textContent();
  await owner.goto(server.url('/members/import', 'console'));
  const file = { name: 'cards.csv', mimeType: 'text/csv', buffer: CARDS };
  await owner.locator('input[type=file]').setInputFiles(file);
  await button(words('imports.check', { rows: 4 })).click();
  await owner.getByText(words('imports.dateOrderMissing')).waitFor();
  await owner.getByRole('radio').first().check();
  await button(words('imports.check', { rows: 4 })).click();
  await button(words('imports.start', { rows: 2 })).click();
  await owner.route('**/steps', (route) => route.abort());
  await owner
    .getByRole('dialog')
    .getByRole('button', { name: words('imports.start', { rows: 2 }) })
    .click();
  await owner.getByText(words('imports.trying')).waitFor();
  await owner.unroute('**/steps');
  await owner.reload();
  await owner.getByRole('heading', { name: words('imports.doneTitle') }).waitFor();
  expect([await figure(words('imports.newMembers')), await figure(words('imports.givenPoints'))]).toEqual([
    '2',
    '1,600',
  ]);
  await owner.getByText(words('imports.reasons.not_whole')).waitFor();
  await button(words('imports.undo')).click();
  await button(words('imports.undoAction')).click();
  await owner.getByRole('heading', { name: words('imports.reversedTitle') }).waitFor();
  expect([await figure(words('imports.takenPoints')), await figure(words('imports.closedMembers'))]).toEqual([
    '1,600',
    '2',
  ]);
});
