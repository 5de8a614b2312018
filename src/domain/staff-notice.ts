import { momentOfWallTime, tenantDay, wallTimeOf } from './calendar.ts';

/** What staff are told of by e-mail, as the console's Home counts it. */
export const NOTICE_KINDS = [
  'to_ship',
  'to_hand_over',
  'after_sales',
  'question',
  'missing_points',
  'stock',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** How many of each kind a letter told. */
export type NoticeCounts = Partial<Record<NoticeKind, number>>;

/** Something that staff may have to act on, under a name that it alone decides: told again, it is the same. */
export type StaffEvent = {
  key: string;
  kind: NoticeKind;
  memberId: string | null;
  /** The redemption, the question or the reward. */
  subjectId: string;
  /** What of it, where there may be several. */
  part: string | null;
};

export function staffEvent(
  kind: NoticeKind,
  subjectId: string,
  { memberId = null, part = null }: { memberId?: string | null; part?: string | null } = {},
): StaffEvent {
  const key = [kind, subjectId, ...(part === null ? [] : [part])].join('/');
  return { key, kind, memberId, subjectId, part };
}

/** Every kind asks for something that managers may do and clerks may not. */
export function mayHear(role: 'owner' | 'manager' | 'clerk'): boolean {
  return role !== 'clerk';
}

const MINUTE_MS = 60_000;

/** After a letter the next one waits so long, and takes along what happens meanwhile. */
export const GATHER_MS = 15 * MINUTE_MS;

/** By the shop's clock: from the one to the other nobody is written to who wants quiet nights. */
const NIGHT_FROM = '22:00';
const NIGHT_TO = '08:00';

/**
 * When what happened at `nowMs` is written to somebody: at once after a quiet time; else together with all
 * that happens until a quarter of an hour after her last letter, and by night only where she wants that.
 */
export function noticeDueMs({
  nowMs,
  lastSentAtMs,
  quietNights,
  timeZone,
}: {
  nowMs: number;
  lastSentAtMs: number | null;
  quietNights: boolean;
  timeZone: string;
}): number {
  const dueAtMs = lastSentAtMs === null ? nowMs : Math.max(nowMs, lastSentAtMs + GATHER_MS);
  if (!quietNights) return dueAtMs;
  const time = wallTimeOf(dueAtMs, timeZone).slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:mm'.length);
  if (time >= NIGHT_TO && time < NIGHT_FROM) return dueAtMs;
  // In the evening the morning is the next day's.
  const day = tenantDay(time < NIGHT_TO ? dueAtMs : dueAtMs + 12 * 60 * MINUTE_MS, timeZone);
  return momentOfWallTime(`${day}T${NIGHT_TO}`, timeZone) ?? dueAtMs;
}
