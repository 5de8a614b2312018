import { decideAdjust, onceKey } from '../../domain/ledger/adjust.ts';
import { balancesOf } from '../../domain/ledger/ledger.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { lotTimes } from '../../domain/programme/lot-times.ts';
import { findNaturalKeys } from '../../object/keys.ts';
import type { AccountDesk, Plan } from '../account-desk.ts';
import type { AdjustCommand, AdjustResult } from '../contract.ts';

/** Staff give or take points. The note may name a person, so only its hash is compared and chained. */
export function adjust(desk: AccountDesk, command: AdjustCommand, nowMs: number): Outcome<AdjustResult> {
  const { key, points, reason, note, expiresAtMs, once } = command;
  const input = { command: 'adjust', points, reason, note, expiresAtMs, ...(once !== undefined && { once }) };
  return desk.run({ key, input, plan: () => planAdjust(desk, command, nowMs) }, nowMs);
}

/** Points that are given live as long as points that are earned at the same moment. */
function policyEnd({ expiry }: AdjustCommand, timeZone: string, nowMs: number): number | null {
  const now = { occurredAtMs: nowMs, completedAtMs: nowMs };
  return expiry ? lotTimes({ daysUntilEntry: 0, expiry }, now, timeZone).expiresAtMs : null;
}

function planAdjust(desk: AccountDesk, command: AdjustCommand, nowMs: number): Plan<AdjustResult> {
  if (command.replayOnly) return { kind: 'refused', refusal: { code: 'not_found' } };
  const had = command.once === undefined ? null : hadBefore(desk, command.once, nowMs);
  if (had) return had;
  const { ledger } = desk.load(nowMs, { points: Math.max(0, -command.points) });
  const expiresAtMs = command.expiresAtMs ?? policyEnd(command, ledger.timeZone, nowMs);
  const decision = decideAdjust(ledger, { ...command, expiresAtMs }, nowMs);
  if (decision.kind !== 'changed') return decision;
  const { draft, seq } = decision.change;
  const value = { points: command.points, balances: balancesOf(draft.totals) };
  const claims = command.once === undefined ? [] : [{ naturalKey: onceKey(command.once), seq }];
  return { kind: 'changed', ledger, draft, claims, value };
}

/** An effect that the account has had is answered as it was, whatever is asked under its name now. */
function hadBefore(desk: AccountDesk, once: string, nowMs: number): Plan<AdjustResult> | null {
  const [seq] = findNaturalKeys(desk.database, [onceKey(once)]).values();
  if (seq === undefined) return null;
  const points = Number(desk.opened.journal.row(seq)?.body.points);
  return { kind: 'unchanged', value: { points, balances: desk.balancesAt(nowMs) }, seq };
}
