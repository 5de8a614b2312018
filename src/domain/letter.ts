/** What a member may switch off in Me; that her account was closed she is told in any case. */
export const SWITCHED_LETTERS = [
  'order_confirmed',
  'order_shipped',
  'order_ready',
  'order_handed_over',
  'order_cancelled',
  'order_refunded',
  'question_answered',
] as const;
export type SwitchedLetter = (typeof SWITCHED_LETTERS)[number];
export type MemberLetter = SwitchedLetter | 'account_closed';
/** To one of the staff: what waits for the shop, and one that only shows that letters arrive. */
export type StaffLetter = 'staff_notice' | 'staff_test';
export type LetterKind = MemberLetter | StaffLetter;

/** `skipped`: overtaken, or nobody to send it to any more. `failed`: the provider refused it to the end. */
export type LetterState = 'waiting' | 'sent' | 'skipped' | 'failed';

/** The provider said no to it; did not answer, or is out of order; or it could not be written. */
export const LETTER_FAILURES = ['refused', 'away', 'unwritable'] as const;
export type LetterFailure = (typeof LETTER_FAILURES)[number];

/** A letter that an event asks for, under a name that the event alone decides: told again, it is the same. */
export type WantedLetter = {
  key: string;
  kind: MemberLetter;
  memberId: string;
  /** The redemption or the question that it tells of. */
  subjectId: string;
  /** The parcel or the refund, where a redemption may have several. */
  part: string | null;
};

export function wantedLetter(
  kind: MemberLetter,
  memberId: string,
  subjectId: string,
  part: string | null = null,
): WantedLetter {
  const key = [kind, subjectId, ...(part === null ? [] : [part])].join('/');
  return { key, kind, memberId, subjectId, part };
}

const MINUTE_MS = 60_000;

/** What an event of longer ago tells nobody anything new: a rebuilt journal, an imported history. */
export const LETTER_AGE_MAX_MS = 3 * 24 * 60 * MINUTE_MS;

/**
 * How long after each try the next one waits. All of them end within the day for which the provider
 * remembers a letter's key, so that none arrives twice.
 */
const PAUSES_MINUTES = [1, 5, 15, 60, 180, 360];

/** When a letter is tried again after so many tries; null: given up. */
export function nextTryMs(tries: number, nowMs: number): number | null {
  const minutes = PAUSES_MINUTES[tries - 1];
  return minutes === undefined ? null : nowMs + minutes * MINUTE_MS;
}
