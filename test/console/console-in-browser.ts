import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { calmOf } from './calm.ts';
import { startFixtureServer } from './fixture-server.ts';
import { cutOff, overflowPixels, smallTargets } from './page-measures.ts';

const ALL_RULES = { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** Those that a longer text can break: it makes a box scroll and moves what stands beside it, and alters nothing else. */
const RULES_OF_LENGTH = { rules: ['scrollable-region-focusable', 'target-size'] };

export type OpenedConsole = Awaited<ReturnType<typeof openConsole>>;
type OpenedPage = { page: Page; faults: string[] };

/** The console as built for development, before answers of a fixture server, in a browser of its own. */
export async function openConsole() {
  const server = await startFixtureServer(inject('consoleFolder'));
  const browser = await launchBrowser();

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
    return { page, faults, calm: calmOf(page), close: () => context.close() };
  }

  return {
    server,
    openPage,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * Everything that is wrong with the screen that stands there: for assistive technology, for a finger, cut off, thrown.
 * One that was looked at with shorter texts is not asked again for what these have shown.
 */
export async function faultsOf(
  { page, faults }: OpenedPage,
  { shownShorter = false } = {},
): Promise<string[]> {
  const violations = await violationsOf(page, shownShorter ? RULES_OF_LENGTH : ALL_RULES);
  const overflow = await overflowPixels(page);
  return [
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`),
    ...(await smallTargets(page)).map((target) => `small: ${target}`),
    ...(await cutOff(page)).map((text) => `cut off: ${text}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...faults,
  ];
}
