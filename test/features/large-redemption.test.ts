import { afterEach, expect, test } from 'vitest';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { redeemProved } from '../../src/features/redemptions/redeem-proved.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { messagesTo, newestCode } from '../identity/inbox.ts';
import { hidden, openMall, type Visitor, words } from './mall-shop.ts';
import { memberWith, must, newKey, openShop, pointsOf, press, type Shop, shelve } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const HOUR_MS = 3_600_000;
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);

const ADDRESS = {
  recipientName: '林小满',
  phone: '138 0013 8000',
  country: 'CN',
  region: '上海市',
  city: '徐汇区',
  line1: '安福路 1 号',
  line2: '',
  postalCode: '',
};

async function formAt(visitor: Visitor, path: string) {
  const page = await visitor.get(path);
  const names = ['idempotencyKey', 'priceVersion', 'pointsEach', 'cashEachMinor', 'codeSentTo'];
  return { page, form: Object.fromEntries(names.map((name) => [name, hidden(page, name)])) };
}

/** A session that the merchant's own site vouches for, or an old one: no code was typed in it. */
const stale = (shop: Shop, memberId: string) =>
  shop.as({ kind: 'member', memberId, sessionGeneration: 0, provedUntilMs: null });

test('a large redemption asks for a code again, keeps all that was typed, ends in the order, and asks once on a device', async () => {
  const mall = await openMall();
  const path = `/rewards/${await mall.addReward({ pointsEach: 2_001, units: 9 })}/confirm`;
  const member = await mall.memberWith(9_000);
  pass(13 * HOUR_MS);
  const first = await formAt(member, path);
  expect(words(first.page)).toContain(`会发验证码到 ${member.email[0]}•••@member.test`);
  const sent = await member.post(path, { ...first.form, ...ADDRESS });
  expect(sent).toMatchObject({ status: 303, location: `${path}?again` });
  const asked = await formAt(member, `${path}?again`);
  expect(words(asked.page)).toContain('验证码已发到');
  expect(asked.page.text).toContain('value="安福路 1 号"');
  const wrong = await newestCode(member.email).then((code) => (code === '000000' ? '111111' : '000000'));
  await member.post(path, { ...asked.form, ...ADDRESS, code: wrong });
  const again = await formAt(member, `${path}?again`);
  expect(words(again.page)).toContain('验证码不对');
  expect(again.page.text).toContain('value="安福路 1 号"');
  const code = await newestCode(member.email);
  const made = await member.post(path, { ...again.form, ...ADDRESS, code });
  expect(made.location).toMatch(/^\/redemptions\/rdm_\w+\/result$/);
  const repeated = await member.post(path, { ...again.form, ...ADDRESS, code });
  expect(repeated.location).toBe(made.location);
  pass(100 * 24 * HOUR_MS);
  const letters = (await messagesTo(member.email)).length;
  const next = await formAt(member, path);
  expect(words(next.page)).not.toContain('验证码');
  const second = await member.post(path, { ...next.form, ...ADDRESS });
  expect(second.location).toMatch(/\/result$/);
  expect(await messagesTo(member.email)).toHaveLength(letters);
});

test('one within twelve hours of signing in by code, and one of 2,000 points at any time, asks for none', async () => {
  const mall = await openMall();
  const large = `/rewards/${await mall.addReward({ pointsEach: 2_001 })}/confirm`;
  const small = `/rewards/${await mall.addReward({ pointsEach: 2_000 })}/confirm`;
  const member = await mall.memberWith(9_000);
  const redeemAt = async (path: string) => {
    const { form } = await formAt(member, path);
    return (await member.post(path, { ...form, ...ADDRESS })).location;
  };
  expect(await redeemAt(large)).toMatch(/\/result$/);
  pass(13 * HOUR_MS);
  expect(await redeemAt(small)).toMatch(/\/result$/);
  expect(await redeemAt(large)).toMatch(/\?again$/);
});

test('whoever can be sent no code is not kept from her points; whoever can takes nothing without it', async () => {
  const shop = await openShop();
  const reward = await shelve(shop, { pointsEach: 3_000 });
  const memberId = await memberWith(shop, 6_000);
  const ctx = stale(shop, memberId);
  const input = press(reward);
  expect(await redeem({ ctx, input })).toMatchObject({
    refusal: { code: 'proof_needed', abovePoints: 2_000 },
  });
  const { result } = await redeemProved({ ctx, input: { ...input, code: null } });
  expect(result).toMatchObject({ refusal: { code: 'proof_needed', sentTo: 'm•••@example.com' } });
  const guessed = await redeemProved({ ctx, input: { ...input, code: '12345' } });
  expect(guessed.result).toMatchObject({ refusal: { code: 'invalid_input', field: 'code' } });
  expect(await pointsOf(shop, memberId)).toBe(6_000);
  const { body } = await shop.api('POST', '/members', { externalId: newKey() });
  const unreached = String(body.id);
  const gift = { memberId: unreached, points: 3_000, reason: 'event' as const, note: null, key: newKey() };
  must(await adjustPoints({ ctx: shop.owner, input: gift }));
  const done = await redeemProved({ ctx: stale(shop, unreached), input: { ...press(reward), code: null } });
  expect(must(done.result).state).toBe('confirmed');
});
