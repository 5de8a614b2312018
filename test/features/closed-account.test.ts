import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { undoGrant } from '../../src/features/counter/undo-grant.ts';
import { adjustPoints } from '../../src/features/members/adjust-points.ts';
import { closeAccount } from '../../src/features/members/close-account.ts';
import { redeem } from '../../src/features/redemptions/redeem.ts';
import { clerk, give, manager, used } from './counter-till.ts';
import { join, memberWith, must, newKey, openShop, order, press, type Shop, shelve } from './world.ts';

async function close(shop: Shop, memberId: string) {
  must(await closeAccount({ ctx: shop.member(memberId), input: { memberId, key: newKey() } }));
}

async function rowsOf(shop: Shop, memberId: string): Promise<(string | number)[][]> {
  const { items } = must(await shop.owner.accounts.of(memberId).exportJournal({ fromSeq: 1, limit: 500 }));
  return items.slice(1).map(({ type, body }) => [type, Number(body.points ?? 0)]);
}

/** Points that go without coming back: as spent as any that were redeemed. */
async function take(shop: Shop, memberId: string, points: number) {
  const spent = { points: -points, reason: 'other', note: null, expiresAtMs: null };
  must(
    await shop.owner.accounts
      .of(memberId)
      .adjust({ key: newKey(), actor: { kind: 'staff', id: 'usr_owner' }, ...spent }),
  );
}

const undo = (shop: Shop, grantId: string | null) =>
  undoGrant({ ctx: manager(shop), input: { grantId: grantId ?? '', reason: 'typed twice', key: newKey() } });

describe('a member who closed her account', () => {
  test('has forfeited what she had: a grant undone later takes nothing of her and leaves no debt', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const { grantId } = must(await give(clerk(shop), id));
    await close(shop, id);
    const undone = must(await undo(shop, grantId));
    expect(undone.balances).toMatchObject({ balancePoints: 0, debtPoints: 0, availablePoints: 0 });
    expect(await rowsOf(shop, id)).toEqual([
      ['points.earned', 128],
      ['points.adjusted', -128],
      ['details.erased', 0],
      ['account.session_ended', 0],
      ['points.clawed_back', 0],
    ]);
  });

  test('owes nothing of what she had spent of a grant either: the shop writes it off and the limit keeps it', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const { grantId } = must(await give(li, id));
    await take(shop, id, 100);
    await close(shop, id);
    const undone = must(await undo(shop, grantId));
    expect([undone.clawback, undone.balances.balancePoints, undone.balances.debtPoints]).toEqual([
      'write_off',
      0,
      0,
    ]);
    expect((await rowsOf(shop, id)).slice(-2)).toEqual([
      ['points.clawed_back', -100],
      ['points.written_off', 100],
    ]);
    expect(await used(li)).toBe(128);
  });

  test('leaves no debt behind that she had when she went', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const { grantId } = must(await give(clerk(shop), id));
    await take(shop, id, 100);
    expect(must(await undo(shop, grantId)).balances.debtPoints).toBe(100);
    await close(shop, id);
    const { balances } = must(await shop.owner.accounts.of(id).overview());
    expect(balances).toMatchObject({ balancePoints: 0, debtPoints: 0 });
    await close(shop, id);
    expect((await rowsOf(shop, id)).filter(([type]) => type === 'points.written_off')).toEqual([
      ['points.written_off', 100],
    ]);
  });
});

test('what she redeems in another tab while her account closes keeps its address: the account stays open until it is done', async () => {
  const shop = await openShop();
  const reward = await shelve(shop);
  const memberId = await memberWith(shop, 1_200);
  const member = shop.member(memberId);
  const of = (id: string): ReturnType<Context['accounts']['of']> => {
    const account = member.accounts.of(id);
    return {
      ...account,
      async eraseDetails(command) {
        must(await redeem({ ctx: member, input: press(reward) }));
        return account.eraseDetails(command);
      },
    };
  };
  const closed = await closeAccount({
    ctx: { ...member, accounts: { of } },
    input: { memberId, key: newKey() },
  });
  expect(closed).toMatchObject({ ok: false, refusal: { code: 'wrong_state', state: 'confirmed' } });
  const account = shop.owner.accounts.of(memberId);
  const { items } = must(await account.listRedemptions({ beforeSeq: null, limit: 10 }));
  expect(items.map(({ state, delivery }) => [state, delivery === null])).toEqual([['confirmed', false]]);
  expect(must(await account.overview()).balances.availablePoints).toBe(700);
});

test('nobody is given points who has closed her account, by hand or by a new order; what becomes of an old one is told on', async () => {
  const shop = await openShop();
  const { id } = await join(shop);
  const sold = order({ id }, { status: 'paid' });
  expect((await shop.api('POST', '/orders', sold)).status).toBe(200);
  await close(shop, id);
  const late = await shop.api('POST', '/orders', order({ id }));
  expect([late.status, late.body.code]).toEqual([404, 'not-found']);
  const input = { memberId: id, points: 100, reason: 'goodwill' as const, note: null, key: newKey() };
  expect(await adjustPoints({ ctx: shop.owner, input })).toMatchObject({ refusal: { code: 'not_found' } });
  const cancelled = await shop.api('POST', '/orders', { ...sold, status: 'cancelled' });
  expect([cancelled.status, cancelled.body.code]).toEqual([200, undefined]);
  const { balances } = must(await shop.owner.accounts.of(id).overview());
  expect(balances).toMatchObject({ balancePoints: 0, pendingPoints: 0, debtPoints: 0 });
});
