import type { Page } from 'playwright-core';
import { onTestFailed } from 'vitest';

/** Should the running test fail, its output says where each page stood and what was read there. */
export function tellPagesOnFailure(pages: Record<string, Page>): void {
  onTestFailed(async () => {
    for (const [name, page] of Object.entries(pages)) {
      // biome-ignore lint/performance/useDomNodeTextContent: lines as a person reads them, without what is hidden
      const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String);
      console.error(`${name} stood at ${page.url()} and read:\n${text.slice(0, 2_000)}`);
    }
  });
}
