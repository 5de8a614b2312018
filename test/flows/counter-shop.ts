import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openShop, type Shop } from '../mall/open-shop.ts';
import { openPhone, signInByCode } from '../mall/phone.ts';
import type { serverAt } from '../support/server.ts';
import { type CounterDriver, counterAt, readMemberCode } from './counter-page.ts';

type Server = ReturnType<typeof serverAt>;

/** The PIN by which the owner approves what is above a clerk's limit. */
export const MANAGER_PIN = '480271';
/** The one category that the counter has a chip for. */
export const SALE = '换季清仓';
export const GOODS = '手作餐具两件套';
export const COUPON = '满 150 减 30 券';
export const WATCH = '智能手表';

/** A shop whose counter is manned, and a member with 900 points who is signed in on her own phone. */
export type CounterShop = {
  shop: Shop;
  phone: Page;
  number: string;
  /** One clerk on the shop's phone, one beside the till. */
  zhou: CounterDriver;
  wu: CounterDriver;
  memberCode(): Promise<string>;
  /** What the counter would say now that she has. */
  availablePoints(): Promise<unknown>;
};

export async function openCounterShop(server: Server, browser: Browser): Promise<CounterShop> {
  const shop = await openShop(server, { name: '棉屿', locale: 'zh-CN' });
  const email = `lin-${shop.slug}@example.com`;
  const memberId = await shop.addMember(email, 900);
  await shop.call('PUT', '/api/payments/counter', { enabled: true });
  const rewards = [
    { names: { 'zh-CN': GOODS }, pointsEach: 500, units: 80 },
    {
      names: { 'zh-CN': COUPON },
      pointsEach: 200,
      kind: 'coupon' as const,
      coupon: { faceMinor: 3_000, minimumSpendMinor: 15_000 },
      validDays: 30,
      units: null,
    },
    { names: { 'zh-CN': WATCH }, pointsEach: 9_000, mix: { pointsMin: 200, cashMinor: 30_000 }, units: 10 },
  ];
  for (const reward of rewards) await shop.addReward(reward);
  const [{ page: phone }] = await Promise.all([
    openPhone(browser),
    shop.call('PUT', '/api/counter/settings', {
      categories: [SALE],
      services: [],
      limits: { grantPoints: 2_000, dayPoints: 20_000 },
    }),
    shop.call('PUT', '/api/me/pin', { pin: MANAGER_PIN, proof: shop.owner.password }),
    shop.call('PATCH', `/api/members/${memberId}`, { displayName: '林小满' }),
  ]);
  const newClerk = async (name: string, pin: string, width: number) => {
    const { url } = await shop.call('POST', '/api/staff/clerk-links');
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width, height: 844 },
      hasTouch: width < 768,
    });
    const clerk = counterAt(await context.newPage(), server, 'zh-CN');
    await clerk.join({ url: String(url), name, pin });
    return clerk;
  };
  const [zhou, wu] = await Promise.all([
    newClerk('小周', '739154', 390),
    newClerk('小吴', '520941', 1280),
    signInByCode(phone, { server, home: server.url('/', shop.slug), email }),
  ]);
  const { number } = await readMemberCode(phone, server, shop);
  return {
    shop,
    phone,
    number,
    zhou,
    wu,
    async memberCode() {
      const { code } = await readMemberCode(phone, server, shop);
      return code;
    },
    async availablePoints() {
      const { matches } = (await shop.call('POST', '/api/counter/find', { typed: number })) as {
        matches: { availablePoints: number }[];
      };
      return matches[0]?.availablePoints;
    },
  };
}

/** The same clerk on the same device, in a browser with eyes of another kind. */
export async function sameClerkIn(
  browser: Browser,
  clerk: CounterDriver,
  server: Server,
  options: BrowserContextOptions = {},
): Promise<CounterDriver> {
  const storageState = await clerk.page.context().storageState();
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    storageState,
    ...options,
  });
  return counterAt(await context.newPage(), server, 'zh-CN');
}
