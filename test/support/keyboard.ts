import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More than any screen has to pass. */
const TABS_MAX = 80;

const isFocused = (what: Locator) => what.evaluate((element) => element === document.activeElement);

/** Goes on by Tab until the focus is there; fails where it never comes. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  await what.waitFor();
  for (let presses = 0; presses < TABS_MAX && !(await isFocused(what)); presses += 1)
    await page.keyboard.press('Tab');
  expect(await isFocused(what), `the focus comes to ${what}`).toBe(true);
}

/** Goes there by Tab and presses Enter. */
export async function enterOn(page: Page, what: Locator): Promise<void> {
  await tabTo(page, what);
  await page.keyboard.press('Enter');
}
