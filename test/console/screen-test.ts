import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepScreen } from '../support/keep-screen.ts';
import { faultsOf, type OpenedConsole, openConsole } from './console-in-browser.ts';
import type { World } from './fixture-server.ts';
import { overflowPixels } from './page-measures.ts';
import { walkTo } from './walk-to.ts';

/** Somebody who works in a shop goes from screen to screen; at each of the others the console begins anew. */
const WALKED: readonly World[] = ['full', 'long', 'empty'];

/** Tests that each screen is accessible, cut off nowhere and throws nothing, in one language, width and scheme. */
export function testScreens(
  [locale, width, colorScheme]: ['zh-CN' | 'zh-TW' | 'en', number, 'light' | 'dark'],
  screens: readonly [World, string][],
) {
  describe(`in ${locale} at ${width} px, ${colorScheme}`, () => {
    let opened: OpenedConsole;
    let shown: Awaited<ReturnType<OpenedConsole['openPage']>>;
    /** Whose screen stands whole in the page; nobody's once a test has left it in the middle. */
    let standsIn: World | null = null;
    const byWorld = screens.toSorted(([one], [other]) => one.localeCompare(other));
    const hasFull = (path: string) => screens.some(([world, each]) => world === 'full' && each === path);

    beforeAll(async () => {
      opened = await openConsole();
      shown = await opened.openPage(locale, width, colorScheme);
    });
    afterAll(() => opened?.close());

    test.each(byWorld)('%s %s: accessible, nothing cut off, no fault', async (world, path) => {
      const { page, faults, calm } = shown;
      faults.length = 0;
      opened.server.show(world);
      const walks = standsIn === world && WALKED.includes(world);
      standsIn = null;
      await (walks ? walkTo(page, path) : page.goto(opened.server.url + path));
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
      const shownShorter = world === 'long' && hasFull(path);
      expect(await faultsOf(shown, { shownShorter })).toEqual([]);
      if (width < 400) {
        await page.setViewportSize({ width: 320, height: 844 });
        const overflow = await overflowPixels(page);
        await page.setViewportSize({ width, height: 844 });
        expect(overflow, 'at 320 px').toBeLessThanOrEqual(0);
      }
      expect(await page.getAttribute('html', 'lang')).toBe(locale);
      // What lies open over the screen would still be closing over the next one.
      standsIn = (await page.getByRole('dialog').count()) === 0 ? world : null;
    });
  });
}
