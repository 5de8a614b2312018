import type { Browser, Page } from 'playwright-core';
import type { serverAt } from '../support/server.ts';

/** A phone whose complaints about policy or missing files fail the test that hears them. */
export async function openPhone(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
  });
  page.on('requestfailed', (request) => {
    // What a navigation cut off was not missing.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(request.url());
  });
  return { context, page, complaints };
}

type SignIn = { server: ReturnType<typeof serverAt>; home: string; email: string };

/** Signs in on the mall's own pages with the code that was sent, and ends on its home. */
export async function signInByCode(page: Page, { server, home, email }: SignIn): Promise<void> {
  await page.goto(new URL('/sign-in', home).href);
  await page.fill('#identifier', email);
  await page.click('main button[type=submit]');
  const [letter] = await server.inbox(email);
  await page.fill('#code', /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? '');
  await page.click('main button[type=submit]');
  await page.waitForURL(home);
}

export const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.fill(`#${name}`, value);
};

export const ADDRESS = {
  recipientName: '林小满',
  phone: '138 0013 8000',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
};
