import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { keepScreen } from '../support/keep-screen.ts';
import { sharedServer } from '../support/shared-server.ts';
import { openShop, type Shop } from './open-shop.ts';
import { ADDRESS, fill, openPhone, signInByCode } from './phone.ts';
import { mallScreens, NEW_MEMBER_SCREENS, SITE_SCREENS, VISITOR_SCREENS } from './screens.ts';

const SCRIPT_BYTES_MAX = 30_000;
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480"><rect width="480" height="480" fill="#EADFCB"/></svg>';
const [LATIN, ARABIC] = ['Wolfeschlegelsteinhausenbergerdorff', 'وشاحمنالصوف'];
const LOOKS = [
  { locale: 'zh-CN', colorScheme: 'light', width: 390, layout: 'editorial' },
  { locale: 'en', colorScheme: 'dark', width: 390, layout: 'soft' },
  { locale: 'zh-TW', colorScheme: 'light', width: 1280, layout: 'lively' },
] as const;

const server = sharedServer();
let browser: Browser;
let shop: Shop;
let screens: string[];
/** Of a reward whose words are as long as they may be. */
let longest: string[];
/** Somebody with points and an order, and somebody who has only just joined. */
let member: Session;
let newcomer: Session;
type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

const address = (path: string) => server.url(path, shop.slug);

async function sessionOf(email: string, doOnce: (page: Page) => Promise<void> = async () => {}) {
  const { context, page } = await openPhone(browser, { javaScriptEnabled: false });
  await signInByCode(page, { server, home: address('/'), email });
  await doOnce(page);
  const session = await context.storageState();
  await context.close();
  return session;
}

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openShop(server, { name: '棉屿', locale: 'zh-CN' })]);
  const goods = await shop.addReward({
    names: { 'zh-CN': '手作餐具两件套', en: 'Tableware set' },
    descriptions: { 'zh-CN': '景德镇手作，一碗一盘。' },
    pointsEach: 500,
    marketPriceMinor: 5200,
    limitPerMember: 2,
    units: 80,
    picture: PICTURE,
  });
  const dear = await shop.addReward({ names: { 'zh-CN': '智能手表' }, pointsEach: 5000, units: 10 });
  await shop.addReward({ names: { 'zh-CN': '羊毛围巾' }, pointsEach: 600, units: 0 });
  const long = await shop.addReward({
    names: { 'zh-CN': LATIN.repeat(3).slice(0, 80) },
    descriptions: { 'zh-CN': ARABIC.repeat(30) },
    pointsEach: 100,
    units: 5,
  });
  longest = [`/rewards/${long}`, `/rewards/${long}/confirm`, `/rewards/${long}/share`];
  await shop.addMember('axe@example.com', 1286);
  const ids = { goods, dear, order: '', address: '' };
  member = await sessionOf('axe@example.com', async (page) => {
    await page.goto(address(`/rewards/${goods}/confirm`));
    await fill(page, ADDRESS);
    await page.click('main button[type=submit]');
    await page.waitForURL(/result$/);
    ids.order = /rdm_\w+/.exec(page.url())?.[0] ?? '';
    await page.goto(address('/me/addresses'));
    ids.address = await page
      .locator('main a[href^="/me/addresses/adr_"]')
      .first()
      .getAttribute('href')
      .then((href) => href?.split('/').at(-1) ?? '');
  });
  newcomer = await sessionOf('newcomer@example.com');
  screens = mallScreens(ids);
});
afterAll(() => browser?.close());

/** Whether the screen runs past the edge of the narrowest phone. */
async function overflowAt320(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width: 320, height: 844 });
  const pixels = await page.evaluate(() => document.documentElement.scrollWidth - 320);
  await page.setViewportSize({ width, height: 844 });
  return Math.max(0, pixels);
}

const scriptBytes = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry as PerformanceResourceTiming)
      .filter(({ initiatorType }) => initiatorType === 'script')
      .reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
  );

describe('every screen of a mall, its empty states and the product’s own pages', () => {
  test.each(LOOKS)(
    'axe has no complaint, 320 px are enough, scripts are light ($locale, $colorScheme, $width px)',
    async (look) => {
      const { locale, colorScheme, width, layout } = look;
      const options = { locale, colorScheme, viewport: { width, height: 844 } };
      const [signedIn, fresh, visitor] = await Promise.all([
        openPhone(browser, { ...options, storageState: member }),
        openPhone(browser, { ...options, storageState: newcomer }),
        openPhone(browser, options),
      ]);
      const inMall = (page: Page, state: string, paths: string[]) =>
        paths.map((path) => ({ page, state, path, url: address(path), place: 'mall' as const }));
      const all = [
        ...inMall(signedIn.page, 'member', screens),
        ...inMall(signedIn.page, 'long', longest),
        ...inMall(fresh.page, 'new', NEW_MEMBER_SCREENS),
        ...inMall(visitor.page, 'visitor', VISITOR_SCREENS),
        {
          page: visitor.page,
          state: 'nobody',
          path: '/',
          url: server.url('/', 'nobody-here'),
          place: 'mall' as const,
        },
        ...SITE_SCREENS.map((path) => ({
          page: visitor.page,
          state: layout,
          path,
          url: server.url(path === '/docs/design' ? `${path}?layout=${layout}&scheme=${colorScheme}` : path),
          place: 'site' as const,
        })),
      ];
      for (const visit of all.filter(({ state, path }, position) =>
        isInLook(look, { state, path, position }),
      )) {
        const { page, path, place, state, url } = visit;
        if (path === '/sign-in/code') await askForCode(page);
        else await page.goto(url);
        await keepScreen(page, { place, page: namedWithoutIds(path), state, locale, width, colorScheme });
        // Samples of many screens stand on one page there.
        const samples = path === '/docs/design';
        const found = await violationsOf(page);
        const violations = found.filter(({ id }) => !(samples && id === 'landmark-unique'));
        expect(violations.map(({ id, nodes }) => `${url} ${id} ${nodes[0]?.target}`)).toEqual([]);
        expect(await page.getAttribute('html', 'lang'), url).toBe(locale);
        // The widget there has a weight of its own.
        if (path !== '/widget/preview') expect(await scriptBytes(page), url).toBeLessThan(SCRIPT_BYTES_MAX);
        expect(await overflowAt320(page, width), `${url} at 320 px`).toBe(0);
      }
      expect([...signedIn.complaints, ...fresh.complaints, ...visitor.complaints]).toEqual([]);
      await Promise.all([signedIn.context.close(), fresh.context.close(), visitor.context.close()]);
    },
  );
});

/** The first look is at everything, the second not at what it has twice, the third a sample by width and language. */
function isInLook(
  { width, locale }: (typeof LOOKS)[number],
  { state, path, position }: { state: string; path: string; position: number },
): boolean {
  if (width !== 390) return position % 3 === 0;
  return (
    locale === 'zh-CN' ||
    (!['new', 'long'].includes(state) && !['/terms', '/consent', '/offline'].includes(path))
  );
}

/** The second screen of signing in stands only after the first. */
async function askForCode(page: Page): Promise<void> {
  await page.goto(address('/sign-in'));
  await page.fill('#identifier', 'visitor@example.com');
  await page.click('main button[type=submit]');
  await page.waitForURL(/\/sign-in\/code/);
}

const namedWithoutIds = (path: string) => path.replace(/\b(rwd|rdm|adr)_\w+/g, '$1');
