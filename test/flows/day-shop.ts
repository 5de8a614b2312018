import type { Browser } from 'playwright-core';
import { openShop } from '../mall/open-shop.ts';
import type { serverAt } from '../support/server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { dayClerk } from './day-counter.ts';
import { dayMember } from './day-member.ts';
import { dayOffice } from './day-office.ts';
import { signInToConsole } from './flow-shop.ts';

type Server = ReturnType<typeof serverAt>;

const DESK = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  viewport: { width: 1280, height: 844 },
  // Seven pages are drawn by the processor alone.
  reducedMotion: 'reduce' as const,
};
const PHONE = { ...DESK, viewport: { width: 390, height: 844 }, hasTouch: true };

/** Seven people share a machine that may be at other things. */
const WAIT_MS_MAX = 60_000;

/** What each joins with. */
export const WELCOME_POINTS = 100;
const MANAGER = { name: '许店长', password: 'a long pass phrase', pin: '739154' };
export const CLERKS = { zhou: { name: '小周', pin: '520941' }, wu: { name: '小吴', pin: '860213' } };

/** An open shop on the evening before: rewards on the shelf, a manager who is invited, cash taken at the counter. */
export async function openDayShop(server: Server) {
  const shop = await openShop(server, { name: '棉屿', locale: 'zh-CN' });
  const manager = { ...MANAGER, email: `manager@${shop.slug}.example` };
  await shop.call('PUT', '/api/programme', {
    baseRate: { numerator: 1, denominator: 1 },
    categoryRates: [],
    daysUntilEntry: 0,
    expiry: { kind: 'end_of_next_year' },
    signUpBonus: WELCOME_POINTS,
  });
  await shop.call('PUT', '/api/payments/counter', { enabled: true });
  await shop.call('POST', '/api/staff/invitations', { email: manager.email, role: 'manager' });
  const add = async (
    name: string,
    reward: { points: number; units: number | null } & Record<string, unknown>,
  ) => {
    const { points, ...rest } = reward;
    const id = await shop.addReward({ names: { 'zh-CN': name }, pointsEach: points, ...rest });
    return { id, name, points };
  };
  return {
    ...shop,
    manager,
    rewards: {
      ties: await add('亚麻发圈', { points: 50, units: 80 }),
      bowls: await add('手作餐具', { points: 300, units: 20 }),
      candle: await add('限量香薰', { points: 120, units: 1 }),
      coffee: await add('手冲咖啡券', {
        points: 60,
        units: null,
        kind: 'coupon',
        coupon: { faceMinor: 3000, minimumSpendMinor: null },
        validDays: 30,
      }),
      watch: await add('智能手表', {
        points: 400,
        units: 10,
        mix: { pointsMin: 100, cashMinor: 9000 },
      }),
    },
  };
}

export type DayShop = Awaited<ReturnType<typeof openDayShop>>;

/** Seven people, each in a browser context of her own: two at desks, two at the counter's phones, three members. */
export async function callPeople(browser: Browser, server: Server, shop: DayShop) {
  const pageOf = async (screen: typeof DESK) => {
    const page = await (await browser.newContext(screen)).newPage();
    page.setDefaultTimeout(WAIT_MS_MAX);
    return page;
  };
  const [owner, manager, zhou, wu, man, yifan, an] = await Promise.all([
    pageOf(DESK),
    pageOf(DESK),
    pageOf(PHONE),
    pageOf(PHONE),
    pageOf(PHONE),
    pageOf(PHONE),
    pageOf(PHONE),
  ]);
  tellPagesOnFailure({ owner, manager, zhou, wu, man, yifan, an });
  await signInToConsole(owner, server, shop.owner);
  const member = (page: typeof man) => dayMember(page, server, shop.slug);
  return {
    owner: dayOffice(owner, server),
    manager: dayOffice(manager, server),
    zhou: dayClerk(zhou, server, 'zh-CN'),
    wu: dayClerk(wu, server, 'zh-CN'),
    man: member(man),
    yifan: member(yifan),
    an: member(an),
  };
}

export type DayPeople = Awaited<ReturnType<typeof callPeople>>;
