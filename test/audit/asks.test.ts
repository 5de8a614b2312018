import { expect, test } from 'vitest';
import { checkAsks } from '../../src/audit/checks/asks.ts';
import type { TenantEvidence } from '../../src/audit/evidence.ts';

const ASKED = { rewardId: 'rwd_1', quantity: 1, pointsEach: 500, cashEachMinor: 0 };
const LINE = { rewardId: 'rwd_1', quantity: 1, pointsEach: 500 };
const WAITS = { redemptionId: 'rdm_1', pickUp: true, state: 'ready', lines: [LINE] };

/** What is found of an ask whose member's account has these redemptions. */
function found(ask: object, redemptions: object[]) {
  const times = { answeredAtMs: 900, expiresAtMs: 1_000 };
  const counterAsks = [{ id: 'ask_1', memberId: 'mem_1', redemptionId: 'rdm_1', ...ASKED, ...times, ...ask }];
  const objects = [{ kind: 'account', objectId: 'mem_1', state: { redemptions } }];
  const findings = checkAsks({ counterAsks, objects } as unknown as TenantEvidence);
  return findings.map(({ object, what }) => `${object}: ${what}`);
}

test('what was confirmed and redeemed, or not confirmed and not redeemed, is sound', () => {
  const other = { ...WAITS, redemptionId: 'rdm_2' };
  expect(found({ state: 'confirmed' }, [WAITS, other])).toEqual([]);
  for (const state of ['open', 'declined', 'withdrawn', 'refused'])
    expect(found({ state }, [other])).toEqual([]);
  // Cut off before her account; refused to one of two confirmations; under its name, but in her mall.
  expect(found({ state: 'confirmed' }, [])).toEqual([]);
  expect(found({ state: 'refused' }, [WAITS])).toEqual([]);
  expect(found({ state: 'withdrawn' }, [{ ...WAITS, pickUp: false }])).toEqual([]);
});

test('an ask that was changed by hand is named', () => {
  for (const state of ['open', 'declined', 'withdrawn'])
    expect(found({ state }, [WAITS])).toEqual(['counter_asks ask_1: redeemed without her confirmation']);
  for (const changed of [{ pointsEach: 400 }, { quantity: 2 }, { rewardId: 'rwd_2' }, { cashEachMinor: 1 }])
    expect(found({ state: 'confirmed', ...changed }, [WAITS])).toEqual([
      'counter_asks ask_1: redeemed is what was confirmed',
    ]);
  expect(found({ state: 'confirmed', answeredAtMs: 1_000 }, [WAITS])).toEqual([
    'counter_asks ask_1: answered in time',
  ]);
});
