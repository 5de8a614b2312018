import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in a page, or in the parts of it that `within` selects; by the rules of `tags` or by `rules`
 * alone, else by all that it has for pages. Frames are not entered: none has content of ours. What passed is not worked out and
 * style sheets are not fetched again, which these rules do not need: half of the time.
 */
export async function violationsOf(
  page: Page,
  { tags, rules, within }: { tags?: string[]; rules?: string[]; within?: string[] } = {},
): Promise<Result[]> {
  const where = within ? JSON.stringify({ include: within.map((selector) => [selector]) }) : 'document';
  const options: RunOptions = {
    ...(tags && { runOnly: { type: 'tag', values: tags } }),
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
    resultTypes: ['violations'],
    preload: { assets: ['media'] },
    iframes: false,
  };
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  return page.evaluate(`axe.run(${where}, ${JSON.stringify(options)}).then(({ violations }) => violations)`);
}
