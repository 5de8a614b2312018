import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleWords } from '../support/console-words.ts';
import { faultsOf, type OpenedConsole, openConsole } from './console-in-browser.ts';
import { DESIGN } from './fixture-design.ts';

/** On a wide screen those that hold more than fields. */
const WIDE_GROUPS = ['colours', 'banners', 'blocks'] as const;
const GROUPS = [
  'logo',
  'colours',
  'shape',
  'pointsName',
  'banners',
  'blocks',
  'footer',
  'rulesIntro',
  'announcement',
] as const;

let opened: OpenedConsole;
beforeAll(async () => {
  opened = await openConsole();
});
afterAll(() => opened?.close());

async function openDesign(locale: 'en' | 'zh-TW', width: number, scheme: 'light' | 'dark') {
  const shown = await opened.openPage(locale, width, scheme);
  opened.server.show('full');
  opened.server.writes.length = 0;
  await shown.page.goto(`${opened.server.url}/design`);
  await shown.page.locator('.designPhone iframe').waitFor();
  return { ...shown, words: consoleWords(locale) };
}

describe.each([
  ['zh-TW', 390, 'dark'],
  ['en', 1280, 'light'],
] as const)('the controls of the design in %s at %i px, %s', (locale, width, scheme) => {
  test('are accessible and cut off nowhere, whichever group is open', async () => {
    const shown = await openDesign(locale, width, scheme);
    const { page, words } = shown;
    for (const group of width < 992 ? GROUPS : WIDE_GROUPS) {
      const name = words(`design.groups.${group}`);
      await page.getByRole('button', { name }).first().click();
      await page.getByRole(width < 992 ? 'dialog' : 'region', { name }).waitFor();
      expect({ group, faults: await faultsOf(shown) }).toEqual({ group, faults: [] });
      if (width < 992) {
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
    await shown.close();
  });
});

test('a block is moved by its arrows and by the keyboard, kept as a draft, and taken back', async () => {
  const { page, words, close } = await openDesign('en', 1280, 'light');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const orderOf = (body = '{}') =>
    (JSON.parse(body).blocks as { block: string }[] | undefined)?.map(({ block }) => block);
  const began = DESIGN.draft.blocks.map(({ block }) => block);
  const sent = async (count: number) => {
    await expect.poll(() => opened.server.writes.length).toBe(count);
    return orderOf(opened.server.writes.at(-1)?.body);
  };
  await page.getByRole('button', { name: words('design.groups.blocks') }).click();
  const rewards = words('design.blocks.rewards');
  await button(words('design.blockUp', { block: rewards })).click();
  expect(await sent(1)).toEqual([began[0], began[1], 'rewards', began[2], began[4]]);
  const grip = button(words('design.blockDrag', { block: rewards }));
  await grip.focus();
  await page.keyboard.press('Space');
  await page
    .getByText(words('design.blockPlace', { block: rewards, place: 3 }))
    .waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowUp');
  await page
    .getByText(words('design.blockPlace', { block: rewards, place: 2 }))
    .waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  expect(await sent(2)).toEqual([began[0], 'rewards', began[1], began[2], began[4]]);
  await button(words('design.undo')).click();
  expect(await sent(3)).toEqual([began[0], began[1], 'rewards', began[2], began[4]]);
  await close();
});

test('an address that is none is marked and waits, and a publish can be taken back or made at once', async () => {
  const { page, words, close } = await openDesign('en', 1280, 'light');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByRole('button', { name: words('design.groups.banners') }).click();
  const address = page.getByLabel(words('design.bannerHref'));
  await address.fill('javascript:alert(1)');
  await page.getByText(words('design.hrefWrong')).waitFor();
  await page.getByText(words('design.states.faulty')).waitFor();
  expect(opened.server.writes).toEqual([]);
  await address.fill('/rules');
  const publish = async () => {
    await button(words('design.publish')).click();
    await page
      .getByRole('dialog')
      .getByText(words('design.changes.accent', { from: '#A34A28', to: '#E07B4F' }))
      .waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('design.publish'), exact: true })
      .click();
  };
  await expect.poll(() => opened.server.writes.length).toBe(1);
  await publish();
  await button(words('design.publishStop')).click();
  await publish();
  await button(words('design.publishNow')).click();
  await page.getByText(words('design.published'), { exact: true }).waitFor();
  const written = opened.server.writes.map(({ method, path }) => `${method} ${path}`);
  // Pictures of the icon are stored for each publish that was begun; one was taken back.
  expect(written.filter((line) => line !== 'POST /api/pictures')).toEqual([
    'PUT /api/design/draft',
    'POST /api/design/publish',
  ]);
  await close();
});
