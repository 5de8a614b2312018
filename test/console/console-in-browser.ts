import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { launchBrowser } from '../support/browser.ts';
import { ROOT_FOLDER } from '../support/source-tree.ts';
import { startFixtureServer } from './fixture-server.ts';
import { cutOff, overflowPixels, smallTargets } from './page-measures.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export type OpenedConsole = Awaited<ReturnType<typeof openConsole>>;
type OpenedPage = { page: Page; faults: string[] };

/**
 * The console as built, before answers of a fixture server, in a browser of its own. Built for
 * development: React's own warnings, such as markup that browsers would mend, are faults here.
 */
export async function openConsole() {
  const distFolder = mkdtempSync(join(tmpdir(), 'pointmall-console-'));
  await buildConsole('development', distFolder);
  const server = await startFixtureServer(distFolder);
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
    return { page, faults, close: () => context.close() };
  }

  return {
    server,
    openPage,
    async close() {
      await browser.close();
      await server.close();
      rmSync(distFolder, { recursive: true, force: true });
    },
  };
}

/** What the console's build consists of, by file name; without a folder nothing is written. */
export async function buildConsole(
  environment: 'production' | 'development',
  outDir?: string,
): Promise<Rollup.OutputBundle> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = environment;
  const configFile = join(ROOT_FOLDER, 'web', 'vite.config.ts');
  const built = await build({ configFile, logLevel: 'warn', build: outDir ? { outDir } : { write: false } });
  process.env.NODE_ENV = before;
  const [first] = [built].flat() as Rollup.RollupOutput[];
  return Object.fromEntries(first?.output.map((file) => [file.fileName, file]) ?? []);
}

/** Everything that is wrong with the screen that stands there: for assistive technology, for a finger, cut off, thrown. */
export async function faultsOf({ page, faults }: OpenedPage): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const overflow = await overflowPixels(page);
  return [
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary}`),
    ...(await smallTargets(page)).map((target) => `small: ${target}`),
    ...(await cutOff(page)).map((text) => `cut off: ${text}`),
    ...(overflow > 0 ? [`${overflow} px too wide`] : []),
    ...faults,
  ];
}
