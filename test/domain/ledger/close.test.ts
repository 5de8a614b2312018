import { expect, test } from 'vitest';
import { decideClose } from '../../../src/domain/ledger/close.ts';
import { decideFirstReport, decideLaterReport } from '../../../src/domain/ledger/earn-order.ts';
import { decideReverseImport } from '../../../src/domain/ledger/reverse-import.ts';
import { after, emptyLedger, NOW_MS, order, programme, published, staff, told, ZONE } from './world.ts';

const RULES = programme();
const by = { actor: staff };
const earning = { programme: published(RULES), timeZone: ZONE, actor: staff };

function bought(status: 'paid' | 'completed', before = emptyLedger()) {
  const decision = decideFirstReport(before, { ...earning, order: order({ status }) }, NOW_MS);
  if (decision.kind !== 'changed') throw new Error(decision.kind);
  const { draft, purchase } = decision.change;
  return { ledger: after(before, draft), purchase };
}

function closed(before: ReturnType<typeof emptyLedger>) {
  const draft = decideClose(before, by, NOW_MS);
  return { rows: told(draft), ledger: { ...after(before, draft), isClosed: true } };
}

test('closing forfeits what is there and what has not matured, and a cancel later finds it given back', () => {
  for (const status of ['paid', 'completed'] as const) {
    const { ledger, purchase } = bought(status);
    const end = closed(ledger);
    expect(end.rows).toEqual(['points.adjusted -100', 'details.erased']);
    expect(end.ledger.totals).toEqual({ balancePoints: 0, debtPoints: 0, heldPoints: 0, pendingPoints: 0 });
    const cancel = { ...earning, order: order({ status: 'cancelled' }) };
    const decision = decideLaterReport(end.ledger, purchase, RULES, cancel, NOW_MS);
    if (decision.kind !== 'changed') throw new Error(decision.kind);
    expect(decision.change.draft.facts[0]?.body).toMatchObject({
      takenPoints: 0,
      lapsedPoints: 100,
      owedPoints: 0,
    });
    expect(after(end.ledger, decision.change.draft).totals).toEqual(end.ledger.totals);
  }
});

test('closing writes off what is owed, once', () => {
  const debt = emptyLedger({
    totals: { balancePoints: -40, debtPoints: 40, heldPoints: 0, pendingPoints: 0 },
  });
  const end = closed(debt);
  expect([end.rows, end.ledger.totals.balancePoints]).toEqual([
    ['points.written_off 40', 'details.erased'],
    0,
  ]);
  expect(closed(end.ledger).rows).toEqual(['details.erased']);
});

test('a list taken back from somebody who spent what it brought and then closed her account is written off', () => {
  const lot = {
    lotId: 2,
    points: 90,
    remainingPoints: 0,
    heldPoints: 0,
    lapsedPoints: 20,
    stage: 'open' as const,
  };
  const times = { availableAtMs: 0, expiresAtMs: null, originalExpiresAtMs: null };
  const ledger = emptyLedger({ lots: [{ ...lot, ...times }], headSeq: 9, isClosed: true });
  const rows = [{ type: 'points.earned' as const, body: { lotId: 2, points: 90 } }];
  const decision = decideReverseImport(ledger, rows, { batchId: 'b', clawback: 'owe', actor: staff }, NOW_MS);
  if (decision.kind !== 'changed') throw new Error(decision.kind);
  expect([decision.change.value, told(decision.change.draft)]).toEqual([
    { takenPoints: 0, lapsedPoints: 20, owedPoints: 0, writtenOffPoints: 70 },
    ['points.clawed_back -70', 'points.written_off 70'],
  ]);
});
