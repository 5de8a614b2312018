import type { Page } from 'playwright-core';
import { joinPath } from '../../src/domain/join-source.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { translator } from '../../src/messages/translator.ts';
import { withinBudget } from '../support/flow-budget.ts';
import type { serverAt } from '../support/server.ts';
import { codeFromInbox } from './inbox-page.ts';
import type { Reward, Shop } from './merchant.ts';

export type Address = {
  recipientName: string;
  phone: string;
  region: string;
  city: string;
  line1: string;
  postalCode?: string;
};

/** A member at her phone, on the mall's pages with JavaScript off, by taps and typing alone. */
export function memberAt(
  page: Page,
  server: ReturnType<typeof serverAt>,
  locale: Locale,
  shop: Pick<Shop, 'slug'>,
) {
  const words = translator(locale, 'mall');
  const unit = DEFAULT_POINTS_NAME[locale].other;
  const points = (count: number) => pointsWithWord(DEFAULT_POINTS_NAME, locale, count);
  const open = (path: string) => page.goto(server.url(path, shop.slug));
  const submit = (name: string) => page.getByRole('button', { name, exact: true }).click();

  return {
    async signIn(email: string) {
      await open('/sign-in');
      await page.getByRole('textbox').fill(email);
      await submit(words('sign.send'));
      await page
        .getByLabel(words('sign.code'), { exact: true })
        .fill(await codeFromInbox(page, server, email));
      await submit(words('sign.verify'));
      await page.waitForURL((url) => url.pathname !== '/sign-in');
    },

    /** From the code on a poster to her own balance: what joining takes of a person, and what it gives. */
    async joinByPoster(email: string, bonus: number) {
      await open(joinPath('poster'));
      const budget = { flow: `a member joins from a QR (${locale})`, fields: 2, taps: 2, seconds: 30 };
      await withinBudget(budget, page, async (person) => {
        await person.fill(page.getByRole('textbox'), email);
        await person.tap(page.getByRole('button', { name: words('sign.send'), exact: true }));
        const code = await codeFromInbox(page, server, email);
        await person.fill(page.getByLabel(words('sign.code'), { exact: true }), code);
        await person.tap(page.getByRole('button', { name: words('sign.verify'), exact: true }));
        const card = page.getByRole('region', { name: words('card.title', { unit }), exact: true });
        await card.getByText(String(bonus), { exact: true }).waitFor();
      });
    },

    async redeem(reward: Reward, address: Address) {
      await open('/');
      await page.getByRole('link', { name: reward.name }).first().click();
      await page
        .getByRole('link', { name: words('reward.redeem', { points: points(reward.points) }), exact: true })
        .click();
      for (const field of ['recipientName', 'phone', 'region', 'city', 'line1'] as const)
        await page.getByLabel(words(`confirm.${field}`), { exact: true }).fill(address[field]);
      if (address.postalCode)
        await page.getByLabel(words('confirm.postalCodeNeeded'), { exact: true }).fill(address.postalCode);
      await submit(words('confirm.submit', { points: points(reward.points) }));
      await page.getByRole('heading', { name: words('success.title'), exact: true }).waitFor();
    },

    /** Ends on the page that says so: the code can be shown from now on. */
    async redeemVoucher(reward: { name: string; points: number }) {
      await open('/');
      await page.getByRole('link', { name: reward.name }).first().click();
      await page
        .getByRole('link', { name: words('reward.redeem', { points: points(reward.points) }), exact: true })
        .click();
      await submit(words('confirm.submit', { points: points(reward.points) }));
      await page.getByRole('heading', { name: words('success.title'), exact: true }).waitFor();
    },

    async confirmReceived() {
      await open('/redemptions');
      await page.getByRole('main').getByRole('link').first().click();
      await page.locator('summary', { hasText: words('redemption.received') }).click();
      await submit(words('redemption.receivedConfirm'));
    },

    /** The state and the parcel that her order page says. */
    async readRedemption(): Promise<string> {
      await open('/redemptions');
      await page.getByRole('main').getByRole('link').first().click();
      return (await page.getByRole('main').textContent()) ?? '';
    },

    async readPoints(): Promise<string> {
      await open('/points');
      await page.getByRole('heading', { name: words('points.title', { unit }), exact: true }).waitFor();
      return (await page.getByRole('main').textContent()) ?? '';
    },
  };
}
