import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepScreen } from '../support/keep-screen.ts';
import { faultsOf, type OpenedConsole, openConsole } from './console-in-browser.ts';
import type { World } from './fixture-server.ts';
import { overflowPixels } from './page-measures.ts';

/** Tests that each screen is accessible, cut off nowhere and throws nothing, in one language, width and scheme. */
export function testScreens(
  [locale, width, colorScheme]: ['zh-CN' | 'zh-TW' | 'en', number, 'light' | 'dark'],
  screens: readonly [World, string][],
) {
  describe(`in ${locale} at ${width} px, ${colorScheme}`, () => {
    let opened: OpenedConsole;
    let shown: Awaited<ReturnType<OpenedConsole['openPage']>>;
    beforeAll(async () => {
      opened = await openConsole();
      shown = await opened.openPage(locale, width, colorScheme);
    });
    afterAll(() => opened?.close());

    test.each([...screens])('%s %s: accessible, nothing cut off, no fault', async (world, path) => {
      const { page, faults, calm } = shown;
      faults.length = 0;
      opened.server.show(world);
      await page.goto(opened.server.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (world !== 'slow') await calm();
      if (world === 'down') await page.getByRole('alert').waitFor();
      await keepScreen(page, {
        place: 'console',
        page: decodeURIComponent(path),
        state: world,
        locale,
        width,
        colorScheme,
      });
      expect(await faultsOf(shown)).toEqual([]);
      if (width < 400) {
        await page.setViewportSize({ width: 320, height: 844 });
        const overflow = await overflowPixels(page);
        await page.setViewportSize({ width, height: 844 });
        expect(overflow, 'at 320 px').toBeLessThanOrEqual(0);
      }
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
    });
  });
}
