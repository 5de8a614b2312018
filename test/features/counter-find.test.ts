import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../src/context.ts';
import { findAtCounter } from '../../src/features/member-code/find-at-counter.ts';
import { readPresence } from '../../src/features/member-code/presence.ts';
import { showCode } from '../../src/features/member-code/sign-code.ts';
import { createMember } from '../../src/features/members/create-member.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { openMall, words } from './mall-shop.ts';
import { must, openShop, type Shop } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);
const clerk = (userId = 'usr_clerk'): Actor => ({ kind: 'staff', userId, name: 'Mei', role: 'clerk' });

async function enrol(shop: Shop, given: { phone?: string; email?: string; displayName?: string }) {
  const input = { phone: null, email: null, externalId: null, displayName: null, locale: null, ...given };
  return must(await createMember({ ctx: shop.owner, input })).member;
}

const find = (shop: Shop, typed: string) => findAtCounter({ ctx: shop.as(clerk()), input: { typed } });

describe('a member is found', () => {
  test('by her number, phone, e-mail address and the end of her phone, with what the counter shows', async () => {
    const shop = await openShop();
    const lin = await enrol(shop, { phone: '13800138000', email: 'lin@example.com', displayName: '林小满' });
    const ways = ['lin@example.com', '138 0013 8000', '+8613800138000', '8000', '138000', lin.number];
    const found = await Promise.all(ways.map(async (typed) => must(await find(shop, typed))));
    expect(found.map(({ by }) => by)).toEqual(['email', 'phone', 'phone', 'digits', 'digits', 'number']);
    const shown = {
      memberId: lin.id,
      number: lin.number,
      displayName: '林小满',
      phoneMasked: '+86 •••• 8000',
      tier: null,
      availablePoints: 0,
      pendingPoints: 0,
      birthdayThisMonth: false,
      openVouchers: 0,
      openPickUps: 0,
      lastVisitAt: null,
      joinedAt: new Date(lin.createdAtMs).toISOString(),
      state: 'active',
    };
    for (const each of found) expect(each).toMatchObject({ matches: [shown], more: false, presence: null });
  });

  test('among several with the same last digits, eight at most and said when there are more', async () => {
    const shop = await openShop();
    for (let each = 0; each < 9; each += 1) await enrol(shop, { phone: `13${each}00138000` });
    const { matches, more } = must(await find(shop, '8000'));
    expect([matches.length, more]).toEqual([8, true]);
    expect(must(await find(shop, '0138000')).matches).toHaveLength(8);
  });

  test('by the code on her screen, which says that she is there: to this clerk, for five minutes', async () => {
    const shop = await openShop();
    const { id, number } = await enrol(shop, { phone: '13800138000' });
    const { text } = showCode(shop.owner, { number, isProved: true });
    const { by, matches, presence } = must(await find(shop, `https://mall.example/c/${text}`));
    expect([by, matches[0]?.memberId]).toEqual(['code', id]);
    const held = { memberId: id, presence: presence ?? '' };
    expect(await readPresence(shop.as(clerk()), held)).toEqual({ isProved: true });
    expect(await readPresence(shop.as(clerk('usr_other')), held)).toBeNull();
    expect(await readPresence(shop.as(clerk()), { ...held, memberId: 'mem_other' })).toBeNull();
    expect(await readPresence((await openShop()).as(clerk()), held)).toBeNull();
    expect(await readPresence(shop.as(clerk()), { ...held, presence: 'x.y' })).toBeNull();
    pass(5 * 60_000);
    expect(await readPresence(shop.as(clerk()), held)).toBeNull();
  });
});

describe('nobody is found', () => {
  test('by a mistyped number, and it is said that it is mistyped', async () => {
    const shop = await openShop();
    const { number } = await enrol(shop, { phone: '13800138000' });
    const mistyped = `${(Number(number[0]) + 1) % 10}${number.slice(1)}`;
    expect(await find(shop, mistyped)).toEqual({ ok: false, refusal: { code: 'number_mistyped' } });
  });

  test('by a code that has run out, and it is said that it has', async () => {
    const shop = await openShop();
    const { number } = await enrol(shop, { phone: '13800138000' });
    const { text } = showCode(shop.owner, { number, isProved: false });
    pass(120_000);
    expect(await find(shop, text)).toEqual({ ok: false, refusal: { code: 'member_code_stale' } });
  });

  test('by a code of another shop, an invented one or any nonsense, all alike', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const { number } = await enrol(shop, { phone: '13800138000' });
    const foreign = showCode(other.owner, { number, isProved: true }).text;
    const ours = showCode(shop.owner, { number, isProved: false }).text;
    const forged = `${ours.slice(0, 8)}p${ours.slice(9)}`;
    const missing = { ok: false, refusal: { code: 'not_found' } };
    for (const typed of [foreign, forged, 'nonsense', '0000', '13900139000', 'https://example.com/'])
      expect(await find(shop, typed)).toEqual(missing);
  });
});

test("a member's page shows the code of this minute, white to the edge, and turns without its script too", async () => {
  const mall = await openMall();
  const member = await mall.memberWith(300);
  const page = await member.get('/me/code');
  expect(page.text).toContain('<noscript><meta http-equiv="refresh" content="50"/></noscript>');
  expect(words(page)).toMatch(/会员号 \d{4} \d{4}/);
  const shown = /data-code-is="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const found = await mall.call('POST', '/api/counter/find', { typed: shown });
  expect(found).toMatchObject({ by: 'code', matches: [{ memberId: member.memberId, availablePoints: 300 }] });
  pass(60_000);
  const next = await member.get('/me/code/part');
  expect(next.text).toMatch(/^<section class="member-code"/);
  expect(next.text).not.toContain(shown);
  expect((await mall.visitor().get('/me/code')).location).toBe('/sign-in?to=%2Fme%2Fcode');
  expect((await mall.visitor().get('/me/code/part')).text).toBe('');
});

test("a camera that is no clerk's is told the same of every code", async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  const address = /data-code-is="([^"]+)"/.exec((await member.get('/me/code')).text)?.[1] ?? '';
  const path = new URL(address).pathname;
  const one = await mall.visitor().get(path);
  const invented = await mall.visitor().get(`${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`);
  expect(one.text).toContain('http://console.localhost:8787/counter?code=');
  expect(words(one)).toBe(words(invented));
  expect((await mall.visitor().get('/c/nonsense')).status).toBe(404);
});

test('what she bought is her last visit at the counter, seconds later', async () => {
  const mall = await openMall();
  const member = await mall.memberWith(0);
  await mall.call('POST', `/api/members/${member.memberId}/purchases`, {
    lines: [{ amountMinor: 12_800, category: null }],
    receipt: 'R-1',
  });
  await vi.waitFor(
    async () => {
      const { matches } = (await mall.call('POST', '/api/counter/find', { typed: member.email })) as {
        matches: { lastVisitAt: string | null }[];
      };
      expect(matches[0]?.lastVisitAt).toMatch(/^\d{4}-/);
    },
    { timeout: 20_000, interval: 200 },
  );
});
