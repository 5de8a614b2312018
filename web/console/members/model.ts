import { boughtEarlierAtMs, COUNTER_CHANNEL, orderNumberOf } from '../../../src/domain/order.ts';
import { lotTimes } from '../../../src/domain/programme/lot-times.ts';
import type { ExpiryPolicy, Rational } from '../../../src/domain/programme/programme.ts';
import { isolated } from '../../../src/messages/isolated.ts';
import type { Entry, Member } from './api.ts';

/** What a search box holds, read as the one thing it most likely is, to start a new member with. */
export function newMemberFrom(search: string): { phone: string; email: string; displayName: string } {
  const text = search.trim();
  const empty = { phone: '', email: '', displayName: '' };
  if (text.includes('@')) return { ...empty, email: text };
  if (/^\+?[\d\s()-]{4,}$/.test(text)) return { ...empty, phone: text };
  return { ...empty, displayName: text };
}

/** What a member is called on a list or in a sentence: the name, else how she is reached, else her number. */
export function memberName(
  member: Pick<Member, 'number'> & Partial<Pick<Member, 'displayName' | 'phone' | 'email'>>,
): string {
  return isolated(member.displayName ?? '') || member.phone || member.email || member.number;
}

/** Four and four: easier to read out than eight in a row. */
export function spacedNumber(number: string): string {
  return number.replace(/^(\d{4})(\d{4})$/, '$1 $2');
}

/** Points to give or take as typed: a whole number that is not zero. Null when it is none. */
export function parsePoints(text: string): number | null {
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)$/.exec(text.trim().replace('−', '-'));
  if (!match) return null;
  const points = Number(`${match[1]}${match[2]?.replaceAll(',', '')}`);
  return points !== 0 && Math.abs(points) <= POINTS_MAX ? points : null;
}

/** The most that is given or taken at a time. */
export const POINTS_MAX = 1_000_000_000;

/** Why an entry was made, as a list says it. */
export type EntryReason = {
  kind: EntryKind;
  /** The purchase's own number; none for a counter sale without a receipt, whose number is ours. */
  order: string | null;
  /** What a purchase of one line was multiplied by. */
  computation: { amountMinor: number; rate: Rational; category: string | null } | null;
  redemptionId: string | null;
  adjustReason: ToldReason | null;
  /** Set where it came with an import: what it was on the older card. */
  imported: ImportMovement | null;
  note: string | null;
};

const ENTRY_KINDS = {
  'points.earned': 'earned',
  'points.adjusted': 'adjusted',
  'points.redeemed': 'redeemed',
  'points.returned': 'returned',
  'points.expired': 'expired',
  'points.clawed_back': 'clawedBack',
  'points.written_off': 'writtenOff',
} as const;

export type EntryKind =
  | (typeof ENTRY_KINDS)[keyof typeof ENTRY_KINDS]
  | 'earnedInShop'
  | 'signUp'
  | 'importReversed'
  | 'undone'
  | 'other';

const IMPORT_MOVEMENTS = ['balance', 'earned', 'redeemed', 'expired'] as const;
type ImportMovement = (typeof IMPORT_MOVEMENTS)[number];

export const ADJUST_REASONS = ['goodwill', 'correction', 'missing_points', 'event', 'other'] as const;
/** What members are given without anybody choosing a reason. */
const TOLD_REASONS = [...ADJUST_REASONS, 'profile'] as const;
export type AdjustReason = (typeof ADJUST_REASONS)[number];
type ToldReason = (typeof TOLD_REASONS)[number];

/** Reads the reason out of what the journal holds about an entry. */
export function entryReason({ type, why }: Pick<Entry, 'type' | 'why'>): EntryReason {
  const { channel, orderId, redemptionId, reason, note } = why;
  return {
    kind: kindOf(type, why),
    order: channel !== null && orderId !== null ? orderNumberOf({ channel, orderId }) : null,
    computation: type === 'points.earned' ? computationOf(why) : null,
    redemptionId,
    adjustReason: TOLD_REASONS.find((known) => known === reason) ?? null,
    imported: IMPORT_MOVEMENTS.find((known) => known === why.movement) ?? null,
    note,
  };
}

function kindOf(type: string, { kind, channel }: Entry['why']): EntryKind {
  if (type === 'points.earned' && kind === 'sign_up') return 'signUp';
  if (type === 'points.clawed_back' && kind === 'import_reversal') return 'importReversed';
  if (type === 'points.clawed_back' && kind === 'order') return 'undone';
  if (type === 'points.earned' && channel === COUNTER_CHANNEL) return 'earnedInShop';
  return isKnownEntry(type) ? ENTRY_KINDS[type] : 'other';
}

function computationOf({ trace }: Entry['why']): EntryReason['computation'] {
  const [line, ...others] = trace?.lines ?? [];
  // What coming gave stands beside the amount: the amount alone would not come to the points.
  if (line === undefined || others.length > 0 || trace?.visit !== undefined) return null;
  const { amountMinor, rate, category } = line;
  return { amountMinor, rate, category };
}

function isKnownEntry(type: string): type is keyof typeof ENTRY_KINDS {
  return Object.hasOwn(ENTRY_KINDS, type);
}

/** When a purchase was made, where that was on an earlier day than its entry; else null. */
export function boughtAtMs(
  { type, at, why }: Pick<Entry, 'type' | 'at' | 'why'>,
  dayOf: (atMs: number) => string,
): number | null {
  if (type !== 'points.earned' || why.occurredAt === null || why.movement !== null) return null;
  return boughtEarlierAtMs({ occurredAtMs: Date.parse(why.occurredAt), reportedAtMs: Date.parse(at) }, dayOf);
}

/** When points that were earned can be spent, while they still wait for it; else null. */
export function pendingUntilMs({ type, why }: Pick<Entry, 'type' | 'why'>, nowMs: number): number | null {
  if (type !== 'points.earned' || why.availableAt === null) return null;
  const availableAtMs = Date.parse(why.availableAt);
  return availableAtMs > nowMs ? availableAtMs : null;
}

/** Until when points live that are given by hand now: as long as those that are earned; null is for ever. */
export function givenUntil(expiry: ExpiryPolicy | null, timeZone: string, nowMs: number): number | null {
  if (expiry === null) return null;
  const now = { occurredAtMs: nowMs, completedAtMs: nowMs };
  return lotTimes({ daysUntilEntry: 0, expiry }, now, timeZone).expiresAtMs;
}

/** Steps of a redemption that a member's story tells beside the points they moved. */
export const TOLD_STATES = ['shipped', 'received', 'used', 'expired', 'cancelled'] as const;

/** Letters that have words of their own. */
export const LETTER_KINDS = [
  'order_confirmed',
  'order_shipped',
  'order_cancelled',
  'order_refunded',
  'question_answered',
] as const;
