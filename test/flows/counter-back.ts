import { expect } from 'vitest';
import { consoleWords } from '../support/console-words.ts';
import type { CounterDriver } from './counter-page.ts';
import { SALE } from './counter-shop.ts';

const words = consoleWords('zh-CN');

/**
 * Presses the phone's own Back over a sheet, over an amount and over the result of a sale of ¥7, and loads the page
 * anew in between: each is one step, and nothing leads back to what was given. The ¥7 are taken back at the end.
 */
export async function goBackStepByStep(clerk: CounterDriver, number: string): Promise<void> {
  const { page, card, field } = clerk;
  await clerk.open();
  await clerk.find(number);
  await clerk.ringUp({ before: [{ amount: '5', category: SALE }], amount: '7' });
  await page.getByRole('button', { name: words('counter.moreFields'), exact: true }).click();
  await clerk.dialog(words('counter.moreFields')).waitFor();
  await page.goBack();
  await clerk.dialog(words('counter.moreFields')).waitFor({ state: 'detached' });
  await page.goBack();
  await expect.poll(() => field.inputValue()).toBe('');
  await page.getByText('¥5 → ').waitFor();
  await page.reload();
  await card.getByText('林小满').waitFor();
  await clerk.give({ amount: '7' }, 7);
  await page.goBack();
  await page.locator('.resultScreen').waitFor({ state: 'detached' });
  await page.goForward();
  await expect.poll(() => page.evaluate(() => history.state.pointmallSteps ?? 0)).toBe(0);
  expect([await card.count(), await field.inputValue()]).toEqual([0, '']);
  await clerk.find(number);
  await page.goBack();
  await card.waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/counter');
  await clerk.slip();
  await clerk.undo();
  await clerk.open();
}
