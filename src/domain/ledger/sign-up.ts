import { lotTimes } from '../programme/lot-times.ts';
import type { ExpiryPolicy } from '../programme/programme.ts';
import { grant } from './grant.ts';
import { type Draft, draftOf, type Ledger } from './ledger.ts';

/** What joining earns, under the programme that was in force when she joined. */
export type SignUp = {
  points: number;
  programmeVersion: number;
  programmeHash: string;
  expiry: ExpiryPolicy;
};

/** The name of joining's one effect, unique for ever within an account. */
export const SIGN_UP_KEY = 'sign_up';

/** The entry of what joining earns: hers to spend at once, for as long as points that are earned now. */
export function decideSignUp(ledger: Ledger, signUp: SignUp, nowMs: number): Draft {
  const { points, programmeVersion, programmeHash, expiry } = signUp;
  const now = { occurredAtMs: nowMs, completedAtMs: nowMs };
  const { expiresAtMs } = lotTimes({ daysUntilEntry: 0, expiry }, now, ledger.timeZone);
  const draft = draftOf(ledger, nowMs);
  const body = {
    reason: 'sign_up',
    source: { kind: 'sign_up' },
    programmeVersion,
    programmeHash,
    actor: { kind: 'system', id: 'joining' },
  };
  grant(draft, 'points.earned', { points, availableAtMs: nowMs, expiresAtMs }, body, null);
  return draft;
}
