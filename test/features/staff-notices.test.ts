import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { member } from '../../src/db/schema/auth.ts';
import { letters, staffNotices } from '../../src/db/schema/index.ts';
import type { JournalRow } from '../../src/domain/journal.ts';
import { LOCALES } from '../../src/domain/locale.ts';

import { answerQuestion } from '../../src/features/questions/answer-question.ts';
import { askAboutOrder, askQuestion } from '../../src/features/questions/ask-question.ts';
import { listQuestions } from '../../src/features/questions/list-questions.ts';
import { cancelRedemption } from '../../src/features/redemptions/cancel-redemption.ts';
import { prepareRedemption, shipRedemption } from '../../src/features/redemptions/fulfil-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { chooseNotices, getNoticeChoice } from '../../src/features/staff-notices/choose-notices.ts';
import { listNotices } from '../../src/features/staff-notices/list-notices.ts';
import { sendTestNotice } from '../../src/features/staff-notices/send-test-notice.ts';
import { ProviderError } from '../../src/http/post.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { colleague } from './colleagues.ts';
import { arrive, arriveStock, post, rowsOf, sendLetters } from './letters-world.ts';
import { memberWith, must, newKey, openShop, press, type Shop, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const MINUTE_MS = 60_000;
const pass = (minutes: number) => setClockOffsetMs(clockOffsetMs() + minutes * MINUTE_MS);

async function redeemed(shop: Shop, given: object = {}) {
  const memberId = await memberWith(shop, 2_000);
  const reward = await shelve(shop, given);
  const { redemptionId } = must(await redeem({ ctx: shop.member(memberId), input: press(reward, {}) }));
  await arrive(shop, memberId, await rowsOf(shop, memberId));
  return { memberId, redemptionId, reward };
}

async function shipped(shop: Shop, { memberId, redemptionId }: { memberId: string; redemptionId: string }) {
  const parcel = { carrier: '顺丰', trackingNumber: 'SF100200300' };
  must(
    await shipRedemption({ ctx: shop.owner, input: { memberId, redemptionId, ...parcel, key: newKey() } }),
  );
  await arrive(shop, memberId, await rowsOf(shop, memberId));
}

async function asked(shop: Shop, memberId: string, text: string) {
  must(await askQuestion({ ctx: shop.member(memberId), input: { memberId, text, key: newKey() } }));
}

/** Everything that is due now, sent by the cron's step. */
async function sent(shop: Shop) {
  const { taken, mail } = post();
  await sendLetters(shop, mail);
  return taken.filter(({ to }) => to.endsWith('@staff.test'));
}

async function log(shop: Shop, userId: string | null = null) {
  const { items } = must(await listNotices({ ctx: shop.owner, input: { userId, cursor: null, limit: 50 } }));
  return items.map(({ kind, told, state, failure }) => ({ kind, told, state, failure }));
}

const choose = (shop: Shop, userId: string, given: object) =>
  chooseNotices({
    ctx: shop.owner,
    input: { muted: [], locale: null, quietNights: false, ...given, userId, key: newKey() },
  });

describe('what waits for the shop', () => {
  test('is written once to each who may act on it and has proved an address, however often it is told', async () => {
    const shop = await openShop();
    const [owner, manager] = [await colleague(shop), await colleague(shop, { role: 'manager' })];
    await colleague(shop, { role: 'clerk' });
    await colleague(shop, { emailVerified: false });
    const { memberId, redemptionId } = await redeemed(shop);
    const { taken, mail } = post();
    await Promise.all([sendLetters(shop, mail), sendLetters(shop, mail)]);
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    pass(60);
    await sendLetters(shop, mail);
    expect(taken.map(({ to }) => to).toSorted()).toEqual([owner.email, manager.email].toSorted());
    const [letter] = taken;
    for (const said of ['1 件兑换待发货', `/redemptions/${memberId}/${redemptionId}`, '/settings/notices']) {
      expect(letter?.text).toContain(said);
      expect(letter?.html).toContain(said);
    }
    expect(await log(shop)).toEqual(
      Array(2).fill({ kind: 'staff_notice', told: { to_ship: 1 }, state: 'sent', failure: null }),
    );
  });

  test('comes at once after a quiet time, and then all together a quarter of an hour later', async () => {
    const shop = await openShop();
    const { userId } = await colleague(shop);
    const { memberId } = await redeemed(shop);
    expect(await sent(shop)).toHaveLength(1);
    pass(1);
    await asked(shop, memberId, 'Open on Sunday?');
    expect(await sent(shop)).toEqual([]);
    pass(2);
    await asked(shop, memberId, 'And on <b>Monday</b>?');
    must(await askAboutOrder({ ctx: shop.member(memberId), input: { memberId, orderNumber: 'T-1' } }));
    must(await askAboutOrder({ ctx: shop.member(memberId), input: { memberId, orderNumber: 'T-1' } }));
    expect(await sent(shop)).toEqual([]);
    pass(13);
    const [letter, ...others] = await sent(shop);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('A shop：2 个提问待回复 · 1 个积分申诉');
    expect((await log(shop, userId)).map(({ told }) => told)).toEqual([
      { question: 2, missing_points: 1 },
      { to_ship: 1 },
    ]);
  });

  test('is left out where it was done meanwhile, and a letter with nothing left in it is not sent', async () => {
    const shop = await openShop();
    await colleague(shop);
    await shipped(shop, await redeemed(shop));
    expect([await sent(shop), await log(shop)]).toEqual([
      [],
      [{ kind: 'staff_notice', told: null, state: 'skipped', failure: null }],
    ]);
    const memberId = await memberWith(shop, 10);
    await asked(shop, memberId, 'Answered');
    await asked(shop, memberId, 'Open still');
    const open = await listQuestions({ ctx: shop.owner, input: { state: 'open', cursor: null, limit: 10 } });
    const first = must(open).items.find(({ question }) => question.text === 'Answered');
    const reply = { questionId: first?.question.id ?? '', text: 'Yes.', key: newKey() };
    must(await answerQuestion({ ctx: shop.owner, input: reply }));
    expect(
      (await sent(shop)).map(({ text }) => [text.includes('Answered'), text.includes('Open still')]),
    ).toEqual([[false, true]]);
  });

  test('names a reward of which few are left, and one that is gone', async () => {
    const shop = await openShop();
    await colleague(shop);
    const { reward } = await redeemed(shop, { units: 2 });
    await arriveStock(shop, reward.reward.id);
    expect((await sent(shop)).map(({ text }) => text.includes(`只剩 1 件`))).toEqual([true]);
    const memberId = await memberWith(shop, 2_000);
    must(await redeem({ ctx: shop.member(memberId), input: press(reward, {}) }));
    await arriveStock(shop, reward.reward.id);
    pass(20);
    expect((await sent(shop)).map(({ text }) => text.includes('已兑完'))).toEqual([true]);
  });

  test('asks again for an answer to each wish to cancel', async () => {
    const shop = await openShop();
    await colleague(shop);
    const { memberId, redemptionId } = await redeemed(shop);
    must(await prepareRedemption({ ctx: shop.owner, input: { memberId, redemptionId, key: newKey() } }));
    const input = { memberId, redemptionId, reason: null, key: newKey() };
    must(await cancelRedemption({ ctx: shop.member(memberId), input }));
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    expect((await sent(shop)).map(({ subject }) => subject)).toEqual(['A shop：1 件取消或退款待处理']);
  });

  test('of four days ago is not told: an imported or rebuilt history writes to nobody', async () => {
    const shop = await openShop();
    await colleague(shop);
    const memberId = await memberWith(shop, 2_000);
    must(await redeem({ ctx: shop.member(memberId), input: press(await shelve(shop), {}) }));
    const rows: JournalRow[] = await rowsOf(shop, memberId);
    pass(4 * 24 * 60);
    await arrive(shop, memberId, rows);
    expect([await sent(shop), await log(shop)]).toEqual([[], []]);
  });
});

describe('one of the staff', () => {
  test.each(LOCALES)('reads in the language that she chose: %s', async (locale) => {
    const shop = await openShop();
    const { userId } = await colleague(shop);
    must(await choose(shop, userId, { locale }));
    await redeemed(shop);
    expect((await sent(shop)).map(({ html }) => html?.includes(`<html lang="${locale}">`))).toEqual([true]);
  });

  test('hears nothing of a kind that she switched off, also of what waits already', async () => {
    const shop = await openShop();
    const [deaf, later, all] = [await colleague(shop), await colleague(shop), await colleague(shop)];
    must(await choose(shop, deaf.userId, { muted: ['to_ship'] }));
    await redeemed(shop);
    await sendLetters(shop, post(away).mail);
    must(await choose(shop, later.userId, { muted: ['to_ship'] }));
    pass(2);
    expect((await sent(shop)).map(({ to }) => to)).toEqual([all.email]);
    expect(await getNoticeChoice({ ctx: shop.owner, input: { userId: deaf.userId } })).toEqual({
      muted: ['to_ship'],
      locale: null,
      quietNights: false,
    });
  });

  test.each(['left', 'is a clerk now'])(
    'who %s gets nothing any more, also of what waits',
    async (became) => {
      const shop = await openShop();
      const { userId } = await colleague(shop);
      const { authDb } = shop.owner;
      await redeemed(shop);
      await sendLetters(shop, post(away).mail);
      const own = eq(member.userId, userId);
      if (became === 'left') await authDb.delete(member).where(own);
      else await authDb.update(member).set({ role: 'clerk' }).where(own);
      pass(2);
      await asked(shop, await memberWith(shop, 10), 'Open on Sunday?');
      expect(await sent(shop)).toEqual([]);
      expect((await log(shop)).map(({ state }) => state)).toEqual(['skipped']);
    },
  );

  test('sees whether letters arrive, five times an hour', async () => {
    const shop = await openShop();
    const { userId, email } = await colleague(shop);
    const sendTest = (key: string, address: string | null = email) =>
      sendTestNotice({ ctx: shop.owner, input: { userId, email: address, key } });
    expect(await sendTest(newKey(), null)).toEqual({ ok: false, refusal: { code: 'email_unverified' } });
    const key = newKey();
    must(await sendTest(key));
    must(await sendTest(key));
    expect((await sent(shop)).map(({ to, subject }) => [to, subject])).toEqual([
      [email, 'A shop：通知邮件能收到'],
    ]);
    for (let test = 0; test < 4; test += 1) must(await sendTest(newKey()));
    expect(await sendTest(newKey())).toMatchObject({ ok: false, refusal: { code: 'too_many_requests' } });
  });

  test('reads of letters of her own shop alone', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const { userId } = await colleague(shop);
    await colleague(other);
    await redeemed(shop);
    await redeemed(other);
    await sent(shop);
    expect([(await log(shop)).length, await log(other, userId)]).toEqual([1, []]);
  });
});

