import type { JsonObject } from '../../domain/journal.ts';
import { isSoundLevel } from '../../domain/stock/level.ts';
import { Findings, sumOf } from '../compare.ts';
import {
  accountsOf,
  type Finding,
  nameOf,
  type StockEvidence,
  stocksOf,
  type TenantEvidence,
} from '../evidence.ts';

/**
 * I5: available + reserved + taken = stocked, none below zero; the counts are those of the
 * reservations and of the journal, and every reservation belongs to a line of its member's redemption.
 */
export function checkUnits(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I5');
  const lines = linesOf(evidence);
  for (const stock of stocksOf(evidence)) {
    const object = nameOf(evidence.tenantId, stock);
    checkCounts(findings, object, stock);
    checkJournal(findings, object, stock);
    for (const { redemptionId, lineId, memberId, quantity } of stock.state.reservations) {
      // A tombstone knows no member: its cancel came before any reserve.
      if (memberId === null) continue;
      const line = lines.get(keyOf(stock.objectId, redemptionId, lineId));
      findings.expect(
        object,
        `the line behind reservation ${redemptionId}/${lineId}`,
        { memberId, quantity },
        line ?? null,
      );
    }
  }
  return findings.all;
}

function checkCounts(findings: Findings, object: string, { state }: StockEvidence): void {
  const { counts, reservations, stopped } = state;
  const unitsIn = (wanted: string) =>
    sumOf(
      reservations.filter(({ state: each }) => each === wanted),
      ({ quantity }) => quantity,
    );
  const { stockedUnits, availableUnits, reservedUnits, takenUnits } = counts;
  findings.expect(
    object,
    'none below zero',
    true,
    [stockedUnits, availableUnits, reservedUnits, takenUnits].every((units) => units >= 0),
  );
  findings.expect(
    object,
    'available + reserved + taken = stocked',
    stockedUnits,
    availableUnits + reservedUnits + takenUnits,
  );
  findings.expect(object, 'reserved = Σ reservations', unitsIn('reserved'), reservedUnits);
  findings.expect(object, 'taken = Σ reservations', unitsIn('taken'), takenUnits);
  findings.expect(object, 'the level is sound', true, isSoundLevel({ ...counts, stopped }));
}

/** The journal tells of every reservation what the stock has of it, and its levels follow from its rows. */
function checkJournal(findings: Findings, object: string, { state, journal }: StockEvidence): void {
  findings.expect(object, 'the level of the last row', journal.at(-1)?.body.level, {
    ...state.counts,
    stopped: state.stopped,
  });
  const stocked = sumOf(journal, ({ type, body }) =>
    type === 'stock.units_changed' ? Number(body.deltaUnits) : 0,
  );
  if (!state.counts.unlimited)
    findings.expect(object, 'stocked = Σ changes of units', stocked, state.counts.stockedUnits);
  const told = new Map<string, JsonObject>();
  for (const { type, body } of journal) {
    if (type !== 'stock.reserved' && type !== 'stock.taken' && type !== 'stock.returned') continue;
    const { redemptionId, lineId, memberId, quantity, state: reached } = body;
    told.set(`${redemptionId}/${lineId}`, {
      redemptionId,
      lineId,
      memberId,
      quantity,
      state: reached,
    } as JsonObject);
  }
  for (const reservation of state.reservations) {
    const key = `${reservation.redemptionId}/${reservation.lineId}`;
    findings.expect(object, `reservation ${key} as the journal has it`, told.get(key), reservation);
    told.delete(key);
  }
  findings.expect(object, 'reservations that only the journal has', [], [...told.keys()]);
}

type Line = { memberId: string; quantity: number };

function linesOf(evidence: TenantEvidence): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const { objectId: memberId, state } of accountsOf(evidence))
    for (const { redemptionId, lines: own } of state.redemptions)
      for (const { stockId, lineId, quantity } of own)
        lines.set(keyOf(stockId, redemptionId, lineId), { memberId, quantity });
  return lines;
}

function keyOf(stockId: string, redemptionId: string, lineId: string): string {
  return JSON.stringify([stockId, redemptionId, lineId]);
}
