import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditOf } from '../support/audit.ts';
import { launchBrowser } from '../support/browser.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { cashMemberAt } from './cash-member.ts';
import { openWorld, type Plan, type World } from './cash-world.ts';
import { payerAt } from './stripe-at.ts';

/** A watch of 5,000 points, or 2,000 and $300.00, of which three are left. */
const PLAN: Plan = {
  locale: 'en',
  timezoneId: 'America/New_York',
  currency: 'USD',
  country: 'US',
  counter: true,
  reward: { name: 'Watch', points: 5000, pointsMin: 2000, cash: '300', units: 3 },
  cashMinor: 16_670,
  fee: 0,
  part: { typed: '66.70', amountMinor: 6670, fee: 0 },
};
const WAIT = { timeout: 20_000, interval: 500 };

const clock = { offsetMs: 0 };
let server: TestServer;
let browser: Browser;
let world: World;
let before: Awaited<ReturnType<World['figures']>>;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  world = await openWorld({ browser, server, clock }, PLAN);
});
afterAll(async () => {
  await world?.close();
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  before = await world.figures();
});

/** Nothing was spent, and nobody was charged. */
const expectNothingSpent = () => expect.poll(() => world.figures(), WAIT).toEqual(before);
const expectOrder = (redemptionId: string, words: string) =>
  expect.poll(() => world.member.readOrder(redemptionId), WAIT).toContain(words);

describe('cash at the counter', () => {
  /** An order that waits for its cash in the shop. */
  async function ordered() {
    const { member, mix, rewardId } = world;
    await member.choose(rewardId, mix);
    await member.fillAddress();
    await member.payAtCounter();
    await member.confirm(mix, 'mix.submit');
    return member.redemptionId();
  }

  test('is taken with its receipt; cancelled, it is handed back and the points return', async () => {
    const { member, merchant, memberId, money, words, inConsole } = world;
    const redemptionId = await ordered();
    await merchant.readRedemption({ memberId, redemptionId });
    await merchant.takeCash(money(16_670), 'R-1042');
    expect(await merchant.readRedemption({ memberId, redemptionId })).toContain('R-1042');
    await expectOrder(redemptionId, words('pay.paidAtCounter'));
    expect(await merchant.proposedRefund('USD')).toBe('166.70');

    await merchant.readRedemption({ memberId, redemptionId });
    await merchant.cancel('The strap is torn');
    expect(await member.readOrder(redemptionId)).toContain(
      words('pay.refund.by_hand', { amount: money(16_670) }),
    );
    await merchant.handBack();
    expect(await merchant.readRedemption({ memberId, redemptionId })).toContain(
      inConsole('cash.refundStates.succeeded', { amount: money(16_670) }),
    );
    expect(await member.readOrder(redemptionId)).toContain(
      words('pay.refund.done', { amount: money(16_670) }),
    );
    await expectNothingSpent();
  });

  test('that nobody brings in 48 hours is waited for no longer', async () => {
    const { words, pass } = world;
    const redemptionId = await ordered();
    await pass(48 * 60 - 5);
    expect(await world.member.readOrder(redemptionId)).toContain(words('state.awaiting_payment'));
    await pass(6);
    await expectOrder(redemptionId, words('pay.undone.payment_expired', { unit: 'points' }));
    await expectNothingSpent();
  });
});

describe('a wish outside of what is offered', () => {
  test.each([
    ['points=1', '2,000 points', '$300'],
    ['points=4996', '4,995 points', '$0.50'],
    ['points=4999', '5,000 points', null],
    ['points=999999999999999', '5,000 points', null],
    ['points=-5', '5,000 points', null],
    ['cash=99999999&wasCash=0', '2,000 points', '$300'],
    ['cash=166.75&wasCash=0', '3,333 points', '$166.70'],
    ['cash=1e3&wasCash=0&points=3333', '3,333 points', '$166.70'],
  ])('%s is brought within it: %s and %s', async (wish, points, cash) => {
    const { member, rewardId, page } = world;
    await member.open(`/rewards/${rewardId}/confirm?${wish}`);
    const button = (await page.locator('main form button[type=submit]').textContent()) ?? '';
    expect(button).toContain(points);
    expect(button.includes('+') ? button.split(' + ')[1] : null).toBe(cash && `${cash}`);
  });

  test('is brought within it by the script too, with the keyboard alone', async () => {
    const { rewardId, page, shop } = world;
    const scripted = await browser.newContext({ storageState: await page.context().storageState() });
    const tab = await scripted.newPage();
    await tab.goto(server.url(`/rewards/${rewardId}`, shop.slug));
    const button = tab.locator('form.choice button[type=submit]');
    const said = async () => (await button.textContent())?.split(' · ')[1];
    await tab.locator('input[name=slide]').focus();
    await tab.keyboard.press('Home');
    expect(await said()).toBe('2,000 points + $300');
    await tab.keyboard.press('ArrowRight');
    expect(await said()).toBe('2,001 points + $299.90');
    await tab.locator('input[name=points]').fill('1');
    await tab.keyboard.press('Tab');
    expect(await tab.locator('input[name=points]').inputValue()).toBe('2000');
    await tab.locator('input[name=cash]').fill('99999');
    await tab.keyboard.press('Tab');
    expect(await said()).toBe('2,000 points + $300');
    await scripted.close();
  });

  test('one press goes from points alone to the least cash that can be charged, and back; typed sums are corrected in words', async () => {
    const { rewardId, page, shop, words } = world;
    const scripted = await browser.newContext({ storageState: await page.context().storageState() });
    const tab = await scripted.newPage();
    await tab.goto(server.url(`/rewards/${rewardId}`, shop.slug));
    const button = tab.locator('form.choice button[type=submit]');
    const said = async () => (await button.textContent())?.split(' · ')[1];
    const least = { cash: '$0.50', points: '4,995 points' };
    await tab.locator('input[name=slide]').focus();
    await tab.keyboard.press('End');
    const seen: (string | undefined)[] = [await said()];
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight']) {
      await tab.keyboard.press(key);
      seen.push(await said());
    }
    for (const name of [words('mix.fewer', { unit: 'points' }), words('mix.more', { unit: 'points' })]) {
      await tab.getByRole('button', { name, exact: true }).click();
      seen.push(await said());
    }
    const mixed = '4,995 points + $0.50';
    expect(seen).toEqual([
      '5,000 points',
      mixed,
      '4,994 points + $0.60',
      mixed,
      '5,000 points',
      '4,940 points + $6',
      mixed,
    ]);
    await tab.locator('input[name=cash]').fill('0.30');
    await tab.keyboard.press('Tab');
    await tab.getByText(words('mix.leastCharge', { cash: least.cash, least: least.points })).waitFor();
    await scripted.close();
  });
});

