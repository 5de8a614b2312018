import type { ActorRef } from '../actor.ts';
import { type Decision, invalid, refused } from '../decision.ts';
import { isMovablePoints } from '../points.ts';
import { allocate, takeFrom } from './allocate.ts';
import { writeDownDue } from './due.ts';
import { grant } from './grant.ts';
import { availablePoints, type Draft, draftOf, entry, type Ledger, wouldOverflow } from './ledger.ts';

const REASON_CHARACTERS_MAX = 64;
const NOTE_CHARACTERS_MAX = 500;

export type AdjustInput = {
  points: number;
  reason: string;
  note: string | null;
  expiresAtMs: number | null;
  actor: ActorRef;
  /** Of an effect that happens once: its name, which its row tells. */
  once?: string | undefined;
  /** Staff whose PIN let it pass. */
  approvedBy?: string | undefined;
};

/** The natural key of an effect that an account has once for ever. */
export function onceKey(name: string): string {
  return `once:${name}`;
}

/** Gives or takes points for a stated reason, in row `seq`. What is held or pending cannot be taken. */
export function decideAdjust(
  ledger: Ledger,
  input: AdjustInput,
  nowMs: number,
): Decision<never, { draft: Draft; seq: number }> {
  const { points, reason, note, expiresAtMs, once, approvedBy } = input;
  if (!isMovablePoints(Math.abs(points))) return invalid('points', 'not_points');
  if (reason.length === 0 || reason.length > REASON_CHARACTERS_MAX) return invalid('reason', 'not_a_reason');
  if (note !== null && note.length > NOTE_CHARACTERS_MAX) return invalid('note', 'too_long');
  if (expiresAtMs !== null && !(Number.isSafeInteger(expiresAtMs) && expiresAtMs > nowMs))
    return invalid('expiresAt', 'not_a_future_time');
  if (wouldOverflow(ledger.totals, points)) return invalid('points', 'balance_limit');
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const body = {
    reason,
    actor: input.actor,
    ...(approvedBy !== undefined && { approvedBy }),
    source: once === undefined ? { kind: 'adjustment' } : { kind: 'once', name: once },
  };
  const detail = note === null ? null : { note };
  const seq = draft.headSeq + 1;
  if (points > 0) {
    grant(draft, 'points.adjusted', { points, availableAtMs: nowMs, expiresAtMs }, body, detail);
    return { kind: 'changed', change: { draft, seq } };
  }
  const available = availablePoints(draft.totals);
  if (available < -points)
    return refused({
      code: 'insufficient_points',
      missingPoints: -points - available,
      availablePoints: available,
    });
  takeFrom(draft, allocate(draft, -points));
  entry(draft, 'points.adjusted', points, body, detail);
  return { kind: 'changed', change: { draft, seq } };
}
