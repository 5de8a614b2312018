import { expect } from 'vitest';
import { meeting, word } from './day-meeting.ts';
import { ANNOUNCEMENT, type Day, type Numbers } from './day-morning.ts';
import { CLERKS } from './day-shop.ts';

export const QUESTION = '生日有礼物吗？';
const RECEIPT = { amount: '88', receipt: 'R-8842' };

/** Both clerks serve the same people at once, and the members spend on their own phones meanwhile. */
export async function livesNoon({ shop, people, books }: Day, numbers: Numbers): Promise<{ toShip: number }> {
  const { zhou, wu, man, yifan, an } = people;
  const { ties, bowls, candle, coffee, watch } = shop.rewards;
  const [sameMember, sameReceipt, lastUnit, sameVoucher] = [meeting(2), meeting(2), meeting(2), meeting(2)];
  const given = meeting(5);
  const codes = { man: word<string>(), yifan: word<string>(), turning: word<string>() };
  const wantsCode = word();
  const asked = { yifan: word(), an: word() };
  const answered = { an: word() };
  const toPay = word();

  const gives = (staff: string, member: keyof Numbers, amountMinor: number, points: number) =>
    books.write({ kind: 'grant', staff, member, amountMinor, points });
  const spends = (member: keyof Numbers, ...rewards: { points: number }[]) =>
    books.write(...rewards.map(({ points }) => ({ kind: 'redeem' as const, member, points })));

  /** The last unit: whoever of the two had it, the other was told. */
  const had = { counter: false, phone: false };
  const counted = { zhou: false, wu: false };
  const took = { zhou: false, wu: false };

  await Promise.all([
    (async () => {
      const { name: staff } = CLERKS.zhou;
      await zhou.prepare(numbers.man, { amount: '128.50' }, 128);
      await sameMember();
      expect(await zhou.tapGive()).toBe('given');
      gives(staff, 'man', 12_850, 128);
      // Held out once more over the result, her code gives nothing twice.
      await zhou.scan(numbers.man);
      await zhou.card.waitFor();
      expect(await zhou.field.inputValue()).toBe('');
      await zhou.open();
      await zhou.serve(numbers.yifan, { amount: '1500' }, 1500);
      gives(staff, 'yifan', 150_000, 1500);
      await zhou.prepare(numbers.man, RECEIPT, 88);
      await sameReceipt();
      counted.zhou = (await zhou.tapGive()) === 'given';
      await zhou.done();
      await given();

      await zhou.find(numbers.yifan);
      await zhou.ask(bowls.name);
      asked.yifan.say();
      await zhou.result(`已兑换：${bowls.name}`);
      spends('yifan', bowls);
      await zhou.done();
      await zhou.find(numbers.yifan);
      await zhou.handOver(bowls.name);
      books.write({ kind: 'hand-over', staff });
      await zhou.done();

      await zhou.verify(await codes.man.heard(), coffee.name);
      books.write({ kind: 'verify', staff });
      await zhou.done();

      await zhou.find(numbers.man);
      await zhou.choose(candle.name);
      wantsCode.say();
      await zhou.scanForReward(candle, await codes.turning.heard());
      await lastUnit();
      had.counter = await zhou.tapRedeem(candle);
      if (had.counter) books.write({ kind: 'hand-over', staff });
      await zhou.open();

      await zhou.prepareToVerify(await codes.yifan.heard());
      await sameVoucher();
      took.zhou = await zhou.tapVerify(coffee);
      await zhou.open();
    })(),
    (async () => {
      const { name: staff } = CLERKS.wu;
      await wu.prepare(numbers.man, { amount: '66.60' }, 66);
      await sameMember();
      expect(await wu.tapGive()).toBe('given');
      gives(staff, 'man', 6660, 66);
      await wu.done();
      await wu.find(numbers.an);
      await wu.ringUp({ amount: '2680' });
      await wu.approve(shop.manager.pin);
      await wu.result(/2,680/);
      gives(staff, 'an', 268_000, 2680);
      await wu.done();
      await wu.prepare(numbers.man, RECEIPT, 88);
      await sameReceipt();
      counted.wu = (await wu.tapGive()) === 'given';
      await wu.done();
      await wu.prepare(numbers.yifan, { amount: '500' }, 500);
      expect(await wu.tapGive()).toBe('given');
      gives(staff, 'yifan', 50_000, 500);
      await wu.undo();
      books.write({ kind: 'undo', staff, member: 'yifan', amountMinor: 50_000, points: 500 });
      await given();

      await wu.find(numbers.an);
      await wu.ask(bowls.name);
      asked.an.say();
      expect(await wu.refusal()).toContain('没有同意');
      answered.an.say();
      await toPay.heard();
      await wu.open();
      await wu.find(numbers.an);
      expect(await wu.takeCash()).toContain('¥90');
      books.write({ kind: 'take-cash', staff, amountMinor: 9000 });
      await wu.handOver(watch.name);
      books.write({ kind: 'hand-over', staff });
      await wu.done();

      await wu.prepareToVerify(await codes.yifan.heard());
      await sameVoucher();
      took.wu = await wu.tapVerify(coffee);
      await wu.open();
    })(),
    (async () => {
      await man.seesPrice(ties);
      await given();
      codes.man.say(await man.redeemCoupon(coffee));
      await man.redeemToAddress(ties);
      spends('man', coffee, ties);
      // It counts for two minutes at most.
      await wantsCode.heard();
      codes.turning.say((await man.showCode()).code);
      await man.prepareToRedeem(candle);
      await lastUnit();
      had.phone = await man.tapRedeem();
      spends('man', candle);
      await man.askShop(QUESTION);
    })(),
    (async () => {
      await yifan.seesAnnouncement(ANNOUNCEMENT);
      await yifan.seesPrice(ties);
      await given();
      await asked.yifan.heard();
      await yifan.answerAsk(bowls, 'confirm');
      codes.yifan.say(await yifan.redeemCoupon(coffee));
      await yifan.redeemToAddress(ties);
      spends('yifan', coffee, ties);
    })(),
    (async () => {
      await an.seesPrice(ties);
      await given();
      await asked.an.heard();
      await an.answerAsk(bowls, 'decline');
      await answered.an.heard();
      await an.redeemWithCash(watch, { points: 100 });
      spends('an', { points: 100 });
      toPay.say();
      await an.redeemToAddress(bowls);
      await an.redeemToAddress(ties);
      spends('an', bowls, ties);
    })(),
  ]);

  expect(Object.values(had).toSorted()).toEqual([false, true]);
  expect(Object.values(counted).toSorted()).toEqual([false, true]);
  expect(Object.values(took).toSorted()).toEqual([false, true]);
  gives(counted.zhou ? CLERKS.zhou.name : CLERKS.wu.name, 'man', 8800, 88);
  books.write({ kind: 'verify', staff: took.zhou ? CLERKS.zhou.name : CLERKS.wu.name });
  // Three pairs of ties, the bowls, and the candle where she had it by her phone: what the clerk had was handed over.
  return { toShip: had.phone ? 5 : 4 };
}
