import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { sharedServer } from '../support/shared-server.ts';
import { WIDGET_CATALOGUES } from '../support/widget-words.ts';
import { type HostSite, openWidgetShop, startHostSite, type WidgetShop } from './host-site.ts';

const words = WIDGET_CATALOGUES['zh-CN'];

export const ADDRESS = {
  recipientName: '林小满',
  phone: '138 0013 8000',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
};

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480"><rect width="480" height="480" fill="#EADFCB"/><circle cx="240" cy="240" r="120" fill="#A34A28"/></svg>';

export type WidgetWorld = {
  server: ReturnType<typeof sharedServer>;
  browser: Browser;
  site: HostSite;
  /** Two malls, whose widgets may stand on the site. */
  shop: WidgetShop;
  other: WidgetShop;
  scriptUrl: string;
  /** The site's customer is this one from now on, in every mall that she is named for. */
  signIn(customers: Record<string, string>): void;
  close(): Promise<void>;
};

/** A merchant's site on another origin, two malls that know it, and a browser. */
export async function openWidgetWorld(): Promise<WidgetWorld> {
  const server = sharedServer();
  const [browser, site] = await Promise.all([launchBrowser(), startHostSite()]);
  const rewards = [
    {
      names: { 'zh-CN': '手作餐具', en: 'Tableware' },
      pointsEach: 500,
      units: 80,
      marketPriceMinor: 5200,
      picture: PICTURE,
    },
    { names: { 'zh-CN': '智能手表', en: 'Watch' }, pointsEach: 5000, units: 10 },
  ];
  const [shop, other] = await Promise.all([
    openWidgetShop(server, site.origin, { name: '棉屿', rewards }),
    openWidgetShop(server, site.origin, { name: '沐棠', rewards: rewards.slice(0, 1) }),
  ]);
  return {
    server,
    browser,
    site,
    shop,
    other,
    scriptUrl: server.url('/widget.js'),
    signIn(customers) {
      site.signsFor(async (mall) => {
        const customer = customers[mall];
        const signer = [shop, other].find(({ slug }) => slug === mall);
        return customer && signer ? signer.sign(customer) : '';
      });
    },
    async close() {
      await browser.close();
      await site.stop();
    },
  };
}

/** What a customer sees of the widget on a page, and what she does with it. */
export function widgetOn(page: Page) {
  const panel = page.getByRole('dialog');
  return {
    panel,
    launcher: (index = 0) => page.locator('pm-launcher').nth(index).getByRole('button'),
    balance: (index = 0) => page.locator('pm-balance').nth(index).getByRole('status'),
    press: (name: string) => panel.getByRole('button', { name, exact: true }).click(),
    field: (name: keyof typeof ADDRESS) => panel.getByLabel(words[name], { exact: true }),
    async typeAddress(address: Partial<typeof ADDRESS> = ADDRESS) {
      for (const [name, value] of Object.entries(address))
        await panel.getByLabel(words[name as keyof typeof ADDRESS], { exact: true }).fill(value);
    },
    /** Goes to the form of a reward that she can afford. */
    choose: (reward: string) =>
      panel.getByRole('button', { name: words.redeemOne.replace('{reward}', reward), exact: true }).click(),
  };
}
