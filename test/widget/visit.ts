import type { Browser, BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    /** Cumulative layout shift: what moved that no press had moved. */
    shifted: number;
    faults: string[];
  }
}

/** What the widget does to a page, as the browser saw it. */
export type Observed = {
  origins: Set<string>;
  /** Requests to us that carried a cookie. */
  cookiesSent: string[];
  /** Answers of ours that set one. */
  cookiesSet: string[];
  /** What was thrown and not caught, and what the policy forbade. */
  faults: string[];
};

export type Visit = { context: BrowserContext; page: Page; observed: Observed };

type Options = Parameters<Browser['newContext']>[0];

/** A browser's tab that notes whom a page talks to, what breaks in it and what moves. */
export async function visitor(browser: Browser, host: string, options: Options = {}): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  const observed: Observed = { origins: new Set(), cookiesSent: [], cookiesSet: [], faults: [] };
  page.on('pageerror', (error) => observed.faults.push(String(error)));
  page.on('console', (message) => {
    // What the network failed at, the browser says by itself.
    if (message.type() === 'error' && !/Failed to load resource|CORS policy/.test(message.text()))
      observed.faults.push(message.text());
  });
  page.on('request', async (request) => {
    const { origin } = new URL(request.url());
    if (origin === 'null') return;
    observed.origins.add(origin);
    if (origin !== host && (await request.allHeaders().catch(() => ({}) as Record<string, string>)).cookie)
      observed.cookiesSent.push(request.url());
  });
  page.on('response', async (response) => {
    const headers = await response.allHeaders().catch(() => ({}) as Record<string, string>);
    if (new URL(response.url()).origin !== host && headers['set-cookie'])
      observed.cookiesSet.push(response.url());
  });
  await page.addInitScript(() => {
    window.shifted = 0;
    window.faults = [];
    addEventListener('unhandledrejection', (event: Event) =>
      window.faults.push(String((event as unknown as { reason: unknown }).reason)),
    );
    document.addEventListener('securitypolicyviolation', (event: Event) => {
      const { violatedDirective, blockedURI } = event as unknown as Record<string, string>;
      window.faults.push(`${violatedDirective} ${blockedURI}`);
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) window.shifted += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return { context, page, observed };
}

/** Everything that broke, in the page and around it. */
export async function faultsOf({ page, observed }: Visit): Promise<string[]> {
  return [...observed.faults, ...(await page.evaluate(() => window.faults))];
}

/** What a page keeps on the device beside cookies: nothing of ours. */
export function stored(page: Page) {
  return page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
}

/** What a throttle of 4× makes of a millisecond. The throttle itself would count other programs' time too. */
const THROTTLE = 4;

/**
 * Milliseconds of script, style and layout on the main thread until a page is at rest, by the thread's own
 * clock, as a processor a quarter as fast takes them. Nothing looks at the page meanwhile: that costs too.
 */
export async function busyMs(browser: Browser, url: string, last: RegExp): Promise<number> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const answered = page.waitForResponse(last);
  await page.goto(url, { waitUntil: 'load' });
  await (await answered).finished();
  // Two frames after the answer everything is drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await context.close();
  return (
    (seconds('ScriptDuration') + seconds('LayoutDuration') + seconds('RecalcStyleDuration')) * 1000 * THROTTLE
  );
}
