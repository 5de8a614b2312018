import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../src/domain/fold/figures.ts';
import { foldJournal } from '../../src/domain/fold/fold.ts';
import { memberDaysOf } from '../../src/domain/fold/member-day.ts';
import { newObject, project, projectedOf, redemption } from './world.ts';

describe('the figures of a member', () => {
  test('are what her journal comes to, whatever the order and number of deliveries', async () => {
    const [dayMs, yearMs] = [86_400_000, 365 * 86_400_000];
    const nowMs = 1_700_000_000_000;
    const order = (orderId: string, bought: object) => ({
      order: { channel: 'shop', orderId, status: 'completed', points: 5, clawedBackPoints: 0, ...bought },
    });
    const used = (memberId: string, version: number, state: string, usedAtMs: number | null) => {
      const { redemption: view } = redemption(memberId, version, state) as { redemption: object };
      return { redemption: { ...view, voucher: { usedAtMs }, timeline: [] } };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 0, 3], { minLength: 5 }),
        async (deliveries) => {
          const account = await newObject('account');
          const given = { balanceAfter: 40, points: 40, movement: 'earned' };
          account.write('points.earned', { ...given, occurredAtMs: nowMs - 9 * dayMs });
          const bought = { occurredAtMs: nowMs - 2 * dayMs, spentMinor: 900 };
          const sale = (amountMinor: number, purchases: number) => ({ sale: { amountMinor, purchases } });
          const first = { ...order('1', bought), ...sale(900, 1) };
          account.write('points.earned', { ...first, points: 9, balanceAfter: 49 });
          const old = { occurredAtMs: nowMs - 2 * yearMs, spentMinor: 700 };
          account.write('order.updated', { ...order('2', old), ...sale(700, 1) });
          const part = { ...bought, spentMinor: 400 };
          account.write('order.updated', { ...order('1', part), ...sale(-500, 0) });
          const undone = { occurredAtMs: nowMs - dayMs, spentMinor: 0, clawedBackPoints: 5 };
          account.write('order.updated', { ...order('3', undone), ...sale(0, 0) });
          account.write('redemption.updated', used(account.objectId, 1, 'issued', null));
          account.write('points.redeemed', { points: -20, balanceAfter: 29, availableAfter: 17 });
          account.write('redemption.updated', used(account.objectId, 2, 'used', nowMs - dayMs / 2));
          const late = [0, 1, 2, 3, 4, 5, 6, 7].filter((index) => !deliveries.includes(index));
          for (const index of [...deliveries, ...late])
            await project(account.tenantId, [account.message(account.rows.slice(index, index + 1))]);
          const folded = foldJournal(account.origin, account.rows);
          const { figures, days } = await projectedOf(account.tenantId);
          const [found] = figures;
          const told = memberDaysOf(account.origin, account.rows, 'Asia/Shanghai');
          const member = { tenantId: account.tenantId, memberId: account.objectId };
          expect(days).toEqual([...told].map(([day, of]) => ({ day, ...member, ...of })));
          expect(found).toMatchObject(figuresOf(account.rows, folded, found?.spentSinceMs ?? 0));
          expect(found).toMatchObject({
            balancePoints: 29,
            availablePoints: 17,
            spentMinor: 1_100,
            lastVisitAtMs: nowMs - dayMs / 2,
            firstRedeemedAtMs: nowMs,
          });
        },
      ),
      { numRuns: 6 },
    );
  });
});
