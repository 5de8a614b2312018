import type { RedemptionState } from '../../account/contract.ts';
import { Findings } from '../compare.ts';
import { accountsOf, type Finding, nameOf, stocksOf, type TenantEvidence } from '../evidence.ts';

/** The coordinator needs seconds; what is unfinished after this long has been forgotten. */
const UNFINISHED_MAX_MS = 600_000;

type LineState = 'reserved' | 'taken' | 'cancelled' | 'none';
type HoldState = 'pending' | 'captured' | 'released';

/** What the lines of a redemption may have of their stocks, and what became of its points. */
const WHOLE: Record<RedemptionState, { lines: readonly LineState[]; hold: HoldState; finished: boolean }> = {
  reserving: { lines: ['none', 'reserved', 'cancelled'], hold: 'pending', finished: false },
  awaiting_payment: { lines: ['reserved'], hold: 'pending', finished: true },
  undoing: { lines: ['none', 'reserved', 'cancelled'], hold: 'released', finished: false },
  undone: { lines: ['none', 'cancelled'], hold: 'released', finished: true },
  committing: { lines: ['reserved', 'taken'], hold: 'captured', finished: false },
  confirmed: { lines: ['taken'], hold: 'captured', finished: true },
  in_fulfilment: { lines: ['taken'], hold: 'captured', finished: true },
  shipped: { lines: ['taken'], hold: 'captured', finished: true },
  ready: { lines: ['taken'], hold: 'captured', finished: true },
  received: { lines: ['taken'], hold: 'captured', finished: true },
  issued: { lines: ['taken'], hold: 'captured', finished: true },
  used: { lines: ['taken'], hold: 'captured', finished: true },
  expired: { lines: ['taken'], hold: 'captured', finished: true },
  cancelling: { lines: ['taken', 'cancelled'], hold: 'captured', finished: false },
  cancelled: { lines: ['cancelled'], hold: 'captured', finished: true },
};

/** I6: a redemption is whole or undone: its points, and the units of each of its lines, agree with its state. */
export function checkRedemptions(evidence: TenantEvidence): Finding[] {
  const findings = new Findings('I6');
  const reservations = new Map<string, LineState>();
  for (const { objectId, state } of stocksOf(evidence))
    for (const { redemptionId, lineId, state: reached } of state.reservations)
      reservations.set(JSON.stringify([objectId, redemptionId, lineId]), reached);
  for (const account of accountsOf(evidence)) {
    const object = nameOf(evidence.tenantId, account);
    const { redemptions, holds, nowMs } = account.state;
    for (const { redemptionId, state, lines, updatedAtMs } of redemptions) {
      const whole = WHOLE[state];
      const what = `redemption ${redemptionId}, ${state}`;
      const hold = holds.find((each) => each.redemptionId === redemptionId);
      findings.expect(object, `${what}: its points`, whole.hold, hold?.state);
      for (const { stockId, lineId } of lines) {
        const reached = reservations.get(JSON.stringify([stockId, redemptionId, lineId])) ?? 'none';
        if (!whole.lines.includes(reached))
          findings.expect(
            object,
            `${what}: units of line ${lineId} at stock ${stockId}`,
            whole.lines.join(' or '),
            reached,
          );
      }
      if (!whole.finished && nowMs - updatedAtMs > UNFINISHED_MAX_MS)
        findings.expect(object, `${what}: finished within ten minutes`, true, false);
    }
  }
  return findings.all;
}
