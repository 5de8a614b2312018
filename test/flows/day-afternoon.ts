import { expect } from 'vitest';
import { consoleWords } from '../support/console-words.ts';
import { word } from './day-meeting.ts';
import type { Day, Numbers } from './day-morning.ts';
import { QUESTION } from './day-noon.ts';
import { CLERKS } from './day-shop.ts';
import { expectSlips } from './day-slip.ts';

const words = consoleWords('zh-CN');
const ANSWER = '有的，生日当月送一份甜点。';

/** The office works off what came up at noon; a clerk's shift ends with her slip, and she is taken off the staff. */
export async function livesAfternoon(
  { server, shop, people, books }: Day,
  numbers: Numbers,
  { toShip }: { toShip: number },
): Promise<void> {
  const { owner, manager, zhou, wu, man, yifan, an } = people;
  const { bowls } = shop.rewards;
  const [answered, frozen, told, unfrozen] = [word(), word(), word(), word()];
  const [cancelled, ready, removed] = [word(), word(), word()];

  await Promise.all([
    (async () => {
      await owner.seesToShip(toShip);
      await owner.cancelRedemption(bowls.name, '餐具有磕碰');
      books.write({ kind: 'give-back', member: 'an', points: bowls.points });
      cancelled.say();
      await ready.heard();
      await owner.removeClerk(CLERKS.wu.name);
      removed.say();
    })(),
    (async () => {
      await manager.freeze(numbers.yifan);
      frozen.say();
      await manager.answer(QUESTION, ANSWER);
      answered.say();
      await manager.adjust(numbers.yifan, 50, '排队久等');
      books.write({ kind: 'adjust', member: 'yifan', points: 50 });
      await told.heard();
      await manager.unfreeze(numbers.yifan);
      unfrozen.say();
      await cancelled.heard();
      await manager.seesToShip(toShip - 1);
      await manager.shipOne('SF1390000001999');
      await manager.seesToShip(toShip - 2);
      await manager.shipByFile(toShip - 2);
    })(),
    (async () => {
      await zhou.serve(numbers.man, { amount: '12.34' }, 12);
      books.write({
        kind: 'grant',
        staff: CLERKS.zhou.name,
        member: 'man',
        amountMinor: 1234,
        points: 12,
      });
    })(),
    (async () => {
      await frozen.heard();
      await wu.prepare(numbers.yifan, { amount: '100' }, 100);
      await wu.go.click();
      expect(await wu.refusal()).toContain('冻结');
      told.say();
      await unfrozen.heard();
      expect(await wu.tapGive()).toBe('given');
      books.write({
        kind: 'grant',
        staff: CLERKS.wu.name,
        member: 'yifan',
        amountMinor: 10_000,
        points: 100,
      });
      await expectSlips(wu.page, server, { [CLERKS.wu.name]: books.slipOf(CLERKS.wu.name) });
      await wu.open();
      await wu.prepare(numbers.an, { amount: '42' }, 42);
      ready.say();
      await removed.heard();
      await wu.go.click();
      await wu.dialog(words('clerk.locked')).getByText(words('clerk.ended'), { exact: true }).waitFor();
      expect(await wu.field.inputValue()).toBe('42');
    })(),
    (async () => {
      await answered.heard();
      await man.readsAnswer(ANSWER);
    })(),
    (async () => {
      await frozen.heard();
      expect(await yifan.isFrozen()).toBe(true);
      await unfrozen.heard();
      expect(await yifan.isFrozen()).toBe(false);
    })(),
    (async () => {
      await cancelled.heard();
      expect(await an.readOrders()).toContain('已取消');
    })(),
  ]);
}
