import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guideWords } from '../../web/site/words.ts';
import { overflowPixels } from '../console/page-measures.ts';
import { violationsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { sharedServer } from '../support/shared-server.ts';
import { read } from '../support/source-tree.ts';

const server = sharedServer();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const docs = (query: string) => server.url(`/docs/widget${query}`);
const PAGES = ['', '/docs', '/docs/libraries', '/docs/widget'];

/** Every page in the narrowest and in the widest look; the third language differs by its words alone. */
const SCREENS = [
  ['zh-CN', 320, 'light', PAGES],
  ['en', 1280, 'dark', PAGES],
  ['zh-TW', 390, 'light', ['']],
] as const;

test.each(SCREENS)(
  'the site in %s fits a page of %i pixels (%s) and can be read by everybody',
  async (locale, width, colorScheme, pages) => {
    const context = await browser.newContext({ viewport: { width, height: 844 }, locale, colorScheme });
    const page = await context.newPage();
    for (const path of pages) {
      await page.goto(server.url(`/${locale}${path}`));
      expect(await overflowPixels(page), path).toBeLessThanOrEqual(0);
      const violations = await violationsOf(page, { tags: RULES });
      expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([]);
    }
    await context.close();
  },
);

test('a developer copies the file as it is, and stays on the page when she changes its language', async () => {
  const context = await browser.newContext({
    locale: 'en',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto(docs('?mall=mianyu'));
  const t = guideWords('en');
  await page.getByRole('button', { name: `${t('widget.copy')}: ${t('widget.php')}`, exact: true }).click();
  await page.getByText(t('widget.copied'), { exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(read('web/site/samples/pointmall-token.php.txt'));
  await page.getByRole('link', { name: '繁體中文' }).click();
  await page.getByRole('heading', { name: guideWords('zh-TW')('widget.title') }).waitFor();
  expect(new URL(page.url()).search).toBe('?mall=mianyu');
  await context.close();
});
