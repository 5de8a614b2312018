import { decideAdjust } from '../../domain/ledger/adjust.ts';
import { balancesOf } from '../../domain/ledger/ledger.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { lotTimes } from '../../domain/programme/lot-times.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { AdjustCommand, AdjustResult } from '../contract.ts';

/** Staff give or take points. The note may name a person, so only its hash is compared and chained. */
export function adjust(desk: AccountDesk, command: AdjustCommand, nowMs: number): Outcome<AdjustResult> {
  const { key, points, reason, note, expiresAtMs } = command;
  const input = { command: 'adjust', points, reason, note, expiresAtMs };
  return desk.run({ key, input, plan: () => planAdjust(desk, command, nowMs) }, nowMs);
}

/** Points that are given live as long as points that are earned at the same moment. */
function policyEnd({ expiry }: AdjustCommand, timeZone: string, nowMs: number): number | null {
  const now = { occurredAtMs: nowMs, completedAtMs: nowMs };
  return expiry ? lotTimes({ daysUntilEntry: 0, expiry }, now, timeZone).expiresAtMs : null;
}

function planAdjust(desk: AccountDesk, command: AdjustCommand, nowMs: number): Plan<AdjustResult> {
  const { ledger } = desk.load(nowMs, { points: Math.max(0, -command.points) });
  const expiresAtMs = command.expiresAtMs ?? policyEnd(command, ledger.timeZone, nowMs);
  const decision = decideAdjust(ledger, { ...command, expiresAtMs }, nowMs);
  if (decision.kind !== 'changed') return decision;
  const { draft } = decision.change;
  const value = { points: command.points, balances: balancesOf(draft.totals) };
  return { kind: 'changed', ledger, draft, value };
}
