import type { ActorRef } from '../actor.ts';
import { type Decision, invalid } from '../decision.ts';
import { type Draft, draftOf, type Ledger, state } from './ledger.ts';

/** Why a shop freezes an account, or lets it go again. */
export const FREEZE_REASONS = [
  'suspected_misuse',
  'lost_phone',
  'asked_by_member',
  'cleared',
  'other',
] as const;
export type FreezeReason = (typeof FREEZE_REASONS)[number];

const NOTE_CHARACTERS_MAX = 500;

export type FreezeInput = {
  freezes: boolean;
  reason: FreezeReason;
  /** For the shop's own eyes; it may name a person. */
  note: string | null;
  actor: ActorRef;
};
/** When the account was frozen; null while it is not. */
export type FreezeState = { frozenAtMs: number | null };

/** Freezes an account, or undoes it. What is so already stays so since it was. */
export function decideFreeze(
  ledger: Ledger,
  { frozenAtMs }: FreezeState,
  input: FreezeInput,
  nowMs: number,
): Decision<FreezeState, { draft: Draft; frozen: FreezeState }> {
  const { freezes, reason, note, actor } = input;
  if (!FREEZE_REASONS.includes(reason)) return invalid('reason', 'not_a_reason');
  if (note !== null && note.length > NOTE_CHARACTERS_MAX) return invalid('note', 'too_long');
  if (freezes === (frozenAtMs !== null))
    return { kind: 'unchanged', value: { frozenAtMs }, seq: ledger.headSeq };
  const draft = draftOf(ledger, nowMs);
  const detail = note === null ? null : { note };
  state(draft, freezes ? 'account.frozen' : 'account.unfrozen', { reason, actor }, detail);
  return { kind: 'changed', change: { draft, frozen: { frozenAtMs: freezes ? nowMs : null } } };
}
