import { writeDownDue } from '../domain/ledger/due.ts';
import { draftOf } from '../domain/ledger/ledger.ts';
import type { AccountDesk } from './account-desk.ts';

/**
 * Expiry counts by the clock at once; writing it down is spread over these hours by member, so that
 * the end of a year does not wake every account in the same second.
 */
const EXPIRY_SPREAD_MS = 4 * 3_600_000;

/** When something by the clock is to be written down by the alarm, or null. */
export function writeDownDueAtMs(desk: AccountDesk): number | null {
  const maturityAtMs = desk.ledgers.nextMaturityAtMs();
  const expiryAtMs = desk.ledgers.nextExpiryAtMs();
  const spreadMs = expiryAtMs === null ? null : expiryAtMs + spreadOf(desk, EXPIRY_SPREAD_MS);
  if (maturityAtMs === null || spreadMs === null) return maturityAtMs ?? spreadMs;
  return Math.min(maturityAtMs, spreadMs);
}

/** Writes down what is due; a second run finds nothing. */
export function writeDown(desk: AccountDesk, nowMs: number): void {
  const { ledger } = desk.load(nowMs);
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  if (draft.changedLotIds.size > 0) desk.advance({ kind: 'changed', ledger, draft, value: null }, nowMs);
}

/** A delay below `spreadMs` of the member's own, the same at every wake (FNV-1a). */
export function spreadOf({ memberId }: AccountDesk, spreadMs: number): number {
  let hash = 2_166_136_261;
  for (const character of memberId)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  return hash % spreadMs;
}
