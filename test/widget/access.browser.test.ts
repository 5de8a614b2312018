import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOf } from '../support/axe.ts';
import { WIDGET_CATALOGUES } from '../support/widget-words.ts';
import { plainPage } from './host-pages.ts';
import { visitor } from './visit.ts';
import { openWidgetWorld, type WidgetWorld, widgetOn } from './widget-world.ts';

let world: WidgetWorld;
let customer: string;
beforeAll(async () => {
  world = await openWidgetWorld();
  customer = await world.shop.customer(1286);
});
afterAll(() => world?.close());

async function complaints(page: Page): Promise<string[]> {
  const violations = await violationsOf(page, { within: ['pm-launcher', 'pm-panel'] });
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target} ${nodes[0]?.failureSummary}`);
}

describe('the widget for everyone', () => {
  test.each([
    { locale: 'zh-CN', width: 390, colorScheme: 'light' },
    { locale: 'zh-CN', width: 1280, colorScheme: 'dark' },
    { locale: 'en', width: 390, colorScheme: 'dark' },
    { locale: 'en', width: 1280, colorScheme: 'light' },
  ] as const)('passes axe in $locale at $width px, $colorScheme', async ({ locale, width, colorScheme }) => {
    const words = WIDGET_CATALOGUES[locale];
    world.signIn({});
    const options = { viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' } as const;
    const visit = await visitor(world.browser, world.site.origin, options);
    const { page } = visit;
    const { launcher, panel } = widgetOn(page);
    const snippet = { scriptUrl: world.scriptUrl, mall: world.shop.slug, locale };
    await page.goto(world.site.page('/plain', plainPage(snippet)));
    await launcher().click();
    await panel.getByRole('heading', { name: words.rewards }).waitFor();
    expect(await complaints(page)).toEqual([]);

    world.signIn({ [world.shop.slug]: customer });
    await page.reload();
    await launcher().click();
    await panel.getByRole('heading', { name: words.now }).waitFor();
    expect(await complaints(page)).toEqual([]);
    await panel.getByRole('button', { name: words.redeem }).first().click();
    await panel.locator('form button[type=submit]').click();
    await panel.locator('.error:visible').first().waitFor();
    expect(await complaints(page)).toEqual([]);
    await panel.getByRole('button', { name: words.back, exact: true }).click();
    await panel.locator('[data-key=history]').click();
    await panel.getByText(words.end).waitFor();
    expect(await complaints(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await visit.context.close();
  });

  test('is used by the keyboard alone: in, through, back and out again to where it was', async () => {
    const words = WIDGET_CATALOGUES['zh-CN'];
    world.signIn({ [world.shop.slug]: customer });
    const visit = await visitor(world.browser, world.site.origin);
    const { page } = visit;
    const { launcher, panel } = widgetOn(page);
    const snippet = { scriptUrl: world.scriptUrl, mall: world.shop.slug };
    await page.goto(world.site.page('/plain', plainPage(snippet)));
    await launcher().focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: words.now }).waitFor();
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
        // Past the last one the browser's own controls come, then the first one again.
        if (element === document.body) return '';
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
    expect(await focused()).toBe('棉屿');
    const passed: string[] = [];
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      passed.push(await focused());
    }
    expect(passed).toContain(words.redeemOne.replace('{reward}', '手作餐具'));
    expect(passed.join()).not.toContain('加入购物车');
    while ((await focused()) !== words.redeemOne.replace('{reward}', '手作餐具'))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByRole('heading', { name: words.confirm }).waitFor();
    expect(await focused()).toBe(words.confirm);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('pm-launcher');
    await visit.context.close();
  });
});
