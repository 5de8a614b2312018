import type { Page } from 'playwright-core';
import type { Locale } from '../../src/domain/locale.ts';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';
import { openShop } from '../mall/open-shop.ts';
import { consoleWords } from '../support/console-words.ts';
import type { serverAt } from '../support/server.ts';
import { signInToConsole, takeCards } from './flow-shop.ts';
import { merchantAt, type Reward } from './merchant.ts';

type Server = ReturnType<typeof serverAt>;

/** A reward of points, or of `pointsMin` and `cash` beside them, as typed. */
export type MixedReward = Reward & { pointsMin: number; cash: string };

/** What a merchant does about cash, on the console's screens alone. */
export function cashMerchantAt(page: Page, server: Server, locale: Locale) {
  const words = consoleWords(locale);
  const unit = DEFAULT_POINTS_NAME[locale].other;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const open = (path: string) => page.goto(server.url(path, 'console'));
  const text = async () => (await page.getByRole('main').textContent()) ?? '';

  return {
    async addReward({ name, points, units, pointsMin, cash, currency }: MixedReward & { currency: string }) {
      await open('/rewards/new');
      await page.getByLabel(words('rewards.name')).first().fill(name);
      await page.getByLabel(words('rewards.points', { unit })).fill(String(points));
      await page.getByLabel(words('rewards.units')).first().fill(String(units));
      await page.getByRole('switch', { name: words('cash.mix') }).check();
      await page.getByLabel(words('cash.mixPoints', { unit })).fill(String(pointsMin));
      await page.getByLabel(words('cash.mixCash', { currency })).fill(cash);
      await press(words('rewards.saveAndPublish'));
      await page.getByText(words('rewards.done.publish'), { exact: true }).first().waitFor();
    },

    async reprice(
      rewardId: string,
      { points, cash, currency }: Pick<MixedReward, 'points' | 'cash'> & { currency: string },
    ) {
      await open(`/rewards/${rewardId}`);
      await page.getByLabel(words('rewards.points', { unit })).fill(String(points));
      await page.getByLabel(words('cash.mixCash', { currency })).fill(cash);
      await press(words('rewards.saveAndPublish'));
      await page.getByText(words('rewards.done.publish'), { exact: true }).first().waitFor();
    },

    /** The units of a reward as its page counts them. */
    async readUnits(rewardId: string) {
      await open(`/rewards/${rewardId}`);
      const section = page.getByRole('region', { name: words('rewards.units') }).locator('.figures');
      const [available, reserved, taken] = ((await section.first().textContent()) ?? '').match(/\d+/g) ?? [];
      return { available: Number(available), reserved: Number(reserved), taken: Number(taken) };
    },

    /** All that the console says of a redemption. */
    async readRedemption({ memberId, redemptionId }: { memberId: string; redemptionId: string }) {
      await open(`/redemptions/${memberId}/${redemptionId}`);
      await page.getByText(words('redemptions.timeline')).first().waitFor();
      return text();
    },

    /** Of the redemption that is open. */
    async cancel(reason: string) {
      await press(words('redemptions.cancel'));
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(reason);
      await dialog.getByRole('button', { name: words('redemptions.cancelConfirm'), exact: true }).click();
      await page.getByText(words('redemptions.doneCancel')).first().waitFor();
    },

    async refund(amount: string, currency: string) {
      await press(words('cash.refund'));
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words('cash.refundAmount', { currency })).fill(amount);
      await dialog.getByRole('button', { name: words('cash.refund'), exact: true }).click();
      await page.getByText(words('cash.done.refund'), { exact: true }).first().waitFor();
    },

    /** What the dialog of a refund proposes, as typed; it is left again. */
    async proposedRefund(currency: string): Promise<string> {
      await press(words('cash.refund'));
      const dialog = page.getByRole('dialog');
      const proposed = await dialog.getByLabel(words('cash.refundAmount', { currency })).inputValue();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      return proposed;
    },

    async takeCash(amount: string, receipt: string) {
      await press(words('cash.take'));
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words('cash.receipt')).fill(receipt);
      await dialog.getByRole('button', { name: words('cash.takeConfirm', { amount }), exact: true }).click();
      await page.getByText(words('cash.done.take-cash'), { exact: true }).first().waitFor();
    },

    async handBack() {
      await press(words('cash.handedBack'));
      await page.getByText(words('cash.done.hand-back-cash'), { exact: true }).first().waitFor();
    },
  };
}

export type CashShopPlan = {
  locale: Locale;
  currency: string;
  /** Where its account at Stripe is. */
  country: string;
  reward: MixedReward;
  /** Also takes cash at its counter. */
  counter?: boolean;
};

/**
 * An open shop that takes cards, its owner signed in at her screen, where she adds one mixed reward. How a shop is
 * signed up and connected on the screens is walked by flows of their own.
 */
export async function openCashShop(page: Page, server: Server, plan: CashShopPlan) {
  const { locale, currency, country, reward } = plan;
  const shop = await openShop(server, { name: 'Cloud & Thread', locale, currency });
  const accountId = await takeCards(server, shop, country);
  if (plan.counter) await shop.call('PUT', '/api/payments/counter', { enabled: true });
  await signInToConsole(page, server, shop.owner, locale);
  const merchant = { ...merchantAt(page, server, locale), ...cashMerchantAt(page, server, locale) };
  await merchant.addReward({ ...reward, currency });
  return { shop, merchant, accountId };
}
