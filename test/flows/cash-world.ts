import type { Browser } from 'playwright-core';
import { formatMoney } from '../../src/messages/format.ts';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';
import { translator } from '../../src/messages/translator.ts';
import { consoleWords } from '../support/console-words.ts';
import type { TestServer } from '../support/server.ts';
import { cashMemberAt } from './cash-member.ts';
import { type CashShopPlan, openCashShop } from './cash-shop.ts';
import { payerAt, stripeAt } from './stripe-at.ts';

const MINUTE_MS = 60_000;

/** What the platform keeps of each payment, in basis points. */
export const FEE_BASIS_POINTS = 150;
export const POINTS_GIVEN = 40_000;
export const UNITS = 20;
export const CHOSEN_POINTS = 3333;

export type Plan = CashShopPlan & {
  timezoneId: string;
  /** By hand: (5,000 − 3,333) × the cash ÷ 3,000, floored to what can be charged. */
  cashMinor: number;
  /** By hand: 1.5 % of it, floored likewise. */
  fee: number;
  /** What staff give back of it, as typed, and what of the fee comes back with it, floored. */
  part: { typed: string; amountMinor: number; fee: number };
};

const reward = { name: 'Watch', points: 5000, pointsMin: 2000, units: UNITS };
/** Currencies of 0, 2 and 3 decimals. */
export const PLANS: Plan[] = [
  {
    locale: 'en',
    timezoneId: 'Asia/Tokyo',
    currency: 'JPY',
    country: 'JP',
    reward: { ...reward, cash: '999' },
    cashMinor: 555,
    fee: 8,
    part: { typed: '200', amountMinor: 200, fee: 2 },
  },
  {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    currency: 'CNY',
    country: 'HK',
    reward: { ...reward, name: '腕表', cash: '300' },
    cashMinor: 16_670,
    fee: 250,
    part: { typed: '66.70', amountMinor: 6670, fee: 100 },
  },
  {
    locale: 'en',
    timezoneId: 'Asia/Kuwait',
    currency: 'KWD',
    country: 'AE',
    reward: { ...reward, cash: '30.010' },
    cashMinor: 16_670,
    fee: 250,
    part: { typed: '6.670', amountMinor: 6670, fee: 100 },
  },
];

type RewardAnswer = { stock: { availableUnits: number; reservedUnits: number; takenUnits: number } };

export type World = Awaited<ReturnType<typeof openWorld>>;

/** The clock of a server that nobody else uses: it only goes on. */
export type Clock = { offsetMs: number };

/** A shop and a member of it, each at her own screen. */
export async function openWorld(
  { browser, server, clock }: { browser: Browser; server: TestServer; clock: Clock },
  plan: Plan,
) {
  const { locale, timezoneId } = plan;
  const screen = { locale, timezoneId, viewport: { width: 390, height: 844 } };
  const staffPhone = await browser.newContext(screen);
  const memberPhone = await browser.newContext({ ...screen, javaScriptEnabled: false });
  const [staffPage, page] = [await staffPhone.newPage(), await memberPhone.newPage()];
  const { shop, merchant, accountId } = await openCashShop(staffPage, server, plan);
  const member = cashMemberAt(page, server, { locale, shop });
  const email = `member-${shop.slug}@example.com`;
  const memberId = await shop.addMember(email, POINTS_GIVEN);
  await member.signIn(email);
  await member.open('/');
  await page.getByRole('link', { name: plan.reward.name }).first().click();
  const rewardId = /rwd_[0-9a-z]+/.exec(page.url())?.[0] ?? '';
  const mix = { points: CHOSEN_POINTS, cashMinor: plan.cashMinor, currency: plan.currency };
  const stripe = stripeAt(server);
  return {
    plan,
    mix,
    merchant,
    member,
    memberId,
    stripe,
    accountId,
    page,
    staffPage,
    shop,
    rewardId,
    payer: payerAt(page),
    /** Another screen of the same member. */
    secondTab: () => memberPhone.newPage(),
    /** Another member with as many points, at a phone of her own. */
    async secondMember() {
      const context = await browser.newContext({ ...screen, javaScriptEnabled: false });
      const other = cashMemberAt(await context.newPage(), server, { locale, shop });
      const otherEmail = `second-${shop.slug}@example.com`;
      await shop.addMember(otherEmail, POINTS_GIVEN);
      await other.signIn(otherEmail);
      return other;
    },
    unit: DEFAULT_POINTS_NAME[locale].other,
    words: translator(locale, 'mall'),
    inConsole: consoleWords(locale),
    money: (amountMinor: number) => formatMoney(locale, amountMinor, plan.currency),
    async pass(minutes: number) {
      clock.offsetMs += minutes * MINUTE_MS;
      await server.moveClock(clock.offsetMs);
    },
    /** Redeems for points and cash and stands on Stripe's page; returns the redemption's id. */
    async redeem(): Promise<string> {
      await member.choose(rewardId, mix);
      await member.fillAddress();
      await member.confirm(mix, plan.counter ? 'mix.submit' : 'mix.submitPay');
      const redemptionId = member.redemptionId();
      await member.goToPay(mix);
      return redemptionId;
    },
    /** Everything that must agree: points as she sees them, units as the console is told them, and Stripe's books. */
    async figures() {
      const points = await member.available();
      const { stock } = (await shop.call('GET', `/api/rewards/${rewardId}`)) as RewardAnswer;
      const { availableUnits: available, reservedUnits: reserved, takenUnits: taken } = stock;
      return { points, available, reserved, taken, ...(await stripe.booksOf(accountId)) };
    },
    close: () => Promise.all([staffPhone.close(), memberPhone.close()]),
  };
}
