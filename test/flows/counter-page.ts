import type { Page } from 'playwright-core';
import type { Locale } from '../../src/domain/locale.ts';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { consoleWords } from '../support/console-words.ts';
import type { serverAt } from '../support/server.ts';

type Server = ReturnType<typeof serverAt>;

/** A sale as it is rung up: amounts as their keys are pressed, those of a category put aside before the last. */
export type RungSale = { amount: string; receipt?: string; before?: { amount: string; category: string }[] };

/**
 * A clerk at the counter's screen, on a page of her own: what she does there by taps, typing and a gun alone.
 * What takes its time is waited for, and a result stays until `next`, or until it goes by itself.
 */
export function counterAt(page: Page, server: Server, locale: Locale) {
  const words = consoleWords(locale);
  const button = (name: string | RegExp) =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const field = page.locator('[data-counter-field]');
  const card = page.getByRole('region', { name: words('counter.member'), exact: true });
  const go = page.locator('.counterGo');
  const dialog = (name: string | RegExp) =>
    page.getByRole('dialog', typeof name === 'string' ? { name, exact: true } : { name });
  const points = (count: number) => pointsWithWord(DEFAULT_POINTS_NAME, locale, count);
  const tab = (name: 'give' | 'redeem' | 'waiting') =>
    page
      .getByRole('radiogroup', { name: words('counter.whatToDo') })
      .getByText(words(`counter.tabs.${name}`), { exact: true })
      .click();

  return {
    page,
    field,
    card,
    go,
    dialog,

    /** Joins by a link that a manager handed over, and ends at the counter, signed in. */
    async join({ url, name, pin }: { url: string; name: string; pin: string }): Promise<void> {
      await page.goto(url);
      await page.getByLabel(words('clerk.name')).fill(name);
      const first = words('clerk.digit', { label: words('clerk.choosePin'), place: '1' });
      await page.getByRole('textbox', { name: first }).click();
      await page.keyboard.type(pin);
      await button(words('clerk.toCounter')).click();
      await page.waitForURL(server.url('/counter', 'console'));
      await field.waitFor();
    },

    /** Another clerk of this device takes over with her PIN. */
    async takeTurn({ from, to, pin }: { from: string; to: string; pin: string }): Promise<void> {
      await button(words('shell.lockOf', { name: from })).click();
      const lock = dialog(words('clerk.locked'));
      await lock.getByRole('button', { name: words('clerk.switch') }).click();
      await lock.getByRole('button', { name: to }).click();
      for (const digit of pin) await lock.getByRole('button', { name: digit, exact: true }).click();
      await lock.waitFor({ state: 'detached' });
      await field.waitFor();
    },

    /** Comes to the counter anew: whoever stood at it before does no more. */
    async open(): Promise<void> {
      await page.goto('about:blank');
      await page.goto(server.url('/counter', 'console'));
      await field.waitFor();
    },

    /** The network goes, and the page has heard of it. */
    async loseNetwork(): Promise<void> {
      await page.context().setOffline(true);
      await page.waitForFunction(() => navigator.onLine === false);
    },

    /** Types who it is: a number, a phone, its last digits, a code; ends wherever that leads. */
    async type(text: string): Promise<void> {
      await field.fill(text);
      await page.keyboard.press('Enter');
    },

    /** The one member that is meant, by what names her alone. */
    async find(text: string): Promise<void> {
      await this.type(text);
      await card.waitFor();
    },

    /** Types as fast as a gun does, whatever else the machine is at and wherever the focus is. */
    async scan(text: string): Promise<void> {
      await page.evaluate((code) => {
        for (const key of [...code, 'Enter'])
          (document.activeElement ?? document.body).dispatchEvent(
            new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
          );
      }, text);
    },

    /** Enrols by phone; the member's card is there at its end. */
    async enrol(phone: string, name = ''): Promise<void> {
      await button(words('counter.newMember')).click();
      await field.fill(phone);
      await page.getByLabel(words('counter.nameOptional')).fill(name);
      await button(words('counter.enrolSubmit')).click();
      await card.waitFor();
    },

    /** Presses the keypad's keys and fills what few sales need; nothing is given yet. */
    async ringUp({ amount, receipt, before = [] }: RungSale): Promise<void> {
      const keypad = page.getByRole('group', { name: words('counter.keypad') });
      const press = async (keys: string) => {
        for (const key of keys) await keypad.getByRole('button', { name: key, exact: true }).click();
      };
      for (const line of before) {
        await press(line.amount);
        await page.getByText(line.category, { exact: true }).click();
        await button(words('counter.lineAdd')).click();
      }
      await press(amount);
      if (receipt === undefined) return;
      await button(words('counter.moreFields')).click();
      const more = dialog(words('counter.moreFields'));
      await more.getByLabel(words('counter.receipt')).fill(receipt);
      await more.getByRole('button', { name: words('counter.moreDone'), exact: true }).click();
      await more.waitFor({ state: 'detached' });
    },

    /** Gives what was rung up: the whole screen says how many points. */
    async give(sale: RungSale, expected: number): Promise<void> {
      await this.ringUp(sale);
      await button(words('counter.giveSubmitPoints', { points: points(expected) })).click();
      await dialog(new RegExp(words('counter.given', { name: '.+', points: points(expected) }))).waitFor();
    },

    /** Above a limit: a manager's PIN on the clerk's own device. */
    async approve(pin: string): Promise<void> {
      await button(words('counter.askManager')).click();
      await this.typeApproval(pin);
    },

    async typeApproval(pin: string): Promise<void> {
      const keys = dialog(words('counter.approval'));
      for (const digit of pin) await keys.getByRole('button', { name: digit, exact: true }).click();
    },

    /** Takes back what the result on the screen, or else the newest line of the day, says was given. */
    async undo(): Promise<void> {
      await button(words('counter.undo')).first().click();
      await dialog(words('counter.undoTitle'))
        .getByRole('button', { name: words('counter.undo'), exact: true })
        .click();
      await dialog(words('counter.undoTitle')).waitFor({ state: 'detached' });
    },

    /** Away with the result, were it not gone by itself; the next person is served. */
    async next(): Promise<void> {
      await page.keyboard.press('Escape');
      await page.locator('.resultScreen').waitFor({ state: 'detached' });
    },

    /** What the full screen says once it stands there, such as that a receipt was counted before. */
    async result(says: string | RegExp): Promise<void> {
      await dialog(says).waitFor();
    },

    /** Opens a reward that she can afford, before the member's code or yes. */
    async choose(reward: string): Promise<void> {
      await tab('redeem');
      await button(new RegExp(reward)).click();
      await dialog(reward).waitFor();
    },

    /** Redeems with the code on her phone, which is scanned over the sheet; ends with the result. */
    async redeemWithCode(reward: string, code: string, expected: number): Promise<void> {
      await this.choose(reward);
      await this.scan(code);
      await dialog(reward)
        .getByRole('button', {
          name: words('counter.redeemSubmit', { points: points(expected) }),
          exact: true,
        })
        .click();
      await this.result(words('counter.redeemed', { what: reward }));
    },

    /** Sends the question to her phone; what she answers shows by itself within two seconds. */
    async ask(reward: string): Promise<void> {
      await this.choose(reward);
      await button(words('counter.askHer')).click();
      await page.getByText(words('counter.askOpen')).waitFor();
    },

    /** What waits for the member on the screen is put into her hand. */
    async handOver(reward: string): Promise<void> {
      await tab('waiting');
      await button(words('counter.handOver')).click();
      await this.result(words('counter.handedOver', { what: reward }));
    },

    /** The cash of the one redemption of hers that is paid here; what the button said: "已收款 ¥300". */
    async takeCash(): Promise<string> {
      await tab('waiting');
      const take = button(new RegExp(words('counter.takeCash', { amount: '.+' })));
      const said = (await take.textContent()) ?? '';
      await take.click();
      await take.waitFor({ state: 'detached' });
      return said;
    },

    /** Types a voucher's code and takes it. */
    async verify(code: string, reward: string): Promise<void> {
      await this.type(code);
      await button(words('vouchers.use')).click();
      await this.result(words('counter.used', { what: reward }));
    },

    /** What the day's slip says, the whole of it. */
    async slip(): Promise<string> {
      await page.goto(server.url('/counter/slip', 'console'));
      await page.getByText(words('slip.grants'), { exact: true }).first().waitFor();
      return (await page.getByRole('main').textContent()) ?? '';
    },
  };
}

export type CounterDriver = ReturnType<typeof counterAt>;

/** What a member holds out on her mall's own page: the address in the QR code, and the number beneath it. */
export async function readMemberCode(phone: Page, server: Server, shop: { slug: string }) {
  await phone.goto(server.url('/me/code', shop.slug));
  const shown = phone.locator('[data-code-is]');
  const [code = ''] = ((await shown.getAttribute('data-code-is')) ?? '').split(' ');
  const number = (await shown.locator('.code-number strong').textContent()) ?? '';
  return { code, number: number.replace(/\s/g, '') };
}
