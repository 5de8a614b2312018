import type { Browser } from 'playwright-core';

/** As a clerk waits at most for the counter that she opened before. */
export const OPENS_MS_MAX = 1_000;

/** How long the counter took to be typed into, at each later visit on one device, in ms. */
export async function counterOpens(
  browser: Browser,
  { console, email, password, visits }: { console: string; email: string; password: string; visits: number },
): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  try {
    const page = await context.newPage();
    const field = page.locator('[data-counter-field]');
    await page.goto(`${console}/sign-in`);
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${console}/`);
    await page.goto(`${console}/counter`);
    await field.waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    const tookMs: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) {
      await page.goto('about:blank');
      const startedMs = performance.now();
      await page.goto(`${console}/counter`, { waitUntil: 'commit' });
      await field.waitFor();
      tookMs.push(Math.round(performance.now() - startedMs));
    }
    return tookMs;
  } finally {
    await context.close();
  }
}
