import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleWords } from '../support/console-words.ts';
import { type OpenedConsole, openConsole } from './console-in-browser.ts';
import { COUNTER } from './fixture-counter.ts';
import { me, shop } from './fixture-data.ts';

const words = consoleWords('zh-CN');
/** Phones that are common: the least with a browser's bars, Androids of 360 × 800 and 412 × 915 with them, a large one. */
const HEIGHTS = [664, 740, 780, 800, 844] as const;

let opened: OpenedConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());

/** How a shop stands that its owner closes in a month. */
const CLOSING = {
  closesAt: '2027-01-31T16:00:00.000Z',
  earnsUntil: '2027-01-31T16:00:00.000Z',
  reopenUntil: '2027-05-01T16:00:00.000Z',
  isClosed: false,
  mayReopen: true,
};

/** Services stand beside the categories there. */
const SALON = {
  ...COUNTER,
  shopKind: 'visits',
  services: [{ id: 'facial', names: { 'zh-CN': '面部护理' } }],
};

test.each([COUNTER, SALON])(
  'no key of the counter slips beneath the confirming one on a phone: with an amount put aside, in a shop of $shopKind that closes',
  async (counter) => {
    const { page, close } = await opened.openPage('zh-CN', 390);
    opened.server.show('full');
    await page.route('**/api/me', (route) =>
      route.fulfill({ json: { ...me, tenant: { ...shop, state: 'open', closing: CLOSING } } }),
    );
    await page.route('**/api/counter', (route) => route.fulfill({ json: counter }));
    await page.goto(`${opened.server.url}/counter`);
    await page.locator('[data-counter-field]').fill('10000009');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: words('counter.member'), exact: true }).waitFor();
    const key = page.getByRole('group', { name: words('counter.keypad') }).getByRole('button');
    const go = page.locator('.counterGo:not([disabled])');
    await key.nth(6).click();
    await go.waitFor();
    expect(await hiddenAt()).toEqual([]);
    await page.getByRole('button', { name: words('counter.lineAdd'), exact: true }).click();
    await page.locator('.rungLine').waitFor();
    await go.waitFor();
    expect(await hiddenAt()).toEqual([]);
    await close();

    async function hiddenAt(): Promise<string[]> {
      const heights: string[] = [];
      for (const height of HEIGHTS) {
        await page.setViewportSize({ width: 390, height });
        const last = await key.last().boundingBox();
        const confirming = await go.boundingBox();
        const hiddenPixels = (last?.y ?? 0) + (last?.height ?? 0) - (confirming?.y ?? 0);
        if (hiddenPixels > 0) heights.push(`${hiddenPixels} of a key at ${height}`);
      }
      return heights;
    }
  },
);
