import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/context.ts';
import { changeReward } from '../../src/features/catalogue/change-reward.ts';
import { publishReward } from '../../src/features/catalogue/publish-reward.ts';
import { confirmAsk, declineAsk, listOpenAsks } from '../../src/features/counter-spending/answer-ask.ts';
import { decideAsk } from '../../src/features/counter-spending/ask-queries.ts';
import { listWaiting } from '../../src/features/counter-spending/list-waiting.ts';
import { openAsk, withdraw } from '../../src/features/counter-spending/open-ask.ts';
import { readAsk } from '../../src/features/counter-spending/read-ask.ts';
import { findAtCounter } from '../../src/features/member-code/find-at-counter.ts';
import { getMember } from '../../src/features/members/find-member.ts';
import { handOverRedemption, markReady } from '../../src/features/redemptions/fulfil-redemption.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { newestCode } from '../identity/inbox.ts';
import { openMall, words } from './mall-shop.ts';
import { memberWith, must, newKey, openShop, pointsOf, press, type Shop, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);
const OVER = { ok: false, refusal: { code: 'ask_over' } };
const MISSING = { ok: false, refusal: { code: 'not_found' } };
const clerk = (userId = 'usr_clerk'): Actor => ({ kind: 'staff', userId, name: 'Mei', role: 'clerk' });

/** A member with 800 points who is asked for 500 of them. */
async function asked(given: { pointsEach?: number; points?: number } = {}) {
  const shop = await openShop();
  const reward = await shelve(shop, given.pointsEach ? { pointsEach: given.pointsEach } : {});
  const memberId = await memberWith(shop, given.points ?? 800);
  const { rewardId, quantity, priceVersion, pointsEach, cashEachMinor } = press(reward);
  const input = { memberId, rewardId, quantity, priceVersion, pointsEach, cashEachMinor, key: newKey() };
  const { row } = must(await openAsk({ ctx: shop.as(clerk()), input }));
  const confirm = (code: string | null = null, by = memberId) =>
    confirmAsk({ ctx: shop.member(by), input: { askId: row.id, code } }).then(({ result }) => result);
  const decline = () => declineAsk({ ctx: shop.member(memberId), input: { askId: row.id } });
  const read = async () => must(await readAsk({ ctx: shop.as(clerk()), input: { askId: row.id } }));
  return { shop, reward, memberId, input, askId: row.id, confirm, decline, read };
}

async function reprice(shop: Shop, rewardId: string, pointsEach: number) {
  must(await changeReward({ ctx: shop.owner, input: { rewardId, pointsEach, key: newKey() } }));
  must(await publishReward({ ctx: shop.owner, input: { rewardId, key: newKey() } }));
  pass(6_000);
}