describe('between the page and the payment', () => {
  test('an amount changed in the form is refused at the price that there is, and reserves nothing', async () => {
    const { member, mix, rewardId, page, words } = world;
    await member.choose(rewardId, mix);
    await member.fillAddress();
    await page.locator('input[name=cashEachMinor]').evaluate((field) => field.setAttribute('value', '50'));
    await member.confirm(mix, 'mix.submit');
    await page.getByText(words('confirm.changed'), { exact: true }).waitFor();
    await expectNothingSpent();
  });

  test('a price that rose meanwhile is asked again, with her points as they were', async () => {
    const { member, merchant, mix, rewardId, page, words, pass } = world;
    await member.choose(rewardId, mix);
    await member.fillAddress();
    await merchant.reprice(rewardId, { points: 6000, cash: '400', currency: 'USD' });
    await pass(3);
    await member.confirm(mix, 'mix.submit');
    await page.getByText(words('confirm.changed'), { exact: true }).waitFor();
    // 6,000 − 3,333 points at ten cents each.
    const dearer = { ...mix, cashMinor: 26_670 };
    await member.confirm(dearer, 'mix.submit');
    const redemptionId = member.redemptionId();
    await member.goToPay(dearer);
    await payerAt(page).press('leave');
    await member.cancel();
    await expectOrder(redemptionId, words('endedBy.member'));
    await merchant.reprice(rewardId, { points: 5000, cash: '300', currency: 'USD' });
    await expectNothingSpent();
  });

  test('a form sent by a double tap, and paid from two tabs, is one order and one charge', async () => {
    const { member, merchant, mix, rewardId, page, secondTab, stripe, payer, shop } = world;
    await member.choose(rewardId, mix);
    await member.fillAddress();
    await page.locator('main form button[type=submit]').dblclick();
    await page.waitForURL(/\/redemptions\/rdm_/);
    const redemptionId = member.redemptionId();
    const tab = await secondTab();
    const inTab = cashMemberAt(tab, server, { locale: PLAN.locale, shop });
    await inTab.readOrder(redemptionId);
    await inTab.goToPay(mix);
    await member.goToPay(mix);
    await payer.pay('pays');
    await payerAt(tab).pay('pays');
    expect(inTab.redemptionId()).toBe(redemptionId);
    await stripe.paymentOf(redemptionId);
    await merchant.readRedemption({ memberId: world.memberId, redemptionId });
    await tab.close();
    const { points, available, taken, charged, net } = before;
    await expect
      .poll(() => world.figures(), WAIT)
      .toEqual({
        ...before,
        points: points - 3333,
        available: available - 1,
        taken: taken + 1,
        charged: charged + 16_670,
        net: net + 16_670,
      });
  });

  test('the last ones, sold out while two pay: whoever comes third is told, and gets one when one is let go', async () => {
    const { member, mix, rewardId, redeem, payer, words, secondMember } = world;
    const third = await secondMember();
    await third.choose(rewardId, mix);
    await third.fillAddress();
    const first = await redeem();
    await payer.press('leave');
    const second = await redeem();
    await third.confirm(mix, 'mix.submit');
    expect(await third.text()).toContain('sold out');

    await member.readOrder(first);
    await member.cancel();
    await expectOrder(first, words('endedBy.member'));
    await expect.poll(() => third.isOffered(rewardId), WAIT).toBe(true);
    await third.choose(rewardId, mix);
    await third.fillAddress();
    await third.confirm(mix, 'mix.submit');
    await third.goToPay(mix);
    await third.pay('pays');
    expect(await third.text()).toContain(words('success.title'));

    await member.readOrder(second);
    await member.goToPay(mix);
    await payer.pay('pays');
    expect(await member.text()).toContain(words('success.title'));
    const { available, reserved, taken, charged } = await world.figures();
    expect({ available, reserved, taken, charged }).toEqual({
      available: 0,
      reserved: 0,
      taken: 3,
      charged: before.charged + 2 * 16_670,
    });
    expect(await world.merchant.readUnits(rewardId)).toEqual({ available, reserved, taken });
  });

  test('and the audit is clean', () => {
    const { exitCode, report } = auditOf(server.stateFolder);
    expect(exitCode, report).toBe(0);
  });
});