describe('the post', () => {
  test('is given the same letter under the same key where a run was cut off after sending', async () => {
    const shop = await openShop();
    await colleague(shop);
    const { memberId } = await redeemed(shop);
    const keys: unknown[] = [];
    const answer = (failure: unknown) =>
      post(({ key }) => {
        keys.push(key);
        throw failure;
      }).mail;
    await sendLetters(shop, answer(new AppError('unavailable')));
    // What happens meanwhile is for the next letter: the provider may have this one already.
    await asked(shop, memberId, 'Open on Sunday?');
    pass(2);
    await sendLetters(shop, answer(new AppError('unavailable', {}, { cause: new ProviderError(409) })));
    expect(new Set(keys).size).toBe(1);
    pass(20);
    expect((await sent(shop)).map(({ subject }) => subject)).toEqual(['A shop：1 个提问待回复']);
    const { owner, tenant } = shop;
    const [waiting] = await owner.db.batch(tenant.id, [owner.db.build.select().from(staffNotices)]);
    expect(new Set(waiting.map(({ letterKey }) => letterKey)).size).toBe(2);
  });

  test('refusing a letter for good ends its tries within a day, and the log says why', async () => {
    const shop = await openShop();
    await colleague(shop);
    await redeemed(shop);
    const refusing = post(() => {
      throw new AppError('unavailable', {}, { cause: new ProviderError(422) });
    });
    for (let hour = 0; hour < 24; hour += 1) {
      await sendLetters(shop, refusing.mail);
      pass(60);
    }
    expect(await log(shop)).toEqual([
      { kind: 'staff_notice', told: { to_ship: 1 }, state: 'failed', failure: 'refused' },
    ]);
    const { owner, tenant } = shop;
    const [rows] = await owner.db.batch(tenant.id, [owner.db.build.select().from(letters)]);
    expect(rows.map(({ tries, dueAtMs }) => [tries, dueAtMs])).toEqual([[7, null]]);
  });
});

function away(): never {
  throw new AppError('unavailable');
}