describe('what she confirms on her phone', () => {
  test('is redeemed in her own name and waits at the counter, and the clerk hands it over', async () => {
    const { shop, memberId, confirm, read } = await asked();
    expect((await read()).standing).toBe('open');
    const made = must(await confirm());
    expect([made.state, made.pickUp, made.redeemedBy]).toEqual(['confirmed', true, undefined]);
    expect(await read()).toMatchObject({
      standing: 'confirmed',
      redemption: { redemptionId: made.redemptionId },
    });
    expect(await pointsOf(shop, memberId)).toBe(300);
    const input = { memberId, redemptionId: made.redemptionId, key: newKey() };
    const branch = { id: 'south', name: 'South' };
    const ctx = shop.as({ ...clerk(), branch } as Actor);
    const { state, handedOverBy } = must(await handOverRedemption({ ctx, input }));
    expect([state, handedOverBy]).toEqual(['received', { kind: 'staff', id: 'usr_clerk', branch }]);
  });

  test('is redeemed once, confirmed twice at once and again', async () => {
    const { shop, memberId, confirm } = await asked();
    const [one, other] = await Promise.all([confirm(), confirm()]);
    const again = must(await confirm());
    expect(new Set([must(one), must(other), again].map((each) => each.redemptionId)).size).toBe(1);
    expect(await pointsOf(shop, memberId)).toBe(300);
  });

  test('or declines at the same moment is one of the two, and the clerk reads which', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { shop, memberId, confirm, decline, read } = await asked();
      await Promise.all(round % 2 ? [confirm(), decline()] : [decline(), confirm()]);
      const { standing } = await read();
      expect(['confirmed', 'declined']).toContain(standing);
      expect(await pointsOf(shop, memberId)).toBe(standing === 'confirmed' ? 300 : 800);
    }
  });

  test('after she declined, after the clerk withdrew it, or too late, takes nothing', async () => {
    const declined = await asked();
    must(await declined.decline());
    expect(await declined.confirm()).toEqual(OVER);
    const withdrawn = await asked();
    must(await withdraw({ ctx: withdrawn.shop.as(clerk()), input: { askId: withdrawn.askId } }));
    expect(await withdrawn.confirm()).toEqual(OVER);
    const late = await asked();
    pass(5 * 60_000);
    expect(await late.confirm()).toEqual(OVER);
    expect((await late.read()).standing).toBe('expired');
    expect(await listOpenAsks({ ctx: late.shop.member(late.memberId) })).toEqual([]);
    for (const { shop, memberId } of [declined, withdrawn, late])
      expect(await pointsOf(shop, memberId)).toBe(800);
  });

  test("is nobody else's to answer, and another shop knows nothing of it", async () => {
    const { shop, askId, confirm, memberId } = await asked();
    const other = await memberWith(shop, 800);
    expect(await confirm(null, other)).toEqual(MISSING);
    expect(await declineAsk({ ctx: shop.member(other), input: { askId } })).toEqual(MISSING);
    const elsewhere = await openShop();
    expect(await readAsk({ ctx: elsewhere.as(clerk()), input: { askId } })).toEqual(MISSING);
    expect(
      (await confirmAsk({ ctx: elsewhere.member(memberId), input: { askId, code: null } })).result,
    ).toEqual(MISSING);
    expect(must(await confirm()).state).toBe('confirmed');
  });

  test('at a price that changed between is refused, and the clerk reads the new one', async () => {
    const { shop, memberId, input, confirm, read } = await asked();
    await reprice(shop, input.rewardId, 400);
    const refusal = { code: 'price_changed', priceVersion: 2, pointsEach: 400 };
    expect(await confirm()).toEqual({ ok: false, refusal });
    expect(await read()).toMatchObject({ standing: 'refused', row: { refusal } });
    expect(await confirm()).toEqual({ ok: false, refusal });
    expect(await pointsOf(shop, memberId)).toBe(800);
  });

  test('is nothing else that she redeemed under its name in her mall', async () => {
    const { shop, memberId, askId, confirm, read } = await asked();
    const cheaper = await shelve(shop, { pointsEach: 10 });
    const input = press(cheaper, { key: `ask:${askId}` });
    must(await redeem({ ctx: shop.member(memberId), input }));
    expect(await confirm()).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    expect(await read()).toMatchObject({ standing: 'refused', redemption: null });
    expect(await pointsOf(shop, memberId)).toBe(790);
  });

  test('and is cut off after it was decided is finished by confirming again, or let go', async () => {
    const cutOff = async () => {
      const it = await asked();
      const { owner } = it.shop;
      const decision = { askId: it.askId, memberId: it.memberId, state: 'confirmed' as const };
      await owner.db.batch(owner.tenant.id, [decideAsk(owner, { ...decision, nowMs: owner.clock.nowMs() })]);
      expect((await it.read()).standing).toBe('redeeming');
      return it;
    };
    const again = await cutOff();
    expect(must(await again.confirm()).state).toBe('confirmed');
    expect((await again.read()).standing).toBe('confirmed');
    const forgotten = await cutOff();
    pass(7 * 60_000);
    expect((await forgotten.read()).standing).toBe('expired');
    expect(await forgotten.confirm()).toEqual(OVER);
    expect(await pointsOf(forgotten.shop, forgotten.memberId)).toBe(800);
  });
});

describe('what a clerk asks', () => {
  test('is one ask for one key, and in its place comes what she asks next', async () => {
    const { shop, memberId, input, askId, confirm } = await asked();
    const ctx = shop.as(clerk());
    expect(must(await openAsk({ ctx, input })).row.id).toBe(askId);
    const reused = await openAsk({ ctx, input: { ...input, quantity: 2 } });
    expect(reused).toEqual({ ok: false, refusal: { code: 'key_reused' } });
    const next = must(await openAsk({ ctx, input: { ...input, key: newKey() } }));
    const anothers = must(
      await openAsk({ ctx: shop.as(clerk('usr_other')), input: { ...input, key: newKey() } }),
    );
    const open = await listOpenAsks({ ctx: shop.member(memberId) });
    expect(open.map(({ id }) => id).sort()).toEqual([next.row.id, anothers.row.id].sort());
    expect(await confirm()).toEqual(OVER);
  });

  test('has to be something that could be redeemed now', async () => {
    const { shop, input } = await asked();
    const ctx = shop.as(clerk());
    const ask = (given: object) => openAsk({ ctx, input: { ...input, ...given, key: newKey() } });
    expect(await ask({ memberId: 'mem_nobody' })).toEqual(MISSING);
    expect(await ask({ rewardId: 'rwd_nothing' })).toEqual(MISSING);
    expect(await ask({ pointsEach: 1 })).toMatchObject({ refusal: { code: 'price_changed' } });
    expect(await ask({ quantity: 2 })).toEqual({
      ok: false,
      refusal: { code: 'insufficient_points', missingPoints: 200, availablePoints: 800 },
    });
  });
});

