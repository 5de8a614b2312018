import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Shop } from '../mall/open-shop.ts';
import { openPhone, signInByCode } from '../mall/phone.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { withinBudget } from '../support/flow-budget.ts';
import { enterOn, tabTo } from '../support/keyboard.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { filesOf } from '../support/unzip.ts';
import { startHostSite } from '../widget/host-site.ts';
import { openFlowShop, saveAddress, signInToConsole } from './flow-shop.ts';

const EMAIL = 'xiaoman@example.com';
const ORDER = 'A-8842';
const server = sharedServer();
const words = consoleWords('zh-CN');
const mall = (path: string) => server.url(path, shop.slug);
const office = (path: string) => server.url(path, 'console');

let browser: Browser;
let shop: Shop;
let ownerScreen: BrowserContext;
/** Her phone has no JavaScript; the owner sits at a desk. */
let member: Page;
let owner: Page;

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openFlowShop(server, EMAIL)]);
  ({ page: member } = await openPhone(browser, { javaScriptEnabled: false, hasTouch: true }));
  ownerScreen = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 844 } });
  owner = await ownerScreen.newPage();
  await signInToConsole(owner, server, shop.owner);
  await signInByCode(member, { server, home: mall('/'), email: EMAIL });
  await saveAddress(member, mall('/me/addresses'));
});

afterAll(() => browser?.close());

