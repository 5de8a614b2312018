import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('the browser draws Chinese: 积, 點 and 点 are different pictures', async () => {
  const page = await browser.newPage();
  const drawn = await page.evaluate(() =>
    ['积', '點', '点'].map((character) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (!context) return '';
      context.font = '48px sans-serif';
      context.fillText(character, 4, 52);
      return canvas.toDataURL();
    }),
  );
  // Without a font for them each would be the same box.
  expect(new Set(drawn).size).toBe(3);
  await page.close();
});
