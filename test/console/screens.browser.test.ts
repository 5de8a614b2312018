import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIRST_LOAD_MAX_BYTES, firstLoadBytes } from '../../web/first-load.ts';
import { launchBrowser } from '../support/browser.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';
import { PAYMENTS, type PaymentsSituation } from './fixture-payments.ts';
import { startFixtureServer } from './fixture-server.ts';
import { cutOff, overflowPixels, smallTargets } from './page-measures.ts';
import { SCREENS } from './screens.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const distFolder = mkdtempSync(join(tmpdir(), 'pointmall-console-'));
let firstLoad: number;
let server: Awaited<ReturnType<typeof startFixtureServer>>;
let browser: Browser;

beforeAll(async () => {
  firstLoad = firstLoadBytes(await buildConsole('production'));
  // React's own warnings, such as markup that browsers would mend, are faults here.
  await buildConsole('development');
  server = await startFixtureServer(distFolder);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(distFolder, { recursive: true, force: true });
});

async function buildConsole(environment: 'production' | 'development'): Promise<Rollup.OutputBundle> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = environment;
  const configFile = join(ROOT_FOLDER, 'web', 'vite.config.ts');
  const built = await build({ configFile, logLevel: 'warn', build: { outDir: distFolder } });
  process.env.NODE_ENV = before;
  const [first] = [built].flat() as Rollup.RollupOutput[];
  return Object.fromEntries(first?.output.map((file) => [file.fileName, file]) ?? []);
}

/** A page that remembers what went wrong in it besides the answers a screen is meant to show. */
async function openPage(locale: string, width: number, colorScheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({
    locale,
    colorScheme,
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: 844 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const meant = /status of (401|404|503)/.test(message.text());
    if (message.type() === 'error' && !meant) faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}

/** Everything that is wrong with the screen that stands there: for assistive technology, for a finger, cut off, thrown. */
async function faultsOf({ page, faults }: { page: Page; faults: string[] }): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const overflow = await overflowPixels(page);
  return [
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`),
    ...(await smallTargets(page)).map((target) => `small: ${target}`),
    ...(await cutOff(page)).map((text) => `cut off: ${text}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...faults,
  ];
}

test('a first visit loads at most 350 kB', () => {
  console.log(`first load of the console: ${(firstLoad / 1000).toFixed(1)} kB gzip`);
  expect(firstLoad).toBeGreaterThan(100_000);
  expect(firstLoad).toBeLessThanOrEqual(FIRST_LOAD_MAX_BYTES);
});

/** In English only the full screens: the states differ by words alone. */
const FULL_SCREENS = SCREENS.filter(([world]) => world === 'full' || world === 'long');

describe.each([
  ['zh-CN', 390, 'light', SCREENS],
  ['en', 1280, 'dark', FULL_SCREENS],
] as const)('in %s at %i px, %s', (locale, width, colorScheme, screens) => {
  let opened: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    opened = await openPage(locale, width, colorScheme);
  });
  afterAll(() => opened?.close());

  test.each([...screens])('%s %s: accessible, nothing cut off, no fault', async (world, path) => {
    const { page, faults } = opened;
    faults.length = 0;
    server.show(world);
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    if (world === 'down') await page.getByRole('alert').waitFor();
    expect(await faultsOf(opened)).toEqual([]);
    expect(await page.getAttribute('html', 'lang')).toBe(locale);
  });
});

describe.each([
  ['zh-TW', 390, 'dark'],
  ['en', 1280, 'light'],
] as const)('payments in %s at %i px, %s', (locale, width, colorScheme) => {
  let opened: Awaited<ReturnType<typeof openPage>>;
  beforeAll(async () => {
    opened = await openPage(locale, width, colorScheme);
  });
  afterAll(() => opened?.close());

  test.each(Object.keys(PAYMENTS) as PaymentsSituation[])(
    '%s: accessible, nothing cut off',
    async (shown) => {
      server.show('full');
      server.showPayments(shown);
      await opened.page.goto(`${server.url}/settings/payments`);
      await opened.page.getByRole('switch').waitFor();
      await opened.page.waitForLoadState('networkidle');
      expect(await faultsOf(opened)).toEqual([]);
    },
  );
});

test('points that end at midnight are said to expire on the day before', async () => {
  const { page, close } = await openPage('zh-CN', 390);
  server.show('full');
  await page.goto(`${server.url}/members/mem_10000009`);
  await page.getByText('320 积分 将于 2027年12月31日 到期').waitFor();
  await close();
});

