import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEFAULT_POINTS_NAME } from '../../src/messages/points-name.ts';
import { consoleWords } from '../support/console-words.ts';
import type { serverAt } from '../support/server.ts';
import type { DayReward } from './day-member.ts';
import { countOf, minorOf } from './day-slip.ts';

const words = consoleWords('zh-CN');
const unit = DEFAULT_POINTS_NAME['zh-CN'].other;

/** The projections are seconds late, on a machine that is at other things. */
const SEEN = { timeout: 60_000, interval: 500 };

/** Owner or manager of the day at her desk: what she does on the console's screens. */
export function dayOffice(page: Page, server: ReturnType<typeof serverAt>) {
  const open = (path: string) => page.goto(server.url(path, 'console'));
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const dialog = page.getByRole('dialog');
  const said = (text: string) => page.getByText(text, { exact: true }).first().waitFor();
  const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true }).click();

  const openMember = async (number: string) => {
    await open('/');
    await page.getByLabel(words('home.find')).fill(number);
    await button(words('home.findSubmit')).click();
    await page.waitForURL(/\/members\/mem_/);
  };
  const setFrozen = async (number: string, freezes: boolean) => {
    await openMember(number);
    const name = words(freezes ? 'members.freeze' : 'members.unfreeze');
    await button(name).click();
    await inDialog(name);
    await button(words(freezes ? 'members.unfreeze' : 'members.freeze')).waitFor();
  };

  /** Asked as her page asks it, without drawing it each time: what is not copied yet is there a moment later. */
  const homeSays = (figure: 'toShip' | 'balancePoints', value: number) => {
    const asked = () =>
      page.evaluate(async () => (await fetch('/api/home')).json() as Promise<Record<string, unknown>>);
    return expect.poll(async () => (await asked())[figure], SEEN).toBe(value);
  };

  return {
    page,

    /** From the letter's link to Home: an account of her own, her address proved, the invitation taken. */
    async comeByInvitation({ name, email, password }: { name: string; email: string; password: string }) {
      const letter = async () => (await server.inbox(email))[0]?.text ?? '';
      const [link = ''] = /http\S+\/invitations\/\S+/.exec(await letter()) ?? [];
      await page.goto(link);
      await page.getByLabel(words('invitation.name')).fill(name);
      await page.getByRole('textbox', { name: words('signUp.password') }).fill(password);
      await button(words('invitation.makeAccount')).click();
      await page.getByLabel(words('emailCode.digit', { position: 1, of: 6 })).click();
      await expect.poll(letter).toMatch(/\b\d{6}\b/);
      await page.keyboard.type(/\b\d{6}\b/.exec(await letter())?.[0] ?? '');
      await button(words('invitation.accept')).click();
      await page.waitForURL(server.url('/', 'console'));
    },

    /** Typed on a clerk's device it says yes to what is above her limit. */
    async setPin(pin: string, password: string) {
      await open('/settings/you');
      await page.getByRole('textbox', { name: words('clerk.yourPassword') }).fill(password);
      const first = words('clerk.digit', { label: words('clerk.choosePin'), place: '1' });
      await page.getByRole('textbox', { name: first }).click();
      await page.keyboard.type(pin);
      await button(words('clerk.setPin')).click();
      await said(words('clerk.pinSaved'));
    },

    /** As it would be scanned off her screen. */
    async makeClerkLink(): Promise<string> {
      await open('/settings/staff');
      const made = page.waitForResponse((answer) => answer.url().endsWith('/api/staff/clerk-links'));
      await button(words('staff.addClerk')).click();
      const { url } = (await (await made).json()) as { url: string };
      await page.getByRole('img', { name: words('staff.linkCode') }).waitFor();
      return url;
    },

    async removeClerk(name: string) {
      await open('/settings/staff');
      await button(words('staff.removeOne', { name })).click();
      await inDialog(words('staff.remove'));
      await said(words('staff.removed'));
    },

    async reprice({ id, points }: DayReward) {
      await open(`/rewards/${id}`);
      await page.getByLabel(words('rewards.points', { unit })).fill(String(points));
      await button(words('rewards.saveAndPublish')).click();
      await said(words('rewards.done.publish'));
    },

    /** Typed, kept as a draft, and published without waiting ten seconds. */
    async publishAnnouncement(text: string) {
      await open('/design');
      const name = words('design.groups.announcement');
      await page.getByRole('button', { name }).first().click();
      await page.getByRole('textbox', { name, exact: true }).fill(text);
      await page
        .locator('button:not([disabled])', { hasText: words('design.publish') })
        .first()
        .click();
      await inDialog(words('design.publish'));
      await button(words('design.publishNow')).click();
      await said(words('design.published'));
    },

    async answer(question: string, text: string) {
      await open('/questions');
      const asked = page.getByRole('article').filter({ hasText: question });
      await asked.getByLabel(words('questions.answer')).fill(text);
      await asked.getByRole('button', { name: words('questions.send') }).click();
      await asked.waitFor({ state: 'detached' });
    },

    async adjust(number: string, points: number, note: string) {
      await openMember(number);
      await button(words('members.adjust')).click();
      await dialog.getByLabel(words('members.points', { unit })).fill(String(points));
      await dialog.getByLabel(words('members.reason')).selectOption('goodwill');
      await dialog.getByLabel(words('members.note')).fill(note);
      await inDialog(words('members.adjustSubmit'));
      await dialog.waitFor({ state: 'detached' });
    },

    freeze: (number: string) => setFrozen(number, true),
    unfreeze: (number: string) => setFrozen(number, false),

    /** Once Home counts so many to be sent. */
    async seesToShip(count: number) {
      await homeSays('toShip', count);
      await open('/');
      await page.getByText(words('home.lists.to_ship', { count }), { exact: true }).waitFor();
    },

    async shipOne(trackingNumber: string) {
      await open('/redemptions?tab=to_ship');
      await page
        .getByRole('button', { name: new RegExp(`^${words('redemptions.ship')}: `) })
        .first()
        .click();
      await dialog.getByLabel(words('redemptions.trackingNumber')).fill(trackingNumber);
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    },

    /** The table of what is to be sent, filled in and sent back. */
    async shipByFile(count: number) {
      await open('/redemptions/ship-by-file');
      const [table] = await Promise.all([
        page.waitForEvent('download'),
        button(words('redemptions.file.template')).click(),
      ]);
      const lines = (await readFile(await table.path(), 'utf8')).trim().split('\r\n');
      // The last column is for the tracking number.
      const filled = lines.map((line, place) => (place === 0 ? line : `${line}SF13900000${2000 + place}`));
      const buffer = Buffer.from(filled.join('\r\n'));
      const file = { name: '今天的.csv', mimeType: 'text/csv', buffer };
      await page.locator('input[type=file]').setInputFiles(file);
      await button(words('redemptions.file.send', { count })).click();
      await page.getByText(words('redemptions.file.tally.shipped', { count })).waitFor();
    },

    /** The points come back to her. */
    async cancelRedemption(what: string, reason: string) {
      await open('/redemptions?tab=to_ship');
      await page.getByRole('main').getByRole('link', { name: what }).first().click();
      await button(words('redemptions.cancel')).click();
      const asks = dialog.filter({ hasText: words('redemptions.cancelTitle') });
      await asks.getByRole('textbox').fill(reason);
      await asks.getByRole('button', { name: words('redemptions.cancelConfirm'), exact: true }).click();
      await asks.waitFor({ state: 'detached' });
    },

    /** Points in and out of the last thirty days, sales, cash, and what members hold, as Home says them. */
    async readHome(balancePoints: number) {
      await homeSays('balancePoints', balancePoints);
      await open('/');
      const legend = page.locator('.flowLegend li');
      await legend.first().waitFor();
      const [issued, redeemed] = await legend.allTextContents();
      // What is not there yet is not waited for: a page that is looked at again says it.
      const [held] = await page.getByText(/^会员手里共/).allTextContents();
      const [cash] = await page.getByText(/^近 30 天兑换收到现金/).allTextContents();
      const sales = page.locator('.figureCard', { hasText: words('home.figure.sales') });
      return {
        issuedPoints: countOf(issued),
        redeemedPoints: countOf(redeemed),
        balancePoints: countOf(held?.split(unit)[0]),
        salesMinor: minorOf((await sales.locator('.figureValue').allTextContents())[0]),
        purchases: countOf((await sales.locator('.figureMore').allTextContents())[0]),
        cashMinor: minorOf(cash?.split('，')[0]?.split('¥')[1]),
      };
    },
  };
}
