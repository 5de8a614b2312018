import type { Page } from 'playwright-core';
import type { Locale } from '../../src/domain/locale.ts';
import { formatMoney } from '../../src/messages/format.ts';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { translator } from '../../src/messages/translator.ts';
import type { serverAt } from '../support/server.ts';
import { codeFromInbox } from './inbox-page.ts';
import { memberAt } from './member.ts';
import type { Shop } from './merchant.ts';
import { payerAt } from './stripe-at.ts';

const ADDRESS = {
  recipientName: 'Ada Lin',
  phone: '+1 212 555 0100',
  region: 'NY',
  city: 'New York',
  line1: '1 Main Street',
  postalCode: '10001',
};

const LOOKS_MAX = 20;

export type ChosenMix = { points: number; cashMinor: number; currency: string };

/** A member who pays partly in cash, at her phone with JavaScript off. */
export function cashMemberAt(
  page: Page,
  server: ReturnType<typeof serverAt>,
  { locale, shop }: { locale: Locale; shop: Pick<Shop, 'slug'> },
) {
  const words = translator(locale, 'mall');
  const open = (path: string) => page.goto(server.url(path, shop.slug));
  const submit = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const text = async () => (await page.getByRole('main').textContent()) ?? '';
  const spoken = ({ points, cashMinor, currency }: ChosenMix) => ({
    points: pointsWithWord(DEFAULT_POINTS_NAME, locale, points),
    cash: formatMoney(locale, cashMinor, currency),
  });

  const her = memberAt(page, server, locale, shop);
  let email = '';

  return {
    ...her,
    ...payerAt(page),
    open,
    text,

    async signIn(address: string) {
      email = address;
      await her.signIn(address);
    },

    /** Types how many points she uses and goes on; the price is read back from the page. */
    async choose(rewardId: string, mix: ChosenMix) {
      await open(`/rewards/${rewardId}`);
      await page.locator('input[name=points]').fill(String(mix.points));
      await page.locator('form.choice button[type=submit]').click();
      await page.getByRole('heading', { name: words('confirm.title'), exact: true }).waitFor();
    },

    /** Whether the reward's page offers it to her now. */
    async isOffered(rewardId: string): Promise<boolean> {
      await open(`/rewards/${rewardId}`);
      return page.locator('form.choice').isVisible();
    },

    async fillAddress() {
      for (const [field, value] of Object.entries(ADDRESS))
        await page.locator(`input[name=${field}]`).fill(value);
    },

    payAtCounter: () => page.locator('input[name=payment][value=counter]').check(),

    /** Presses the button that names the price. */
    async confirm(mix: ChosenMix, button: 'mix.submitPay' | 'mix.submit' = 'mix.submitPay') {
      const press = () => submit(words(button, spoken(mix)));
      await press();
      await page.waitForLoadState();
      // So long after her last code a large redemption asks for one, once on this phone.
      const code = page.getByLabel(words('sign.code'), { exact: true });
      if (!(await code.isVisible())) return;
      await code.fill(await codeFromInbox(page, server, email));
      await press();
    },

    /** Follows the order's link to Stripe's page; where that is still prepared, she looks again. */
    async goToPay({ cashMinor, currency }: ChosenMix) {
      const amount = formatMoney(locale, cashMinor, currency);
      const link = page.getByRole('link', { name: words('pay.go', { amount }), exact: true });
      const again = page.getByRole('link', { name: words('success.reload'), exact: true });
      await link.or(again).waitFor();
      for (let looks = 0; looks < LOOKS_MAX && !(await link.isVisible()); looks += 1) await again.click();
      await link.click();
      await page.waitForURL(/\/c\/pay\//);
    },

    /** From her list of orders, where the newest stands first. */
    async openNewest() {
      await open('/redemptions');
      await page.getByRole('main').getByRole('link').first().click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },

    /** Of the order that is open and not paid yet. */
    async cancel() {
      await page.locator('details.cancel summary').click();
      await submit(words('redemption.cancelConfirm'));
    },

    async readOrder(redemptionId: string): Promise<string> {
      await open(`/redemptions/${redemptionId}`);
      return text();
    },

    /** The points she can spend, as the page of her points says. */
    async available(): Promise<number> {
      await open('/points');
      const figure = await page.locator('.member-card .big strong').textContent();
      return Number((figure ?? '').replaceAll(/\D/g, ''));
    },

    /** Named by the address of the order that is open. */
    redemptionId: () => /rdm_[0-9a-z]+/.exec(page.url())?.[0] ?? '',
  };
}
