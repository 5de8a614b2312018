import { afterEach, describe, expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { listGrants } from '../../src/features/counter/list-grants.ts';
import { undoGrant } from '../../src/features/counter/undo-grant.ts';
import { closeAccount } from '../../src/features/members/close-account.ts';
import { creditOverdueOrders } from '../../src/features/orders/credit-overdue-orders.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { clerk, give, MINUTE_MS, manager, refused, used, YUAN } from './counter-till.ts';
import { join, must, newKey, openShop, PLAIN, pointsOf, unheard } from './world.ts';

afterEach(() => setClockOffsetMs(0));

describe('undoing a grant', () => {
  const undo = (ctx: Context, grantId: string | null, given: { reason?: string; key?: string } = {}) =>
    undoGrant({ ctx, input: { grantId: grantId ?? '', reason: null, key: newKey(), ...given } });

  test('takes it back whole, once, however often it is sent, and gives the limit back', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const { grantId } = must(await give(li, id));
    const key = newKey();
    const first = must(await undo(li, grantId, { key }));
    const [again, anew, atOnce] = [
      must(await undo(li, grantId, { key })),
      must(await undo(li, grantId)),
      must(await undo(li, grantId)),
    ];
    expect([again, anew, atOnce]).toEqual([first, first, first]);
    expect([first.points, first.balances.balancePoints, await used(li)]).toEqual([128, 0, 0]);
  });

  test('of a sale of several amounts, sent three times at once, is one grant and taken back whole', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const lines = [
      { amountMinor: 12_850, category: null },
      { amountMinor: 6_050, category: 'clearance' },
    ];
    const sale = { amountMinor: undefined, lines, key: newKey() };
    const sent = await Promise.all([give(li, id, sale), give(li, id, sale), give(li, id, sale)]);
    const [first] = sent.map(must);
    expect([sent.map((each) => must(each).grantId), await pointsOf(shop, id)]).toEqual([
      sent.map(() => first?.grantId),
      189,
    ]);
    const [line] = await listGrants({ ctx: li, input: { mine: true } });
    expect([line?.amountMinor, line?.categories]).toEqual([18_900, ['clearance']]);
    await Promise.all([undo(li, first?.grantId ?? ''), undo(li, first?.grantId ?? '')]);
    expect([await pointsOf(shop, id), await used(li)]).toEqual([0, 0]);
  });

  test('from two tabs at once takes it back once', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    must(await give(li, id));
    const { grantId } = must(await give(li, id));
    const undone = await Promise.all([undo(li, grantId), undo(li, grantId), undo(li, grantId)]);
    expect(undone.map((each) => each.ok)).toEqual([true, true, true]);
    expect([await pointsOf(shop, id), await used(li)]).toEqual([128, 128]);
  });

  test('is hers for ten minutes and nobody else’s; later a manager’s, with a reason', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const [li, chen] = [clerk(shop), clerk(shop, 'usr_chen')];
    const { grantId, undoUntil } = must(await give(li, id));
    expect(Date.parse(undoUntil ?? '') - Date.now()).toBeGreaterThan(9 * MINUTE_MS);
    expect(await undo(chen, grantId)).toMatchObject({ refusal: { code: 'undo_not_yours' } });
    setClockOffsetMs(11 * MINUTE_MS);
    expect(await undo(li, grantId)).toEqual({ ok: false, refusal: { code: 'undo_too_late', minutes: 10 } });
    const required = { code: 'invalid_input', field: 'reason', reason: 'required' };
    expect(await undo(manager(shop), grantId)).toEqual({ ok: false, refusal: required });
    expect(must(await undo(manager(shop), grantId, { reason: 'typed twice' })).undoneBy).toEqual({
      staffId: 'usr_manager',
      name: 'Wang',
    });
    expect(await pointsOf(shop, id)).toBe(0);
  });

  test('of spent points leaves a debt, or writes them off, as the programme says', async () => {
    for (const [clawback, left, stillCounted] of [
      ['owe', -128, 0],
      ['write_off', 0, 128],
    ] as const) {
      const shop = await openShop({ ...PLAIN, clawback });
      const { id } = await join(shop);
      const li = clerk(shop);
      const { grantId } = must(await give(li, id));
      must(
        await shop.owner.accounts.of(id).adjust({
          key: newKey(),
          actor: { kind: 'staff', id: 'usr_owner' },
          points: -128,
          reason: 'correction',
          note: null,
          expiresAtMs: null,
        }),
      );
      const undone = must(await undo(li, grantId));
      expect([undone.clawback, undone.balances.balancePoints, await used(li)]).toEqual([
        clawback,
        left,
        stillCounted,
      ]);
    }
  });

  test('frees the receipt: typed again, corrected, it counts', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const wrong = must(await give(li, id, { receipt: 'R-1', amountMinor: 1_280 * YUAN }));
    must(await undo(li, wrong.grantId));
    const right = must(await give(li, id, { receipt: 'R-1' }));
    expect([right.orderId, right.points, right.countedBefore]).toEqual(['R-1 (2)', 128, null]);
    expect(must(await give(li, id, { receipt: 'R-1' })).countedBefore).not.toBeNull();
    expect(await pointsOf(shop, id)).toBe(128);
  });

  test('cut off before the account is finished by the cron, also where the grant itself never got there', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const { grantId } = must(await give(li, id));
    await shop.settle();
    await expect(undo(unheard(li), grantId)).rejects.toThrow('unavailable');
    await expect(give(unheard(li), id, { receipt: 'R-2' })).rejects.toThrow('unavailable');
    const [lost] = await listGrants({ ctx: li, input: { mine: true } });
    await expect(undo(unheard(li), lost?.grantId ?? '')).rejects.toThrow('unavailable');
    expect(await pointsOf(shop, id)).toBe(128);
    setClockOffsetMs(2 * MINUTE_MS);
    const ctx = {
      ...shop.owner,
      directory: {
        ...shop.owner.directory,
        overdueOrders: async (asked: { byMs: number; limit: number }) => {
          const all = await shop.owner.directory.overdueOrders({ ...asked, limit: 10_000 });
          return all.filter(({ tenantId }) => tenantId === shop.tenant.id);
        },
      },
    };
    await creditOverdueOrders({ ctx, input: { enter: () => shop.owner, limit: 100 } });
    expect([await pointsOf(shop, id), await used(li)]).toEqual([0, 0]);
    // The lost answer is asked for again after that.
    expect(must(await give(li, id, { receipt: 'R-3' })).points).toBe(128);
    expect(must(await undo(li, grantId)).points).toBe(128);
    expect(await pointsOf(shop, id)).toBe(128);
  });

  test('that the account refuses changes nothing: the grant stands, and can be undone later', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const { grantId } = must(await give(li, id));
    await shop.settle();
    expect(await undo(refused(li), grantId)).toMatchObject({ refusal: { code: 'account_frozen' } });
    const [line] = await listGrants({ ctx: li, input: { mine: true } });
    expect([line?.undone, await used(li), await pointsOf(shop, id)]).toEqual([null, 128, 128]);
    must(await undo(li, grantId));
    expect(await pointsOf(shop, id)).toBe(0);
  });

  test('that overtakes the grant on its way to the account stands on the list, and frees the receipt', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const overtaken: Context = {
      ...li,
      accounts: {
        of: (memberId) => ({
          ...li.accounts.of(memberId),
          async earnOrder(command) {
            const [line] = await listGrants({ ctx: li, input: { mine: true } });
            must(await undo(li, line?.grantId ?? ''));
            return li.accounts.of(memberId).earnOrder(command);
          },
        }),
      },
    };
    const answer = must(await give(overtaken, id, { receipt: 'R-1' }));
    expect([answer.undoUntil, await pointsOf(shop, id), await used(li)]).toEqual([null, 0, 0]);
    const [line] = await listGrants({ ctx: li, input: { mine: true } });
    expect([line?.grantId, line?.undone !== null]).toEqual([answer.grantId, true]);
    const right = must(await give(li, id, { receipt: 'R-1' }));
    expect([right.orderId, right.points, await pointsOf(shop, id)]).toEqual(['R-1 (2)', 128, 128]);
  });

  test('leaves nothing to undo to whoever asks after the grant again under its key', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const key = newKey();
    const { grantId } = must(await give(li, id, { key }));
    must(await undo(li, grantId));
    const again = must(await give(li, id, { key }));
    expect([again.grantId, again.undoUntil, await pointsOf(shop, id)]).toEqual([grantId, null, 0]);
  });

  test('stays one when it is sent again after the member has closed her account', async () => {
    const shop = await openShop();
    const { id } = await join(shop);
    const li = clerk(shop);
    const { grantId } = must(await give(li, id));
    const key = newKey();
    must(await undo(li, grantId, { key }));
    must(await closeAccount({ ctx: shop.member(id), input: { memberId: id, key: newKey() } }));
    await undo(li, grantId, { key });
    const [line] = await listGrants({ ctx: li, input: { mine: true } });
    expect([line?.undone?.staffId, await used(li), await pointsOf(shop, id)]).toEqual(['usr_clerk', 0, 0]);
  });

  test('of another shop’s grant, or of none, is not found', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const { id } = await join(shop);
    const { grantId } = must(await give(clerk(shop), id));
    for (const asked of [grantId, 'grt_nobody'])
      expect(await undo(manager(other), asked, { reason: 'x' })).toEqual({
        ok: false,
        refusal: { code: 'not_found' },
      });
  });
});