// In this order: staff ship, verify and answer what the member redeemed and asked before.
describe('what a member does, from the mall’s home, without JavaScript', () => {
  const tile = (name: string) => member.locator('.all .tile', { hasText: name }).getByRole('link');
  const go = () => member.locator('.bar a.button');
  const redeem = () => member.locator('.bar button');

  test('goods to a saved address are redeemed in three taps', async () => {
    tellPagesOnFailure({ member });
    await member.goto(mall('/'));
    const budget = { flow: 'redeem goods, saved address', taps: 3, fields: 0 };
    await withinBudget(budget, member, async ({ tap }) => {
      await tap(tile('手作餐具两件套'));
      await tap(go());
      await tap(redeem());
      await member.getByRole('heading', { name: '兑换成功' }).waitFor();
    });
  });

  test('a coupon is a code to be shown in three taps', async () => {
    tellPagesOnFailure({ member });
    await member.goto(mall('/'));
    const budget = { flow: 'redeem a coupon to its code', taps: 3, fields: 0 };
    await withinBudget(budget, member, async ({ tap }) => {
      await tap(tile('满 150 减 30 券'));
      await tap(go());
      await tap(redeem());
      expect(await member.getByRole('textbox', { name: '券码' }).inputValue()).toMatch(/^[A-Z2-9]{8}$/);
    });
  });

  test('the page where points and cash are paid is four taps away', async () => {
    tellPagesOnFailure({ member });
    await member.goto(mall('/'));
    const budget = { flow: 'points plus cash, to the payment page', taps: 4, fields: 0 };
    await withinBudget(budget, member, async ({ tap }) => {
      await tap(tile('智能手表'));
      // How many points she uses is chosen there, and proposed as the least cash.
      await tap(redeem());
      await member.waitForURL(/\/confirm/);
      await tap(redeem());
      await tap(member.locator('.pay .button'));
      await member.waitForURL(/\/c\/pay\//);
    });
  });

  test('why a line is what it is stands two taps away', async () => {
    tellPagesOnFailure({ member });
    await member.goto(mall('/'));
    const budget = { flow: 'see why a line is what it is', taps: 2, fields: 0 };
    await withinBudget(budget, member, async ({ tap }) => {
      const line = member.locator('.entry', { hasText: '8842' });
      await tap(member.locator('.member-card').getByRole('link', { name: '查看明细' }));
      await tap(line.locator('summary'));
      await line.getByText('换季清仓 ¥199.99 × 0.5 = 99.995').waitFor();
    });
  });

  test('missing points are reported in three taps and one field', async () => {
    tellPagesOnFailure({ member });
    await member.goto(mall('/'));
    const budget = { flow: 'report missing points', taps: 3, fields: 1 };
    await withinBudget(budget, member, async ({ tap, fill: type }) => {
      await tap(member.locator('.member-card').getByRole('link', { name: '查看明细' }));
      await tap(member.locator('#missing > summary'));
      await type(member.locator('#number'), ORDER);
      await tap(member.locator('#missing button[type=submit]'));
      await member.locator('.outcome').waitFor();
    });
  });

  test('everything that the shop keeps about her is hers in two taps', async () => {
    await member.goto(mall('/'));
    const budget = { flow: 'leave: a member takes everything', taps: 2, fields: 0 };
    await withinBudget(budget, member, async ({ tap }) => {
      await tap(member.getByRole('navigation').getByRole('link', { name: '我的', exact: true }));
      const [file] = await Promise.all([
        member.waitForEvent('download'),
        tap(member.getByRole('link', { name: '下载我的数据' })),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.json$/);
    });
  });
});

describe('what staff do, from the console’s Home', () => {
  const section = (name: string) =>
    owner.getByRole('navigation', { name: words('shell.sections') }).getByRole('link', { name, exact: true });
  const button = (name: string) => owner.getByRole('button', { name, exact: true });
  const said = (text: string) => owner.getByText(text, { exact: true }).first().waitFor();
  const home = async () => {
    await owner.goto(office('/'));
    await owner.getByRole('heading', { name: words('home.toDo') }).waitFor();
  };

  test('a reward with a photo is on the shelf after five fields', async () => {
    tellPagesOnFailure({ owner });
    await home();
    const picture = { name: 'tote.png', mimeType: 'image/png', buffer: await owner.screenshot() };
    const budget = { flow: 'add a reward with photo', fields: 5, seconds: 60 };
    await withinBudget(budget, owner, async ({ tap, fill: type, pickPicture }) => {
      await tap(section(words('shell.rewards')));
      await tap(owner.getByRole('link', { name: words('rewards.add') }));
      await pickPicture(button(words('rewards.pictureAdd')), picture);
      await type(owner.getByLabel(words('rewards.name')), '帆布托特包');
      await type(owner.getByLabel(words('rewards.points', { unit: '积分' })), '560');
      await type(owner.getByLabel(words('rewards.marketPrice', { currency: 'CNY' })), '59');
      await type(owner.getByLabel(words('rewards.units')).first(), '120');
      await tap(button(words('rewards.saveAndPublish')));
      await said(words('rewards.done.publish'));
    });
  });

  test('the earn rate is changed and published in four clicks, its effect seen before', async () => {
    tellPagesOnFailure({ owner });
    await home();
    const budget = { flow: 'change the earn rate and publish', taps: 4, fields: 1 };
    await withinBudget(budget, owner, async ({ tap, fill: type }) => {
      await tap(section(words('shell.programme')));
      await type(owner.getByLabel(words('programme.baseRate'), { exact: true }), '2');
      await tap(button(words('programme.publish')));
      const sheet = owner.getByRole('dialog');
      await sheet.getByText(/¥128.*128 积分.*256 积分/).waitFor();
      await tap(sheet.getByRole('button', { name: words('programme.publish'), exact: true }));
      await said(words('programme.published'));
    });
  });

  test('an order is shipped in three clicks, the carrier told by the number', async () => {
    tellPagesOnFailure({ owner });
    await home();
    const budget = { flow: 'ship one', taps: 3, fields: 1 };
    await withinBudget(budget, owner, async ({ tap, type }) => {
      await tap(owner.getByRole('link', { name: words('home.lists.to_ship', { count: 1 }) }));
      await tap(owner.getByRole('button', { name: words('redemptions.ship') }).first());
      const dialog = owner.getByRole('dialog');
      await dialog.getByLabel(words('redemptions.trackingNumber')).waitFor();
      await type('SF1390000000001');
      expect(await dialog.getByLabel(words('redemptions.carrier')).inputValue()).toBe('顺丰速运');
      await tap(dialog.locator('button[type=submit]'));
      await said(words('redemptions.doneShip'));
    });
  });

  test('a voucher is verified in two acts', async () => {
    tellPagesOnFailure({ owner, member });
    await member.goto(mall('/me/vouchers'));
    await member.locator('main a[href^="/redemptions/"]').first().click();
    const code = await member.getByRole('textbox', { name: '券码' }).inputValue();
    await owner.goto(office('/redemptions/verify'));
    await owner.getByLabel(words('vouchers.code')).waitFor();
    const budget = { flow: 'verify a voucher', acts: 2, seconds: 5 };
    await withinBudget(budget, owner, async ({ tap, type }) => {
      await type(code);
      await tap(button(words('vouchers.use')));
      await said(words('vouchers.done'));
    });
  });

  test('a member is answered in two clicks', async () => {
    tellPagesOnFailure({ owner });
    await home();
    const budget = { flow: 'answer a member', taps: 2, fields: 1 };
    await withinBudget(budget, owner, async ({ tap, fill: type }) => {
      await tap(owner.getByRole('link', { name: words('home.lists.missing_points', { count: 1 }) }));
      await owner.getByText(ORDER).waitFor();
      await type(owner.getByRole('textbox', { name: words('questions.answer') }), '查到了，积分明天到账。');
      await tap(button(words('questions.send')));
      await said(words('questions.answered'));
    });
  });

  test('everything that is the shop’s is its owner’s in two clicks', async () => {
    tellPagesOnFailure({ owner });
    await home();
    const budget = { flow: 'leave: a shop takes everything', taps: 2, fields: 0 };
    await withinBudget(budget, owner, async ({ tap }) => {
      await tap(section(words('shell.settings')));
      const [file] = await Promise.all([
        owner.waitForEvent('download'),
        tap(owner.getByRole('link', { name: words('settings.exportAll.title') })),
      ]);
      const files = filesOf(await readFile(await file.path()));
      expect(files['members.csv']).toContain(EMAIL);
      expect(files['redemptions.csv']).toContain('手作餐具两件套');
    });
  });

  test('the widget comes onto a page by copying and pasting alone', async () => {
    tellPagesOnFailure({ owner });
    const site = await startHostSite();
    await ownerScreen.grantPermissions(['clipboard-read', 'clipboard-write']);
    await home();
    const budget = { flow: 'widget on a page, copy and paste', fields: 1, seconds: 600 };
    await withinBudget(budget, owner, async ({ tap, fill: type }) => {
      await tap(section(words('shell.settings')));
      await tap(owner.getByRole('switch', { name: words('settings.developers.title') }));
      await tap(owner.getByRole('link', { name: words('settings.widget.title') }));
      await type(owner.getByLabel(words('widget.origin')), site.origin);
      await tap(button(words('widget.originAllow')));
      await said(words('widget.originAllowed'));
      await tap(button(words('widget.copySnippet')));
      const pasted = await owner.evaluate(() => navigator.clipboard.readText());
      await owner.goto(site.page('/', { html: `<!doctype html><title>云朵小店</title>${pasted}` }));
      await owner.locator('pm-launcher').getByRole('button').click();
      await owner.locator('pm-panel').getByText('手作餐具两件套').first().waitFor();
    });
    await site.stop();
  });
});

describe('by the keyboard alone', () => {
  test('somebody joins, redeems a coupon and sees her order, with and without JavaScript', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const email = `keys-${javaScriptEnabled}@example.com`;
      await shop.addMember(email, 300);
      const { context, page } = await openPhone(browser, { javaScriptEnabled });
      tellPagesOnFailure({ page });
      await page.goto(mall('/'));
      await enterOn(page, page.locator('.member-card .button'));
      await tabTo(page, page.locator('#identifier'));
      await page.keyboard.type(email);
      await page.keyboard.press('Enter');
      await page.locator('#code').waitFor();
      const [letter] = await server.inbox(email);
      await tabTo(page, page.locator('#code'));
      await page.keyboard.type(/\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? '');
      await page.keyboard.press('Enter');
      await page.waitForURL(mall('/'));
      await enterOn(page, page.locator('.all .tile', { hasText: '满 150 减 30 券' }).getByRole('link'));
      await enterOn(page, page.locator('.bar a.button'));
      await enterOn(page, page.locator('.bar button'));
      await page.getByRole('textbox', { name: '券码' }).waitFor();
      await enterOn(page, page.locator('.actions .button').first());
      await page.getByRole('heading', { name: /^兑换单/ }).waitFor();
      await context.close();
    }
  });

  test('staff ship an order', async () => {
    tellPagesOnFailure({ owner, member });
    const { id } = await shop.call('GET', `/api/members/find?q=${encodeURIComponent(EMAIL)}`);
    await shop.call('POST', `/api/members/${id}/adjustments`, { points: 20, reason: 'goodwill' });
    await member.goto(mall('/'));
    await member.locator('.all .tile', { hasText: '亚麻发圈' }).getByRole('link').click();
    await member.locator('.bar a.button').click();
    await member.locator('.bar button').click();
    await member.getByRole('heading', { name: '兑换成功' }).waitFor();
    await expect.poll(async () => (await shop.call('GET', '/api/home')).toShip, { timeout: 10_000 }).toBe(1);
    await owner.goto(office('/'));
    await enterOn(owner, owner.getByRole('link', { name: words('home.lists.to_ship', { count: 1 }) }));
    await enterOn(owner, owner.getByRole('button', { name: words('redemptions.ship') }).first());
    const dialog = owner.getByRole('dialog');
    await tabTo(owner, dialog.getByLabel(words('redemptions.trackingNumber')));
    await owner.keyboard.type('SF1390000000002');
    await owner.keyboard.press('Enter');
    await owner.getByText(words('redemptions.doneShip'), { exact: true }).first().waitFor();
  });
});
