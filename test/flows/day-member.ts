import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { joinPath } from '../../src/domain/join-source.ts';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { translator } from '../../src/messages/translator.ts';
import { ADDRESS, fill } from '../mall/phone.ts';
import type { serverAt } from '../support/server.ts';
import { readMemberCode } from './counter-page.ts';

const words = translator('zh-CN', 'mall');
const own = translator('zh-CN', 'member');
const points = (count: number) => pointsWithWord(DEFAULT_POINTS_NAME, 'zh-CN', count);

export type DayReward = { id: string; name: string; points: number };

/** A member of the day at her phone, its script running, by taps and typing alone. */
export function dayMember(page: Page, server: ReturnType<typeof serverAt>, slug: string) {
  const open = (path: string) => page.goto(server.url(path, slug));
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const confirm = () => page.locator('.bar button').click();

  const proveHerself = async (contact: string) => {
    await page.fill('#identifier', contact);
    await page.click('main button[type=submit]');
    await page.locator('#code').waitFor();
    const [letter] = await server.inbox(contact.includes('@') ? contact : `+86${contact}`);
    await page.fill('#code', /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? '');
    await page.click('main button[type=submit]');
    await page.waitForURL((url) => !/^\/(sign-in|join)/.test(url.pathname));
  };
  const toConfirm = async (reward: DayReward) => {
    await open(`/rewards/${reward.id}`);
    await page.locator('.bar a.button').click();
    await page.getByRole('heading', { name: words('confirm.title') }).waitFor();
    await page.locator('.bar button', { hasText: points(reward.points) }).waitFor();
  };
  /** Whether she has it, once the page says so or not; while it is still being confirmed she looks again. */
  const settled = async (): Promise<boolean> => {
    const heading = (name: string) => page.getByRole('heading', { name, exact: true });
    const got = heading(words('success.title'));
    const missed = heading(words('success.failed')).or(heading(words('reward.soldOut')));
    const again = page.getByRole('link', { name: words('success.reload'), exact: true });
    await got.or(missed).or(again).first().waitFor();
    if (!(await again.isVisible())) return got.isVisible();
    await again.click();
    return settled();
  };
  const succeeded = async () => expect(await settled()).toBe(true);

  return {
    page,

    joinByPoster: async (contact: string) => {
      await open(joinPath('poster'));
      await proveHerself(contact);
    },

    /** Somebody who was enrolled at the counter proves that the phone is hers. */
    claim: async (contact: string) => {
      await open('/sign-in');
      await proveHerself(contact);
    },

    /** The number that she reads out at the counter, and what the turning code on her phone says now. */
    showCode: () => readMemberCode(page, server, { slug }),

    /** Once the mall shows it at this price, which a change of the shop's takes a moment for. */
    async seesPrice({ id, points: price }: DayReward) {
      const shown = async () => {
        await open(`/rewards/${id}`);
        return page.locator('.reward .price').textContent();
      };
      await expect.poll(shown, { timeout: 10_000, interval: 500 }).toContain(String(price));
    },

    async seesAnnouncement(text: string) {
      const shown = async () => {
        await open('/');
        return page.getByText(text, { exact: true }).isVisible();
      };
      await expect.poll(shown, { timeout: 10_000, interval: 500 }).toBe(true);
    },

    async redeemToAddress(reward: DayReward) {
      await toConfirm(reward);
      await fill(page, ADDRESS);
      await confirm();
      await succeeded();
    },

    /** Stands before the last tap. */
    async prepareToRedeem(reward: DayReward) {
      await toConfirm(reward);
      await fill(page, ADDRESS);
    },

    /** The last tap, and whether she got it. */
    async tapRedeem(): Promise<boolean> {
      await confirm();
      return settled();
    },

    /** The code that she shows. */
    async redeemCoupon(reward: DayReward): Promise<string> {
      await toConfirm(reward);
      await confirm();
      await succeeded();
      return page.getByRole('textbox', { name: words('voucher.code') }).inputValue();
    },

    /** The least points and the rest in cash, paid and fetched in the shop. */
    async redeemWithCash(reward: DayReward, mix: { points: number }) {
      await open(`/rewards/${reward.id}`);
      await page.locator('input[name=points]').fill(String(mix.points));
      await page.locator('form.choice button[type=submit]').click();
      await page.getByRole('heading', { name: words('confirm.title'), exact: true }).waitFor();
      await page.getByLabel(words('pickUp.choose'), { exact: true }).check();
      await confirm();
      await page.waitForURL(/\/redemptions\/rdm_/);
    },

    /** What the shop asks of her comes up by itself. */
    async answerAsk(reward: DayReward, answer: 'confirm' | 'decline') {
      await open('/me/code');
      const ask = page.locator('[data-ask]', { hasText: reward.name });
      await ask.waitFor();
      const name =
        answer === 'confirm' ? own('ask.confirm', { points: points(reward.points) }) : own('ask.decline');
      await ask.getByRole('button', { name, exact: true }).click();
      if (answer === 'confirm') await succeeded();
      else await page.getByText(own('ask.declinedTitle'), { exact: true }).first().waitFor();
    },

    async askShop(text: string) {
      await open('/help');
      await page.getByLabel(own('help.text'), { exact: true }).fill(text);
      await press(own('help.send'));
      await page.getByText(own('help.sent'), { exact: true }).waitFor();
    },

    /** What the shop answered to what she asked. */
    async readsAnswer(text: string) {
      await open('/help');
      await page.locator('.reply', { hasText: text }).waitFor();
    },

    /** Whether the page of her points says that her account is frozen. */
    async isFrozen(): Promise<boolean> {
      await open('/points');
      return page.getByText(/暂时冻结了你的账户/).isVisible();
    },

    /** What she can spend, and every movement, least first, as the page of her points says. */
    async readPoints(): Promise<{ available: number; movements: number[] }> {
      await open('/points');
      const available = await page.locator('.member-card .big strong').textContent();
      const movements = await page.locator('.entry .entry-points').allTextContents();
      return {
        available: figure(available),
        movements: movements.map(figure).toSorted((one, other) => one - other),
      };
    },

    /** The state that her newest orders say, newest first. */
    async readOrders(): Promise<string> {
      await open('/redemptions');
      return (await page.getByRole('main').textContent()) ?? '';
    },
  };
}

/** "+1,286" and "−40" as numbers. */
function figure(text: string | null): number {
  const digits = Number((text ?? '').replaceAll(/\D/g, ''));
  return /^\s*[-−]/.test(text ?? '') ? -digits : digits;
}
