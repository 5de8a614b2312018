import { expect, test } from 'vitest';
import { EMPTY_TOTALS, type Ledger } from '../../../src/domain/ledger/ledger.ts';
import type { Lot } from '../../../src/domain/ledger/lot.ts';
import { decideRedeem, type RedeemInput } from '../../../src/domain/redemption/redeem.ts';
import { emptyLedger, NOW_MS, staff } from '../ledger/world.ts';

/** A ledger of that many lots of one point each. */
function lotsOfOne(count: number): Ledger {
  const lots = Array.from({ length: count }, (_, index): Lot => {
    const points = { points: 1, remainingPoints: 1, heldPoints: 0, lapsedPoints: 0 };
    const times = { availableAtMs: 0, expiresAtMs: null, originalExpiresAtMs: null };
    return { lotId: index + 1, ...points, stage: 'open', ...times };
  });
  return emptyLedger({ lots, totals: { ...EMPTY_TOTALS, balancePoints: count }, headSeq: count });
}

function redeem(count: number): RedeemInput {
  const line = { lineId: 'l1', rewardId: 'rwd_1', stockId: 'rwd_1', names: {}, quantity: 1 };
  return {
    redemptionId: 'rdm_1',
    tenantId: 'ten_1',
    memberId: 'mem_1',
    lines: [{ ...line, pointsEach: count, priceVersion: 1, limitPerMember: null }],
    graceDays: 7,
    openHoldsMax: 10,
    actor: staff,
    delivery: {
      recipientName: '林小满',
      phone: '+8613800000000',
      country: 'CN',
      region: '浙江省',
      city: '杭州市',
      line1: '文三路 1 号',
      line2: null,
      postalCode: null,
    },
  };
}

test('a redemption draws on 20,000 lots at most; one that would need more is refused', () => {
  const limits = { openHolds: 0, takenUnits: new Map() };
  const decide = (count: number) => decideRedeem(lotsOfOne(count), limits, redeem(count), NOW_MS);
  expect(decide(20_000).kind).toBe('changed');
  expect(decide(20_001)).toEqual({
    kind: 'refused',
    refusal: { code: 'invalid_input', field: 'lines', reason: 'too_many_lots' },
  });
});
