import { expect } from 'vitest';
import { DEFAULT_POINTS_NAME, pointsWithWord } from '../../src/messages/points-name.ts';
import { consoleWords } from '../support/console-words.ts';
import { type CounterDriver, counterAt, type RungSale } from './counter-page.ts';
import type { DayReward } from './day-member.ts';

const words = consoleWords('zh-CN');
const points = (count: number) => pointsWithWord(DEFAULT_POINTS_NAME, 'zh-CN', count);

/** A clerk of the day: the counter's screen, with its last taps by themselves, so that two can do them at once. */
export function dayClerk(...at: Parameters<typeof counterAt>) {
  const counter: CounterDriver = counterAt(...at);
  const { page, go, dialog } = counter;
  const result = page.locator('.resultScreen');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const voucherIs = (said: string) => page.getByRole('alert').filter({ hasText: said });

  return {
    ...counter,

    /** Away with whatever the full screen says, whether or not it is still there. */
    async done(): Promise<void> {
      await result.getByRole('button').evaluateAll((buttons) => {
        const last = buttons.at(-1);
        if (last instanceof HTMLElement) last.click();
      });
      await result.waitFor({ state: 'detached' });
    },

    /** Rings up a sale for somebody, up to the last tap. */
    async prepare(number: string, sale: RungSale, expected: number): Promise<void> {
      await counter.find(number);
      await counter.ringUp(sale);
      await button(words('counter.giveSubmitPoints', { points: points(expected) })).waitFor();
    },

    /** The last tap: given, or counted before. */
    async tapGive(): Promise<'given' | 'counted-before'> {
      await go.click();
      await result.waitFor();
      return (await result.getAttribute('data-tone')) === 'stopped' ? 'counted-before' : 'given';
    },

    /** Everything at once, and the next in line. */
    async serve(number: string, sale: RungSale, expected: number): Promise<void> {
      await this.prepare(number, sale, expected);
      expect(await this.tapGive()).toBe('given');
      await this.done();
    },

    /** Her code is scanned over the reward that was chosen, up to the last tap. */
    async scanForReward(reward: DayReward, code: string): Promise<void> {
      await counter.scan(code);
      await button(words('counter.redeemSubmit', { points: points(reward.points) })).waitFor();
    },

    /** The last tap, and whether it was still there. */
    async tapRedeem(reward: DayReward): Promise<boolean> {
      await button(words('counter.redeemSubmit', { points: points(reward.points) })).click();
      const got = dialog(words('counter.redeemed', { what: reward.name }));
      await got.or(dialog(reward.name).getByRole('alert')).first().waitFor();
      return got.isVisible();
    },

    /** A voucher that can be taken, up to the last tap. */
    async prepareToVerify(code: string): Promise<void> {
      await counter.type(code);
      await button(words('vouchers.use')).waitFor();
    },

    /** The last tap, and whether she was the one who took it. */
    async tapVerify(reward: DayReward): Promise<boolean> {
      await button(words('vouchers.use')).click();
      const used = dialog(words('counter.used', { what: reward.name }));
      await used
        .or(voucherIs(words('vouchers.used')))
        .first()
        .waitFor();
      return used.isVisible();
    },

    /** What she is told while nothing was given. */
    async refusal(): Promise<string> {
      const alert = page.getByRole('alert').filter({ hasText: /\S/ }).first();
      await alert.waitFor();
      expect(await result.count()).toBe(0);
      return (await alert.textContent()) ?? '';
    },
  };
}
