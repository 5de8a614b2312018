import type { Balances, Overview } from '../../account/contract.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { isoOrNull } from '../../lib/instant.ts';
import type { MemberRow } from './queries.ts';
import { whyOf } from './why.ts';

/** A member as JSON shows her; consent and the like stay inside. */
export function memberAnswer(row: MemberRow) {
  const { id, number, phone, email, externalId, displayName, locale, state, joinedFrom, joinLinkId, isTest } =
    row;
  const createdAt = new Date(row.createdAtMs).toISOString();
  const said = { id, number, phone, email, externalId, displayName, locale, state };
  return { ...said, joinedFrom, joinLinkId, isTest, createdAt };
}

export function overviewAnswer(row: MemberRow, overview: Overview) {
  return {
    member: memberAnswer(row),
    balances: overview.balances satisfies Balances,
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
