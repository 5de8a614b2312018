import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { letters, members, redemptions } from '../../src/db/schema/index.ts';
import { LOCALES } from '../../src/domain/locale.ts';
import { chooseLetters, wantedLetters } from '../../src/features/letters/choose-letters.ts';
import { listLetters } from '../../src/features/letters/list-letters.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { closeAccount } from '../../src/features/members/close-account.ts';
import { getMember } from '../../src/features/members/find-member.ts';
import { updateMember } from '../../src/features/members/update-member.ts';
import { answerQuestion } from '../../src/features/questions/answer-question.ts';
import { askQuestion } from '../../src/features/questions/ask-question.ts';
import { listQuestions } from '../../src/features/questions/list-questions.ts';
import { cancelRedemption } from '../../src/features/redemptions/cancel-redemption.ts';
import {
  handOverRedemption,
  markReady,
  shipRedemption,
} from '../../src/features/redemptions/fulfil-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { ProviderError } from '../../src/http/post.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { arrive, fates, post, reader, rowsOf, sendLetters } from './letters-world.ts';
import { must, newKey, openShop, press, type Shop, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

async function redeemed(shop: Shop, memberId: string, given: object = {}, wish: object = {}) {
  const gift = { memberId, points: 2_000, reason: 'event' as const, note: null, key: newKey() };
  must(await adjustPoints({ ctx: shop.owner, input: gift }));
  const input = press(await shelve(shop, given), wish);
  return must(await redeem({ ctx: shop.member(memberId), input }));
}

const away = () => {
  throw new AppError('unavailable');
};

async function shipped(shop: Shop, memberId: string, redemptionId: string) {
  const parcel = { carrier: '顺丰', trackingNumber: 'SF100200300' };
  must(
    await shipRedemption({ ctx: shop.owner, input: { memberId, redemptionId, ...parcel, key: newKey() } }),
  );
}

describe('a letter', () => {
  test.each(LOCALES)(
    'tells her of her order in %s, from the shop, once however often its row comes',
    async (locale) => {
      const shop = await openShop();
      const { memberId, email } = await reader(shop, locale);
      const { redemptionId } = await redeemed(shop, memberId);
      const rows = await rowsOf(shop, memberId);
      await arrive(shop, memberId, [...rows, ...rows]);
      const { taken, mail } = post();
      await Promise.all([sendLetters(shop, mail), sendLetters(shop, mail)]);
      await sendLetters(shop, mail);
      const [letter, ...others] = taken;
      expect(others).toEqual([]);
      expect(letter).toMatchObject({ to: email, fromName: 'A shop' });
      const name = locale === 'en' ? 'Tableware set' : '餐具两件套';
      const { text = '', html = '', subject = '' } = letter ?? {};
      for (const said of [name, `/redemptions/${redemptionId}`, '/me/news']) {
        expect(text).toContain(said);
        expect(html).toContain(said);
      }
      expect(subject).toContain(name);
      expect(html).toContain(`<html lang="${locale}">`);
    },
  );

  test('with a voucher carries its code', async () => {
    const shop = await openShop();
    const { memberId } = await reader(shop);
    const coupon = { faceMinor: 3_000, minimumSpendMinor: null };
    const given = { kind: 'coupon' as const, coupon, validDays: 30, units: null };
    const { voucher } = await redeemed(shop, memberId, given);
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    const { taken, mail } = post();
    await sendLetters(shop, mail);
    expect(taken.map(({ text }) => text.includes(voucher?.code ?? 'none'))).toEqual([true]);
  });

  test('that a later one has overtaken is not sent: shipped before its confirmation arrived', async () => {
    const shop = await openShop();
    const { memberId } = await reader(shop);
    const { redemptionId } = await redeemed(shop, memberId);
    await shipped(shop, memberId, redemptionId);
    await arrive(shop, memberId, (await rowsOf(shop, memberId)).toReversed());
    const { taken, mail } = post();
    await sendLetters(shop, mail);
    expect(taken.map(({ text }) => text.includes('SF100200300'))).toEqual([true]);
    expect(await fates(shop)).toEqual(['order_confirmed skipped', 'order_shipped sent']);
    const listed = async (state: 'sent' | 'failed' | null, cursor: string | null = null) => {
      const { items, nextCursor } = must(
        await listLetters({ ctx: shop.owner, input: { state, cursor, limit: 1 } }),
      );
      return { told: items.map(({ kind, subjectId }) => [kind, subjectId === redemptionId]), nextCursor };
    };
    const first = await listed(null);
    const second = await listed(null, first.nextCursor);
    expect([...first.told, ...second.told].toSorted()).toEqual([
      ['order_confirmed', true],
      ['order_shipped', true],
    ]);
    expect([second.nextCursor, (await listed('sent')).told, (await listed('failed')).told]).toEqual([
      null,
      [['order_shipped', true]],
      [],
    ]);
  });

  test('says when what she picks up lies ready, and tells of no shipping before', async () => {
    const shop = await openShop();
    const { memberId } = await reader(shop);
    const { redemptionId } = await redeemed(shop, memberId, {}, { delivery: null, pickUp: true });
    const { taken, mail } = post();
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    await sendLetters(shop, mail);
    must(await markReady({ ctx: shop.owner, input: { memberId, redemptionId, key: newKey() } }));
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    await sendLetters(shop, mail);
    expect(taken.map(({ key }) => key?.split('/')[1])).toEqual(['order_confirmed', 'order_ready']);
    expect(taken.map(({ text }) => /(寄|发货|ship|parcel)/i.test(text))).toEqual([false, false]);
    expect(await fates(shop)).toEqual(['order_confirmed sent', 'order_ready sent']);
    must(await handOverRedemption({ ctx: shop.owner, input: { memberId, redemptionId, key: newKey() } }));
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    await sendLetters(shop, mail);
    const receipt = taken.at(-1);
    expect([taken.length, receipt?.key?.split('/')[1]]).toEqual([3, 'order_handed_over']);
    expect(receipt?.text).toContain('500');
  });

  test('about a cancel says what came back', async () => {
    const shop = await openShop();
    const { memberId } = await reader(shop);
    const { redemptionId } = await redeemed(shop, memberId);
    const input = { memberId, redemptionId, reason: null, key: newKey() };
    must(await cancelRedemption({ ctx: shop.member(memberId), input }));
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    const { taken, mail } = post();
    await sendLetters(shop, mail);
    expect(taken.map(({ text }) => text.includes('500 points are back in your account.'))).toEqual([true]);
  });

  test('about what happened four days ago is not written: an imported or rebuilt history tells nobody', async () => {
    const shop = await openShop();
    const { memberId } = await reader(shop);
    await redeemed(shop, memberId);
    const rows = await rowsOf(shop, memberId);
    const { owner, tenant } = shop;
    await owner.db.batch(tenant.id, [owner.db.build.delete(letters)]);
    pass(4 * DAY_MS);
    await arrive(shop, memberId, rows);
    expect(await fates(shop)).toEqual([]);
  });
});

describe('the post', () => {
  test('being away fails nothing, and brings each letter once when it is back', async () => {
    const shop = await openShop();
    const { memberId } = await reader(shop);
    const first = await redeemed(shop, memberId);
    await redeemed(shop, memberId);
    await shipped(shop, memberId, first.redemptionId);
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    expect(await sendLetters(shop, post(away).mail)).toMatchObject({ sent: 0, failed: 1 });
    const { taken, mail } = post();
    await sendLetters(shop, mail);
    expect(taken).toEqual([]);
    pass(MINUTE_MS + 1);
    await sendLetters(shop, mail);
    expect(taken.map(({ key }) => key?.split('/')[1]).toSorted()).toEqual([
      'order_confirmed',
      'order_shipped',
    ]);
    pass(DAY_MS);
    await sendLetters(shop, mail);
    expect(taken).toHaveLength(2);
  });

  test('is given the same key again where a run was cut off after sending, and its word “sent before” counts', async () => {
    const shop = await openShop();
    const { memberId } = await reader(shop);
    await redeemed(shop, memberId);
    await arrive(shop, memberId, await rowsOf(shop, memberId));
    const keys: unknown[] = [];
    const answer = (failure: unknown) =>
      post(({ key }) => {
        keys.push(key);
        throw failure;
      }).mail;
    await sendLetters(shop, answer(new AppError('unavailable')));
    pass(2 * MINUTE_MS);
    await sendLetters(shop, answer(new AppError('unavailable', {}, { cause: new ProviderError(409) })));
    expect(new Set(keys).size).toBe(1);
    expect([keys.length, await fates(shop)]).toEqual([2, ['order_confirmed sent']]);
  });

  test('refusing a letter for good ends its tries within a day, and holds up no other', async () => {
    const shop = await openShop();
    const { memberId, email } = await reader(shop);
    const other = await reader(shop);
    await redeemed(shop, memberId);
    await redeemed(shop, other.memberId);
    for (const id of [memberId, other.memberId]) await arrive(shop, id, await rowsOf(shop, id));
    const picky = post(({ to }) => {
      if (to === email) throw new AppError('unavailable', {}, { cause: new ProviderError(422) });
    });
    for (let hour = 0; hour < 24; hour += 1) {
      await sendLetters(shop, picky.mail);
      pass(60 * MINUTE_MS);
    }
    expect(picky.taken.map(({ to }) => to)).toEqual([other.email]);
    expect(await fates(shop)).toEqual(['order_confirmed failed', 'order_confirmed sent']);
  });
});

test('a letter that can’t be written is given up within a day, and holds up no other of its shop', async () => {
  const shop = await openShop();
  const [first, second] = [await reader(shop), await reader(shop)];
  const broken = await redeemed(shop, first.memberId);
  await redeemed(shop, second.memberId);
  for (const { memberId } of [first, second]) await arrive(shop, memberId, await rowsOf(shop, memberId));
  const { owner, tenant } = shop;
  const unreadable = owner.db.build
    .update(redemptions)
    .set({ body: sql`'{"state": "confirmed"}'::jsonb` })
    .where(eq(redemptions.redemptionId, broken.redemptionId));
  await owner.db.batch(tenant.id, [unreadable]);
  const { taken, mail } = post();
  await sendLetters(shop, mail);
  expect(taken.map(({ to }) => to)).toEqual([second.email]);
  for (let hour = 0; hour < 24; hour += 1) {
    pass(60 * MINUTE_MS);
    await sendLetters(shop, mail);
  }
  expect(await fates(shop)).toEqual(['order_confirmed failed', 'order_confirmed sent']);
});

describe('whoever has not proved her e-mail', () => {
  test('gets no letter, nor who does not want that kind, nor an address that changed after it was queued', async () => {
    const shop = await openShop();
    const [muting, moved] = [await reader(shop), await reader(shop)];
    const muted = { memberId: muting.memberId, muted: ['order_confirmed' as const] };
    await chooseLetters({ ctx: shop.owner, input: muted });
    const { owner, tenant } = shop;
    const unproved = await reader(shop);
    const older = { provedEmail: 'older@example.com' };
    const proved = owner.db.build.update(members).set(older).where(eq(members.id, unproved.memberId));
    await owner.db.batch(tenant.id, [proved]);
    for (const { memberId } of [muting, moved, unproved]) {
      await redeemed(shop, memberId);
      await arrive(shop, memberId, await rowsOf(shop, memberId));
    }
    const elsewhere = { memberId: moved.memberId, email: `new-${moved.email}`, key: newKey() };
    must(await updateMember({ ctx: shop.owner, input: elsewhere }));
    const { taken, mail } = post();
    await sendLetters(shop, mail);
    expect([taken, await fates(shop)]).toEqual([[], ['order_confirmed skipped']]);
    const found = must(await getMember({ ctx: shop.owner, input: elsewhere }));
    expect(wantedLetters(found)).toBeNull();
  });
});

test('an answer and a closed account are told too, each once; the farewell forgets the address', async () => {
  const shop = await openShop();
  const { memberId, email } = await reader(shop);
  must(
    await askQuestion({
      ctx: shop.member(memberId),
      input: { memberId, text: '周末开门吗？', key: newKey() },
    }),
  );
  const input = { state: 'open' as const, cursor: null, limit: 10 };
  const [asked] = must(await listQuestions({ ctx: shop.owner, input })).items;
  const reply = { questionId: asked?.question.id ?? '', text: 'Ten to nine <b>daily</b>.', key: newKey() };
  must(await answerQuestion({ ctx: shop.owner, input: reply }));
  must(await answerQuestion({ ctx: shop.owner, input: reply }));
  const { taken, mail } = post();
  await sendLetters(shop, mail);
  expect(taken.map(({ text }) => text.includes('Ten to nine <b>daily</b>.'))).toEqual([true]);
  expect(taken[0]?.html).toContain('Ten to nine &lt;b&gt;daily&lt;/b&gt;.');
  const closing = { memberId, key: newKey() };
  must(await closeAccount({ ctx: shop.member(memberId), input: closing }));
  must(await closeAccount({ ctx: shop.member(memberId), input: closing }));
  await sendLetters(shop, mail);
  expect(taken.map(({ to, key }) => [to, key?.split('/')[1]])).toEqual([
    [email, 'question_answered'],
    [email, 'account_closed'],
  ]);
  const { owner, tenant } = shop;
  const [rows] = await owner.db.batch(tenant.id, [owner.db.build.select().from(letters)]);
  expect(rows.map((row) => row.email)).toEqual([null, null]);
});
