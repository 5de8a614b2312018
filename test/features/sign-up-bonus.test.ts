import { afterEach, describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { formerContacts } from '../../src/db/schema/index.ts';
import { closeAccount } from '../../src/features/members/close-account.ts';
import { joinMember } from '../../src/features/members/join-member.ts';
import { openAccount } from '../../src/features/members/open-account.ts';
import { updateMember } from '../../src/features/members/update-member.ts';
import { whyOf } from '../../src/features/members/why.ts';
import { readManifest } from '../../src/features/publication/read-mall.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { clockOffsetMs, setClockOffsetMs } from '../../src/lib/clock.ts';
import { join, must, newKey, openShop, order, PLAIN, pointsOf, type Shop } from './world.ts';

afterEach(() => setClockOffsetMs(0));
const pass = (ms: number) => setClockOffsetMs(clockOffsetMs() + ms);

const WELCOMING = { ...PLAIN, signUpBonus: 100 };
const put = (shop: Shop, programme: object) => shop.api('PUT', '/programme', programme);
const person = (externalId: string) => ({
  phone: null,
  email: null,
  externalId,
  displayName: null,
  locale: null,
  consentVersion: null,
});
const entriesOf = async (shop: Shop, memberId: string) =>
  must(await shop.owner.accounts.of(memberId).listEntries({ beforeSeq: null, limit: 10 })).items;

describe('joining gives the bonus', () => {
  test('at once, with an entry that says why, and in the mall’s manifest', async () => {
    const shop = await openShop(WELCOMING);
    const { id } = await join(shop);
    const [entry, ...others] = await entriesOf(shop, id);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ type: 'points.earned', body: { points: 100, reason: 'sign_up' } });
    expect(entry && whyOf(entry)).toMatchObject({ kind: 'sign_up', reason: 'sign_up', programmeVersion: 1 });
    const { balances } = must(await shop.owner.accounts.of(id).overview());
    expect(balances.availablePoints).toBe(100);
    expect((await readManifest(shop.owner))?.programme.current?.signUpBonus).toBe(100);
  });

  test('once, however often and however many at once she joins', async () => {
    const shop = await openShop(WELCOMING);
    const joining = () => joinMember({ ctx: shop.owner, input: person('twice') });
    const together = await Promise.all(Array.from({ length: 5 }, joining));
    const again = must(await joining());
    expect(new Set(together.map((each) => must(each).member.id))).toEqual(new Set([again.member.id]));
    expect(await pointsOf(shop, again.member.id)).toBe(100);
  });

  test('also where a crash stood between joining and the bonus, and only of the rules she joined under', async () => {
    const shop = await openShop(WELCOMING);
    const joining = joinMember({ ctx: unopened(shop.owner), input: person('crashed') });
    await expect(joining).rejects.toThrow();
    pass(1_000);
    await put(shop, { ...WELCOMING, signUpBonus: 300 });
    const { body } = await shop.api('POST', '/orders', order({ externalId: 'crashed' }));
    expect(body.points).toBe(100);
    const { member } = must(await joinMember({ ctx: shop.owner, input: person('crashed') }));
    expect((await entriesOf(shop, member.id)).map((entry) => entry.body.points)).toEqual([100, 100]);
    const later = must(await joinMember({ ctx: shop.owner, input: person('later') }));
    expect(await pointsOf(shop, later.member.id)).toBe(300);
  });

  test('not to whoever joined before it was set, also where her account is opened later', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const joining = joinMember({ ctx: unopened(shop.owner), input: person('early') });
    await expect(joining).rejects.toThrow();
    pass(1_000);
    await put(shop, WELCOMING);
    await openAccount(shop.owner, id);
    const early = must(await joinMember({ ctx: shop.owner, input: person('early') }));
    expect([await pointsOf(shop, id), await pointsOf(shop, early.member.id)]).toEqual([0, 0]);
  });

  test('not a second time to whoever closed her account and joins again, by whichever of her contacts', async () => {
    const shop = await openShop(WELCOMING);
    const contacts = { ...person('back'), email: 'back@example.com' };
    const { member } = must(await joinMember({ ctx: shop.owner, input: contacts }));
    must(await closeAccount({ ctx: shop.member(member.id), input: { memberId: member.id, key: newKey() } }));
    const byId = must(await joinMember({ ctx: shop.owner, input: person('back') }));
    const byEmail = { ...person('other'), email: 'back@example.com' };
    const again = must(await joinMember({ ctx: shop.owner, input: byEmail }));
    const elsewhere = await openShop(WELCOMING);
    const there = must(await joinMember({ ctx: elsewhere.owner, input: person('back') }));
    expect([byId.joined, again.joined]).toEqual([true, true]);
    expect(await Promise.all([byId, again].map((each) => pointsOf(shop, each.member.id)))).toEqual([0, 0]);
    expect(await pointsOf(elsewhere, there.member.id)).toBe(100);
    const kept = await shop.owner.db.batch(shop.tenant.id, [
      shop.owner.db.build.select().from(formerContacts),
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/back/);
  });

  test('to whoever a contact belongs that staff had typed for somebody else and corrected', async () => {
    const shop = await openShop(WELCOMING);
    const mistyped = { ...person('first'), email: 'mistyped@example.com' };
    const { member } = must(await joinMember({ ctx: shop.owner, input: mistyped }));
    const right = { memberId: member.id, email: 'right@example.com', key: newKey() };
    must(await updateMember({ ctx: shop.owner, input: right }));
    const hers = { ...person('second'), email: 'mistyped@example.com' };
    const other = must(await joinMember({ ctx: shop.owner, input: hers }));
    expect([other.joined, await pointsOf(shop, other.member.id)]).toEqual([true, 100]);
  });

  test('not of a shop that has published nothing yet', async () => {
    const shop = await openShop(null);
    const { id } = await join(shop);
    expect(await entriesOf(shop, id)).toEqual([]);
  });
});

test('a smaller bonus is announced two minutes ahead, a larger one binds at once', async () => {
  const shop = await openShop(WELCOMING);
  pass(1_000);
  await put(shop, { ...WELCOMING, signUpBonus: 50 });
  const still = await join(shop);
  pass(121_000);
  const less = await join(shop);
  await put(shop, { ...WELCOMING, signUpBonus: 200 });
  pass(1_000);
  const more = await join(shop);
  expect(await Promise.all([still, less, more].map(({ id }) => pointsOf(shop, id)))).toEqual([100, 50, 200]);
});

test('rules without a bonus are the same body as before there were any', async () => {
  const shop = await openShop();
  const before = await shop.api('GET', '/programme');
  await shop.api('PUT', '/programme', { ...PLAIN, signUpBonus: 0 }, newKey());
  expect(await shop.api('GET', '/programme')).toEqual(before);
});

/** The same request, cut off before the account is opened. */
function unopened(ctx: Context): Context {
  const of = (memberId: string): ReturnType<Context['accounts']['of']> => ({
    ...ctx.accounts.of(memberId),
    open: () => Promise.reject(new AppError('unavailable')),
  });
  return { ...ctx, accounts: { of } };
}
