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

const FIND: Stage = { at: 'find' };

/** The way to where the counter stands, to be gone back step by step; it begins at the search. */
export type Path = readonly [...Stage[], Stage];

export const AT_FIND: Path = [FIND];

export function stageAt(path: Path): Stage {
  return path.at(-1) ?? FIND;
}

/**
 * The way after a step. Only out of several with the same digits the wrong one may have been taken: one is gone
 * back to them. Whatever else was asked before, such as to enrol somebody, is over.
 */
export function stepTo(path: Path, next: Stage): Path {
  if (next.at === 'find') return AT_FIND;
  const [, second] = path;
  const isPerson = next.at === 'member' || next.at === 'unnamed';
  return isPerson && second?.at === 'choose'
    ? [FIND, second, meetAgain(stageAt(path), next)]
    : [FIND, meetAgain(stageAt(path), next)];
}

/** The way without its last step. */
export function stepBack(path: Path): Path {
  const [, second] = path;
  return path.length > 2 && second ? [FIND, second] : AT_FIND;
}
