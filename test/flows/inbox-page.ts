import type { Page } from 'playwright-core';
import type { serverAt } from '../support/server.ts';

/** Other letters may have come since. */
const CODE = /\b\d{6}\b/;
const WAIT_MS_MAX = 15_000;

/** Reads the newest code for an address on the inbox page, in a tab of its own, as a person would. */
export async function codeFromInbox(
  page: Page,
  server: ReturnType<typeof serverAt>,
  to: string,
): Promise<string> {
  // A page that the browser made by itself has a context that takes no second one.
  const tab = await page.context().browser()?.newPage();
  if (!tab) throw new Error('the page belongs to no browser');
  try {
    await tab.goto(`${server.addresses.services}/inbox`);
    // The page renews itself every few seconds, with JavaScript on or off.
    const letter = tab.locator('article').filter({ hasText: to }).filter({ hasText: CODE }).first();
    await letter.waitFor({ timeout: WAIT_MS_MAX });
    const code = CODE.exec((await letter.locator('pre').textContent()) ?? '')?.[0];
    if (!code) throw new Error(`no code in the newest letter to ${to}`);
    return code;
  } finally {
    await tab.close();
  }
}
