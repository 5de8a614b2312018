import type { Page } from 'playwright-core';
import type { Locale } from '../../src/domain/locale.ts';
import { ONBOARDING_STEPS } from '../../src/domain/onboarding/onboarding.ts';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';
import { consoleWords } from '../support/console-words.ts';
import type { Person } from '../support/flow-budget.ts';
import type { serverAt } from '../support/server.ts';
import { codeFromInbox } from './inbox-page.ts';

type Server = ReturnType<typeof serverAt>;
export type Shop = {
  name: string;
  slug: string;
  email: string;
  password: string;
  /** Chosen where the console does not propose it. */
  currency?: string;
};
export type Reward = { name: string; points: number; units: number };

/** The shop owner at her phone: what she does on the console's screens, by clicks and typing alone. */
export function merchantAt(page: Page, server: Server, locale: Locale) {
  const words = consoleWords(locale);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const open = (path: string) => page.goto(server.url(path, 'console'));
  const said = (text: string) => page.getByText(text, { exact: true }).first().waitFor();

  return {
    async signUp(shop: Shop) {
      await open('/sign-up');
      await page.getByLabel(words('signUp.shopName')).fill(shop.name);
      await page.getByLabel(words('signUp.email')).fill(shop.email);
      await page.getByRole('textbox', { name: words('signUp.password') }).fill(shop.password);
      await button(words('signUp.submit')).click();
      await page.waitForURL(/\/start/);
      const code = await codeFromInbox(page, server, shop.email);
      await page.getByLabel(words('emailCode.digit', { position: 1, of: 6 })).click();
      await page.keyboard.type(code);
      await said(words('emailCode.proved'));
      if (shop.currency) {
        await open('/start?step=business');
        const kept = page.waitForResponse((response) => response.url().endsWith('/api/tenant'));
        await page.getByLabel(words('start.business.currency')).selectOption(shop.currency);
        await kept;
      }
      await open('/start?step=open');
      await page.getByLabel(words('signUp.slug')).fill(shop.slug);
      const moved = page.waitForResponse((response) => response.url().endsWith('/api/tenant/slug'));
      await page.keyboard.press('Tab');
      await moved;
      await page.getByRole('link', { name: words('start.leave'), exact: true }).click();
      await page.waitForURL(server.url('/', 'console'));
    },

    /** Takes every default, counted by who does it: the screens she saw before the mall was open, and where it is. */
    async openWithDefaults(shop: Pick<Shop, 'name' | 'email' | 'password'>, person: Person) {
      const field = (label: string) => page.getByRole('textbox', { name: label });
      await open('/sign-up');
      await person.fill(field(words('signUp.shopName')), shop.name);
      await person.fill(field(words('signUp.email')), shop.email);
      await person.fill(field(words('signUp.password')), shop.password);
      await person.tap(button(words('signUp.submit')));
      const code = await codeFromInbox(page, server, shop.email);
      await person.tap(page.getByLabel(words('emailCode.digit', { position: 1, of: 6 })));
      await person.type(code);
      await said(words('emailCode.proved'));
      let screens = 1;
      for (const step of ONBOARDING_STEPS) {
        await page.getByRole('heading', { level: 1, name: words(`start.${step}.title`) }).waitFor();
        screens += 1;
        if (step !== 'open') await person.tap(button(words('start.next')));
      }
      const slug = await page.getByLabel(words('signUp.slug')).inputValue();
      await person.tap(page.getByRole('main').getByRole('button', { name: words('start.open.button') }));
      await page.waitForURL(server.url('/poster', 'console'));
      return { screens, slug };
    },

    /** Without a number joining gives nothing, whatever the console proposes. */
    async publishProgramme(rules: { daysUntilEntry: number; signUpBonus?: number }) {
      const { daysUntilEntry, signUpBonus = '' } = rules;
      const unit = DEFAULT_POINTS_NAME[locale].other;
      await open('/programme');
      await page.getByLabel(words('programme.signUpBonus', { unit })).fill(String(signUpBonus));
      await page.getByLabel(words('programme.daysUntilEntry')).fill(String(daysUntilEntry));
      await button(words('programme.publish')).first().click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('programme.publish'), exact: true })
        .click();
      await page.getByText(words('programme.published')).first().waitFor();
    },

    async addReward(reward: Reward) {
      await open('/rewards/new');
      await page.getByLabel(words('rewards.name')).first().fill(reward.name);
      await page
        .getByLabel(words('rewards.points', { unit: DEFAULT_POINTS_NAME[locale].other }))
        .fill(String(reward.points));
      await page.getByLabel(words('rewards.units')).first().fill(String(reward.units));
      await button(words('rewards.saveAndPublish')).click();
      await page.getByText(words('rewards.done.publish'), { exact: true }).first().waitFor();
    },

    async openMall() {
      await open('/');
      await button(words('home.openMall')).click();
      await page.getByText(words('home.opened')).first().waitFor();
    },

    /** Returns the secret, which is shown this one time. */
    async createKey(name: string): Promise<string> {
      await open('/settings/api-keys');
      await button(words('apiKeys.create')).first().click();
      await page.getByLabel(words('apiKeys.name')).fill(name);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('apiKeys.create'), exact: true })
        .click();
      await page.getByText(words('apiKeys.shownOnce')).waitFor();
      return ((await page.getByRole('dialog').getByText(/^pmk_/).textContent()) ?? '').trim();
    },

    /** Ends on the member's own page. */
    async givePoints(member: { email: string }, amount: string) {
      await open('/');
      await page.getByLabel(words('home.find')).fill(member.email);
      await button(words('home.findSubmit')).click();
      await button(words('members.give')).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').first().fill(amount);
      await dialog.locator('button[type=submit]').click();
      await dialog.waitFor({ state: 'detached' });
    },

    async ship(reward: Reward, parcel: { carrier: string; trackingNumber: string }) {
      await open('/redemptions');
      await page.getByRole('link', { name: reward.name }).first().click();
      await button(words('redemptions.prepare')).click();
      await page.getByText(words('redemptions.donePrepare')).first().waitFor();
      await button(words('redemptions.ship')).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(words('redemptions.trackingNumber')).fill(parcel.trackingNumber);
      await dialog.getByLabel(words('redemptions.carrier')).fill(parcel.carrier);
      // Leaves the field, which closes the list of carriers.
      await page.keyboard.press('Tab');
      await dialog.locator('button[type=submit]').click();
      await page.getByText(words('redemptions.doneShip')).first().waitFor();
    },

    /** What the console says of the newest redemption of a reward. */
    async readRedemption(reward: Reward): Promise<string> {
      await open('/redemptions?tab=all');
      await page.getByRole('link', { name: reward.name }).first().click();
      await page.getByText(words('redemptions.timeline')).first().waitFor();
      return (await page.getByRole('main').textContent()) ?? '';
    },
  };
}
