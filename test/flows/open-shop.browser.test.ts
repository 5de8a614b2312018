import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { launchBrowser } from '../support/browser.ts';
import { withinBudget } from '../support/flow-budget.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { memberAt } from './member.ts';
import { merchantAt } from './merchant.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };
/** Of the specification, section 11.3: sign-up and the five steps. */
const SCREENS_MOST = 6;

describe('opening a shop by its defaults, at 390 px', () => {
  const server = sharedServer();
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', name: '晚风小铺', coupon: '¥10 无门槛券' },
    { locale: 'en', timezoneId: 'America/New_York', name: 'Evening Wind', coupon: '$2 off' },
  ] as const)('in $locale keeps to the budget, and a member redeems what stands there', async (shop) => {
    const { locale, timezoneId, name, coupon } = shop;
    const id = Date.now().toString(36);
    const phone = await browser.newContext({ ...PHONE, locale, timezoneId });
    const page = await phone.newPage();
    const visitor = await browser.newContext({ ...PHONE, locale, timezoneId, javaScriptEnabled: false });
    const mall = await visitor.newPage();
    tellPagesOnFailure({ console: page, mall });

    let opened = { screens: 0, slug: '' };
    const flow = `open a shop by its defaults, ${locale}, ${SCREENS_MOST} screens`;
    await withinBudget({ flow, fields: 12, seconds: 120 }, page, async (person) => {
      const email = `owner-${id}-${locale.toLowerCase()}@example.com`;
      const owner = { name, email, password: 'a long pass phrase' };
      opened = await merchantAt(page, server, locale).openWithDefaults(owner, person);
    });
    const { screens, slug } = opened;
    expect(screens).toBeLessThanOrEqual(SCREENS_MOST);

    const member = memberAt(mall, server, locale, { slug });
    await member.signIn(`member-${id}-${locale.toLowerCase()}@example.com`);
    await member.redeemVoucher({ name: coupon, points: 100 });
    expect(await member.readPoints()).toContain(pointsWithWord(DEFAULT_POINTS_NAME, locale, 0));
    await phone.close();
    await visitor.close();
  });
});
