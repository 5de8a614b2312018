import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleWords } from '../support/console-words.ts';
import { type OpenedConsole, openConsole } from './console-in-browser.ts';

const words = consoleWords('zh-CN');
let opened: OpenedConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());

/** The bytes that a button of a sheet saves, and the file's name. */
async function saved(page: Page, sheet: 'poster' | 'table', button: 'savePng' | 'savePdf') {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page
      .getByRole('region', { name: words(`poster.sheet.${sheet}`) })
      .getByRole('button', { name: words(`poster.${button}`) })
      .click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** What a phone reads in a picture: seen from further away, as a camera sees it. */
async function scanned(
  page: Page,
  png: Buffer,
): Promise<{ text: string | undefined; width: number; height: number }> {
  const seen = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const canvas = new OffscreenCanvas(420, Math.round((420 * height) / width));
    const ctx = canvas.getContext('2d');
    ctx?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const data = ctx?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    const dark = Array.from({ length: data.length / 4 }, (_, pixel) =>
      (data[pixel * 4 + 1] ?? 0) < 128 ? 1 : 0,
    );
    return { width, height, across: canvas.width, down: canvas.height, dark: dark.join('') };
  }, png.toString('base64'));
  const pixels = Uint8ClampedArray.from(
    [...seen.dark].flatMap((dark) => (dark === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255])),
  );
  const { width, height } = seen;
  return { text: jsQR(pixels, seen.across, seen.down)?.data, width, height };
}

test('both sheets are saved at print size, a phone reads in them the joining page and which sheet it was', async () => {
  const { page, close } = await opened.openPage('zh-CN', 390);
  opened.server.show('full');
  await page.goto(`${opened.server.url}/poster`);
  const [poster, table] = [await saved(page, 'poster', 'savePng'), await saved(page, 'table', 'savePng')];
  expect([poster.name, table.name]).toEqual(['棉屿-Mianyu-海报-A4.png', '棉屿-Mianyu-台卡-A6.png']);
  const join = 'http://mianyu.localhost:8787/join?from=';
  expect(await scanned(page, poster.bytes)).toEqual({ text: `${join}poster`, width: 2480, height: 3508 });
  expect(await scanned(page, table.bytes)).toEqual({ text: `${join}table`, width: 1240, height: 1748 });
  const pdf = (await saved(page, 'poster', 'savePdf')).bytes.toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\.\d/);
  expect(pdf).toMatch(/\/MediaBox \[0 0 595\.2\d* 841\.8\d*\]/);
  expect(pdf).toMatch(/\/Width 2480\s+\/Height 3508/);
  await expect
    .poll(() => opened.server.writes.filter(({ path }) => path === '/api/sheet-saved').length)
    .toBe(3);
  await close();
});
