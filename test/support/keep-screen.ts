import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT_FOLDER } from './source-tree.ts';

/** Git ignores it: pictures are looked at by people and compared by nobody. */
const FOLDER = join(ROOT_FOLDER, 'artefacts', 'screens');
/** They cost about ten seconds of a whole run, so a run asks for them. */
const WANTED = process.env.CI === 'true' || process.env.KEEP_SCREENS === '1';

export type ScreenName = {
  place: 'mall' | 'site' | 'console';
  /** The screen's address without what is different in each run. */
  page: string;
  state: string;
  locale: string;
  width: number;
  colorScheme: 'light' | 'dark';
};

/** Keeps a picture of the screen that stands there, where the run asked for pictures. No test fails for want of one. */
export async function keepScreen(page: Page, name: ScreenName): Promise<void> {
  if (!WANTED) return;
  mkdirSync(join(FOLDER, name.place), { recursive: true });
  const path = join(FOLDER, screenFile(name));
  await page
    .screenshot({ path, animations: 'disabled', scale: 'css', timeout: 10_000 })
    .catch((failure) => console.warn(`no picture ${screenFile(name)}: ${failure}`));
}

/** "console/redemptions-verify.full.zh-CN.390.light.png". */
export function screenFile({ place, page, state, locale, width, colorScheme }: ScreenName): string {
  const words = page.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
  return `${place}/${[words || 'home', state, locale, width, colorScheme].join('.')}.png`;
}