test('her mall puts the question before her, over her code too, and a tap answers it', async () => {
  const mall = await openMall();
  const rewardId = await mall.addReward({ pointsEach: 500 });
  const member = await mall.memberWith(800);
  const ask = async () => {
    const wanted = { memberId: member.memberId, rewardId, priceVersion: 1, pointsEach: 500 };
    return String((await mall.call('POST', '/api/counter/asks', wanted)).id);
  };
  expect((await member.get('/')).text).toContain('<div class="asks" data-asks="/me/asks"></div>');
  const askId = await ask();
  for (const path of ['/me/asks', '/me/code', '/me/code/part', `/ask/${askId}`]) {
    expect(words(await member.get(path))).toContain('请你确认 手作餐具 500 积分 兑换后剩 300 积分');
  }
  expect((await mall.visitor().get(`/ask/${askId}`)).location).toBe(`/sign-in?to=%2Fask%2F${askId}`);
  const other = await mall.memberWith(800);
  expect((await other.get(`/ask/${askId}`)).status).toBe(404);
  const anothers = await other.post(`/ask/${askId}/confirm`, { as: member.memberId });
  expect(anothers.status).toBe(409);
  await member.post(`/ask/${askId}/decline`, { as: member.memberId });
  expect(words(await member.get(`/ask/${askId}`))).toContain('已拒绝');
  const again = await ask();
  const { location } = await member.post(`/ask/${again}/confirm`, { as: member.memberId });
  expect(location).toMatch(/^\/redemptions\/rdm_\w+\/result\?here$/);
  expect(words(await member.get(location ?? ''))).toContain('店员当面交给你');
  expect((await member.get(`/ask/${again}`)).location).toBe(location);
});

test('a large one asks for a code on her phone before it is decided', async () => {
  const mall = await openMall();
  const rewardId = await mall.addReward({ pointsEach: 2_001 });
  const member = await mall.memberWith(9_000);
  pass(13 * 3_600_000);
  const wanted = { memberId: member.memberId, rewardId, priceVersion: 1, pointsEach: 2_001 };
  const { id } = await mall.call('POST', '/api/counter/asks', wanted);
  const path = `/ask/${String(id)}/confirm`;
  const sent = await member.post(path, { as: member.memberId });
  expect([sent.status, words(sent)]).toEqual([409, expect.stringContaining('验证码已发到')]);
  const code = await newestCode(member.email);
  const wrong = await member.post(path, { code: code === '000000' ? '111111' : '000000' });
  expect([wrong.status, words(wrong)]).toEqual([422, expect.stringContaining('验证码不对')]);
  expect(await mall.call('GET', `/api/counter/asks/${String(id)}`)).toMatchObject({ state: 'open' });
  expect((await member.post(path, { code })).location).toMatch(/\/result\?here$/);
});

test('what waits at the counter is counted and listed until it is handed over', async () => {
  const { shop, memberId, confirm } = await asked();
  const { redemptionId } = must(await confirm());
  const waiting = async () => must(await listWaiting({ ctx: shop.as(clerk()), input: { memberId } }));
  const pickUps = async () => (await waiting()).pickUps.map((each) => [each.redemptionId, each.state]);
  expect(await pickUps()).toEqual([[redemptionId, 'confirmed']]);
  must(await markReady({ ctx: shop.as(clerk()), input: { memberId, redemptionId, key: newKey() } }));
  expect(await pickUps()).toEqual([[redemptionId, 'ready']]);
  const { number } = must(await getMember({ ctx: shop.owner, input: { memberId } }));
  await vi.waitFor(
    async () => {
      const found = must(await findAtCounter({ ctx: shop.as(clerk()), input: { typed: number } }));
      expect(found.matches[0]).toMatchObject({ openPickUps: 1, openVouchers: 0 });
    },
    { timeout: 20_000, interval: 200 },
  );
  must(await handOverRedemption({ ctx: shop.as(clerk()), input: { memberId, redemptionId, key: newKey() } }));
  expect(await waiting()).toEqual({ vouchers: [], pickUps: [], toPay: [] });
});
