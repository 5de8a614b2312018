import type { Balances, Overview } from '../../account/contract.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { isoOrNull } from '../../lib/instant.ts';
import type { ListedMember } from './list-members.ts';
import type { TimelineItem } from './list-timeline.ts';
import type { MemberRow } from './queries.ts';
import type { TimelineAnswer } from './schemas.ts';
import { whyOf } from './why.ts';

/** A member as JSON shows her; consent and the like stay inside. */
export function memberAnswer(row: MemberRow) {
  const { id, number, phone, email, externalId, displayName, locale, state, joinedFrom, joinLinkId, isTest } =
    row;
  const createdAt = new Date(row.createdAtMs).toISOString();
  const said = { id, number, phone, email, externalId, displayName, locale, state };
  return { ...said, joinedFrom, joinLinkId, isTest, createdAt };
}

/** A member of a list with her figures. */
export function listedAnswer(listed: ListedMember) {
  const { balancePoints, availablePoints, spentMinor, lastVisitAtMs, frozenAtMs } = listed;
  const figures = { balancePoints, availablePoints, spentMinor };
  const times = { lastVisitAt: isoOrNull(lastVisitAtMs), frozenAt: isoOrNull(frozenAtMs) };
  return { ...memberAnswer(listed), ...figures, ...times };
}

export function overviewAnswer(row: MemberRow, overview: Overview) {
  return {
    member: memberAnswer(row),
    balances: overview.balances satisfies Balances,
    frozenAt: isoOrNull(overview.frozenAtMs),
    expiries: overview.expiries.map(({ expiresAtMs, points }) => ({
      expiresAt: isoOrNull(expiresAtMs),
      points,
    })),
    maturities: overview.maturities.map(({ availableAtMs, points }) => ({
      availableAt: isoOrNull(availableAtMs),
      points,
    })),
  };
}

/** An entry with the reason that stands in the journal beside it. */
export function entryAnswer(row: JournalRow) {
  const { points, balanceAfter } = row.body;
  return {
    seq: row.seq,
    type: row.type,
    at: new Date(row.atMs).toISOString(),
    points: Number(points),
    balanceAfter: Number(balanceAfter),
    why: whyOf(row),
  };
}

const ACCOUNT_EVENTS = {
  'account.opened': 'opened',
  'account.frozen': 'frozen',
  'account.unfrozen': 'unfrozen',
} as const;

/** One thing of a member's story as JSON tells it. */
export function timelineAnswer(item: TimelineItem): TimelineAnswer {
  const at = new Date(item.atMs).toISOString();
  switch (item.kind) {
    case 'row': {
      const { row } = item;
      if (!isAccountEvent(row.type)) return { kind: 'entry', at, entry: entryAnswer(row) };
      const { reason, note } = whyOf(row);
      return { kind: 'account', at, seq: row.seq, event: ACCOUNT_EVENTS[row.type], reason, note };
    }
    case 'redemption':
      return { kind: 'redemption', at, ...item.facts };
    case 'question':
      return { kind: 'question', at, ...item.facts };
    case 'letter':
      return { kind: 'letter', at, ...item.facts, key: item.key };
  }
}

function isAccountEvent(type: string): type is keyof typeof ACCOUNT_EVENTS {
  return Object.hasOwn(ACCOUNT_EVENTS, type);
}
