import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from '../mall/open-shop.ts';
import { openPhone, signInByCode } from '../mall/phone.ts';
import { launchBrowser } from '../support/browser.ts';
import { consoleWords } from '../support/console-words.ts';
import { withinBudget } from '../support/flow-budget.ts';
import { sharedServer } from '../support/shared-server.ts';
import { tellPagesOnFailure } from '../support/tell-pages.ts';
import { type CounterDriver, counterAt, readMemberCode } from './counter-page.ts';

const MANAGER_PIN = '480271';
const server = sharedServer();
const words = consoleWords('zh-CN');

let browser: Browser;
let shop: Shop;
/** The member's own phone, on the mall. */
let phone: Page;
let memberId: string;
let number: string;
/** One clerk on the shop's phone, one beside the till. */
let zhou: CounterDriver;
let wu: CounterDriver;

async function newClerk(name: string, pin: string, width: number): Promise<CounterDriver> {
  const [{ url }, context] = await Promise.all([
    shop.call('POST', '/api/staff/clerk-links'),
    browser.newContext({ locale: 'zh-CN', viewport: { width, height: 844 }, hasTouch: width < 768 }),
  ]);
  const clerk = counterAt(await context.newPage(), server, 'zh-CN');
  await clerk.join({ url: String(url), name, pin });
  return clerk;
}

/** What the counter would say now that she has. */
async function availablePoints(): Promise<unknown> {
  const { matches } = (await shop.call('POST', '/api/counter/find', { typed: number })) as {
    matches: { availablePoints: number }[];
  };
  return matches[0]?.availablePoints;
}

beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openShop(server, { name: '棉屿', locale: 'zh-CN' })]);
  const email = `lin-${shop.slug}@example.com`;
  const opened = await openPhone(browser);
  phone = opened.page;
  memberId = await shop.addMember(email, 900);
  await Promise.all([
    shop.call('PUT', '/api/me/pin', { pin: MANAGER_PIN, proof: shop.owner.password }),
    shop.call('PATCH', `/api/members/${memberId}`, { displayName: '林小满' }),
    signInByCode(phone, { server, home: server.url('/', shop.slug), email }),
  ]);
  ({ number } = await readMemberCode(phone, server, shop));
  [zhou, wu] = await Promise.all([newClerk('小周', '739154', 390), newClerk('小吴', '520941', 1280)]);
});
afterAll(() => browser?.close());

describe('giving points', () => {
  test('a member who shows her code is given points in three acts', async () => {
    tellPagesOnFailure({ clerk: wu.page, phone });
    const { code } = await readMemberCode(phone, server, shop);
    const budget = { flow: 'counter grant, known member', acts: 3, seconds: 10 };
    await withinBudget(budget, wu.page, async ({ type, press }) => {
      await type(`${code}\n`);
      await wu.page.getByLabel(words('counter.amount', { currency: 'CNY' })).waitFor();
      await type('128');
      await wu.page.getByText('¥128 → 128 积分').waitFor();
      await press('Enter');
      await wu.result('已给 林*满 128 积分');
    });
    expect(await availablePoints()).toBe(1028);
  });

  test('what was given by mistake is taken back from the result', async () => {
    tellPagesOnFailure({ clerk: zhou.page });
    await zhou.find(number);
    await zhou.give({ amount: '66.50' }, 66);
    await zhou.undo();
    await zhou.page.getByText('已从 林*满 收回 66 积分').waitFor();
    expect(await availablePoints()).toBe(1028);
  });

  test('above a limit a manager types her PIN on the clerk’s phone; a wrong one is said and the amount stays', async () => {
    tellPagesOnFailure({ clerk: zhou.page });
    await zhou.find(number);
    await zhou.ringUp({ amount: '2680' });
    await zhou.page.getByText('一次超过 2,000 积分，需要店长密码').waitFor();
    await zhou.approve('135790');
    await zhou.dialog('店长密码').getByText('还可试 4 次').waitFor();
    await zhou.typeApproval(MANAGER_PIN);
    await zhou.result('已给 林*满 2,680 积分');
    expect(await availablePoints()).toBe(3708);
    await zhou.next();
  });

  test('a receipt that two clerks type at once counts once', async () => {
    tellPagesOnFailure({ zhou: zhou.page, wu: wu.page });
    const clerks = [zhou, wu];
    for (const clerk of clerks) {
      await clerk.open();
      await clerk.find(number);
      await clerk.ringUp({ amount: '50', receipt: 'A-1201' });
      await clerk.page.getByText('¥50 → 50 积分').waitFor();
    }
    await Promise.all(clerks.map(({ go }) => go.click()));
    const said = await Promise.all(
      clerks.map(({ page }) => page.locator('.resultScreen').getAttribute('aria-label')),
    );
    expect(said.toSorted()).toEqual(['已给 林*满 50 积分', '这张小票已经给过']);
    expect(await availablePoints()).toBe(3758);
    await Promise.all(clerks.map((clerk) => clerk.next()));
  });
});