describe('what is typed', () => {
  test('is kept when the server is away, and sent again under the same key', async () => {
    const { page, close } = await openPage('zh-CN', 390);
    server.show('full');
    await page.goto(`${server.url}/members/mem_10000009`);
    await page.getByRole('button', { name: '给积分' }).click();
    await page.getByLabel(/消费金额/).fill('128');
    server.show('down');
    server.writes.length = 0;
    await page.getByRole('button', { name: /确认给/ }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(/消费金额/).inputValue()).toBe('128');
    server.show('full');
    await page.getByRole('button', { name: /确认给/ }).click();
    await page.getByText('已给 林小满 128 积分').waitFor();
    const [first, second] = server.writes;
    expect(server.writes).toHaveLength(2);
    expect(second).toEqual(first);
    expect(first?.key).toMatch(/^[\w-]{20,}$/);
    await close();
  });

  test('is not sent while a reward’s end is not after its start, or only partly typed', async () => {
    const { page, close } = await openPage('zh-CN', 390);
    server.show('full');
    await page.goto(`${server.url}/rewards/rwd_1`);
    const end = page.getByLabel('截止兑换时间');
    expect(await end.inputValue()).toBe('2030-01-31T23:59');
    await page.getByLabel('开始兑换时间').fill('2030-01-31T23:59');
    server.writes.length = 0;
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.getByText('请填一个晚于开始的时间').waitFor();
    await end.press('Backspace');
    await page.getByLabel('开始兑换时间').fill('');
    await page.getByText('请填一个晚于开始的时间').waitFor();
    expect(server.writes).toEqual([]);
    await end.fill('2030-02-01T00:00');
    await page.getByRole('button', { name: '存为草稿' }).click();
    await page.getByText('草稿已保存').waitFor();
    expect(JSON.parse(server.writes[0]?.body ?? '')).toMatchObject({
      startsAt: null,
      endsAt: '2030-01-31T16:00:00.000Z',
    });
    await close();
  });

  test('is not sent without a network, nor when the network is back', async () => {
    const { page, close } = await openPage('zh-CN', 390);
    server.show('full');
    await page.goto(`${server.url}/members/mem_10000009`);
    await page.getByRole('button', { name: '给积分' }).click();
    await page.getByLabel(/消费金额/).fill('128');
    server.writes.length = 0;
    await page.context().setOffline(true);
    await page.getByRole('button', { name: /确认给/ }).click();
    await page.getByText('没有网络，什么都没有提交').waitFor();
    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('button', { name: '给积分' }).waitFor();
    expect(server.writes).toEqual([]);
    await close();
  });

  test('goes under its first key when a dialog whose answer was lost is opened again', async () => {
    const { page, close } = await openPage('zh-CN', 390);
    server.show('full');
    await page.goto(`${server.url}/members/mem_10000009`);
    server.writes.length = 0;
    for (const world of ['down', 'full'] as const) {
      server.show('full');
      await page.getByRole('button', { name: '给积分' }).click();
      await page.getByLabel(/消费金额/).fill('128');
      server.show(world);
      await page.getByRole('button', { name: /确认给/ }).click();
      if (world === 'down') {
        await page.getByRole('alert').waitFor();
        await page.getByRole('button', { name: '关闭' }).click();
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
    await page.getByText('已给 林小满 128 积分').waitFor();
    const [first, second] = server.writes;
    expect(server.writes).toHaveLength(2);
    expect(second).toEqual(first);
    await close();
  });

  test('is not left behind unasked', async () => {
    const { page, close } = await openPage('zh-CN', 390);
    server.show('full');
    await page.goto(`${server.url}/rewards/new`);
    await page.getByLabel('所需积分').fill('560');
    await page.getByRole('link', { name: '会员' }).click();
    await page.getByRole('button', { name: '留在这里' }).click();
    expect(await page.getByLabel('所需积分').inputValue()).toBe('560');
    await page.getByRole('link', { name: '会员' }).click();
    await page.getByRole('button', { name: '放弃改动' }).click();
    await page.getByRole('heading', { level: 1, name: '会员' }).waitFor();
    await close();
  });

  test('survives a change of language', async () => {
    const { page, close } = await openPage('zh-CN', 1280);
    server.show('full');
    await page.goto(`${server.url}/rewards/new`);
    await page.getByLabel('所需积分').fill('560');
    await page.getByLabel('语言', { exact: true }).first().selectOption('en');
    await page.getByLabel('Price in points').waitFor();
    expect(await page.getByLabel('Price in points').inputValue()).toBe('560');
    await page.reload();
    await page.getByLabel('Price in points').waitFor();
    await close();
  });
});
