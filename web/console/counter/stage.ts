import type { CounterMember, Found } from './api.ts';

/** That she stands here herself, and until when that holds. */
export type Presence = { token: string; untilMs: number };

/** Where the counter is with the person in front of it. */
export type Stage =
  | { at: 'find' }
  /** The last digits of several. */
  | { at: 'choose'; matches: CounterMember[]; more: boolean }
  | { at: 'enrol'; phone: string }
  | { at: 'member'; member: CounterMember; typed: string; presence: Presence | null }
  /** Named by her number or phone while the network is away. */
  | { at: 'unnamed'; typed: string }
  | { at: 'voucher'; code: string };

/** As long as the server takes it. */
const PRESENCE_MS = 5 * 60_000;

/** What a search leads to; null where nobody was found. */
export function stageOfFound({ matches, more, presence }: Found, typed: string, nowMs: number): Stage | null {
  const [first, second] = matches;
  if (!first) return null;
  if (second) return { at: 'choose', matches, more };
  return {
    at: 'member',
    member: first,
    typed,
    presence: presence === null ? null : { token: presence, untilMs: nowMs + PRESENCE_MS },
  };
}

/** The same member once more, with her fresh figures; a proof that she is here is not lost by typing her number. */
export function meetAgain(before: Stage, next: Stage): Stage {
  if (before.at !== 'member' || next.at !== 'member') return next;
  if (before.member.memberId !== next.member.memberId) return next;
  return { ...next, presence: next.presence ?? before.presence };
}
