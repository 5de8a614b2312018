import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Context } from '../../src/context.ts';
import type { AuditAction } from '../../src/domain/audit-action.ts';
import { addAuditRow } from '../../src/features/audit-log/queries.ts';
import { getSlip } from '../../src/features/counter/get-slip.ts';
import { undoGrant } from '../../src/features/counter/undo-grant.ts';
import { refundPurchase } from '../../src/features/orders/refund-purchase.ts';
import { setClockOffsetMs } from '../../src/lib/clock.ts';
import { clerk, give, manager, YUAN } from './counter-till.ts';
import { memberWith, must, newKey, openShop } from './world.ts';

afterEach(() => setClockOffsetMs(0));

describe('the slip of a day', () => {
  test('adds up what each gave, without what was undone; a clerk sees her own', async () => {
    const shop = await openShop();
    const [one, other] = [await memberWith(shop, 1), await memberWith(shop, 1)];
    const [li, chen] = [clerk(shop), clerk(shop, 'usr_chen')];
    must(await give(li, one, { receipt: 'R-1', note: 'two bags' }));
    const { grantId } = must(await give(li, other));
    must(
      await undoGrant({ ctx: li, input: { grantId: grantId ?? '', reason: 'wrong person', key: newKey() } }),
    );
    must(await give(chen, other, { amountMinor: 50 * YUAN }));
    const nothing = {
      redemptions: 0,
      vouchersUsed: 0,
      cashTakenMinor: 0,
      takenBackMinor: 0,
      takenBackPoints: 0,
    };
    const lis = {
      staffId: 'usr_clerk',
      name: 'Xiao Li',
      grants: 1,
      amountMinor: 12_800,
      points: 128,
      undone: 1,
      ...nothing,
    };
    const ofAll = must(await getSlip({ ctx: manager(shop), input: { day: undefined, staffId: undefined } }));
    const ofHers = must(await getSlip({ ctx: li, input: { day: undefined, staffId: 'usr_chen' } }));
    expect(ofHers.staff).toEqual([lis]);
    expect(
      ofHers.lines.map(({ points, receipt, note, undone }) => [points, receipt, note, undone?.reason]),
    ).toEqual([
      [128, null, null, 'wrong person'],
      [128, 'R-1', 'two bags', undefined],
    ]);
    expect(ofAll.staff.map(({ staffId, points }) => [staffId, points])).toEqual([
      ['usr_clerk', 128],
      ['usr_chen', 50],
    ]);
    expect([ofAll.lines.length, ofAll.linesLeftOut]).toEqual([3, 0]);
  });

  test('counts what she redeemed or handed over, verified and took in cash that day, and no one else’s', async () => {
    const shop = await openShop();
    const [li, chen] = [clerk(shop), clerk(shop, 'usr_chen')];
    const logged = (ctx: Context, action: AuditAction, detail = {}) =>
      shop.owner.db.batch(shop.tenant.id, [addAuditRow(ctx, action, newKey(), detail)]);
    await logged(li, 'redemptions.hand_over');
    await logged(li, 'redemptions.redeem', { points: 500 });
    await logged(li, 'redemptions.take_voucher');
    await logged(li, 'redemptions.take_voucher');
    await logged(li, 'redemptions.take_cash', { amountMinor: 8_000, currency: 'CNY' });
    await logged(chen, 'redemptions.take_cash', { amountMinor: 500, currency: 'CNY' });
    const { staff } = must(await getSlip({ ctx: li, input: { day: undefined, staffId: undefined } }));
    expect(
      staff.map(({ redemptions, vouchersUsed, cashTakenMinor }) => [
        redemptions,
        vouchersUsed,
        cashTakenMinor,
      ]),
    ).toEqual([[2, 2, 8_000]]);
    const before = must(await getSlip({ ctx: li, input: { day: '2020-02-29', staffId: undefined } }));
    expect(before.staff.map(({ redemptions, cashTakenMinor }) => [redemptions, cashTakenMinor])).toEqual([
      [0, 0],
    ]);
  });

  test('counts what is refunded at the branch where it is given back', async () => {
    const shop = await openShop();
    const [li, boss] = [clerk(shop), manager(shop)];
    const at = (ctx: Context, id: string): Context =>
      ctx.actor.kind === 'staff' ? { ...ctx, actor: { ...ctx.actor, branch: { id, name: id } } } : ctx;
    const memberId = await memberWith(shop, 1);
    const { orderId } = must(await give(at(li, 'lake'), memberId));
    const back = {
      memberId,
      channel: 'counter',
      orderId,
      lines: [{ lineId: '1', amountMinor: 2_800 }],
      key: newKey(),
    };
    must(await refundPurchase({ ctx: at(boss, 'south'), input: back }));
    await vi.waitFor(async () => {
      const { branches } = must(await getSlip({ ctx: boss, input: { day: undefined, staffId: undefined } }));
      expect(
        branches.map((of) => [of.branchId, of.amountMinor, of.takenBackMinor, of.takenBackPoints]),
      ).toEqual([
        ['lake', 12_800, 0, 0],
        ['south', 0, 2_800, 28],
      ]);
    }, 10_000);
  });

  test('counts what is refunded or undone on the day it happens; the slip of the day of the sale stays as it was', async () => {
    const shop = await openShop();
    const [li, boss] = [clerk(shop), manager(shop)];
    const memberId = await memberWith(shop, 1);
    const [sold, wrong] = [must(await give(li, memberId)), must(await give(li, memberId))];
    const slipAt = async (day?: string) => {
      const { staff } = must(await getSlip({ ctx: boss, input: { day, staffId: undefined } }));
      return staff.map((of) => [
        ...[of.staffId, of.grants, of.amountMinor, of.points],
        ...[of.takenBackMinor, of.takenBackPoints],
      ]);
    };
    const today = must(await getSlip({ ctx: boss, input: { day: undefined, staffId: undefined } })).day;
    const lis = ['usr_clerk', 2, 25_600, 256, 0, 0];
    expect(await slipAt(today)).toEqual([lis]);
    const back = [{ lineId: sold.trace.lines[0]?.lineId ?? '', amountMinor: 2_800 }];
    const returned = { channel: 'counter', orderId: sold.orderId, lines: back, memberId };
    setClockOffsetMs(24 * 3_600_000);
    must(await refundPurchase({ ctx: boss, input: { ...returned, key: newKey() } }));
    const undo = { grantId: wrong.grantId ?? '', reason: 'wrong person', key: newKey() };
    must(await undoGrant({ ctx: boss, input: undo }));
    const taken = ['usr_manager', 0, 0, 0, 15_600, 156];
    await vi.waitFor(async () => expect(await slipAt()).toEqual([taken]), 20_000);
    expect(await slipAt(today)).toEqual([lis]);
  });

  test('of a day that is none is refused', async () => {
    const shop = await openShop();
    const slip = await getSlip({ ctx: clerk(shop), input: { day: '2026-02-30', staffId: undefined } });
    expect(slip).toEqual({
      ok: false,
      refusal: { code: 'invalid_input', field: 'day', reason: 'not_a_day' },
    });
  });
});
