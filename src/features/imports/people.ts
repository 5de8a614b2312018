import type { Locale } from '../../domain/locale.ts';
import type { Identifiers, MemberRow } from '../members/queries.ts';

/** The list that somebody stands on, under its name in journals. */
export type Batch = {
  id: string;
  source: 'file' | 'api';
  /** Adds nothing to those who were members before. */
  leavesKnown?: boolean;
};

/** Somebody on a list, as far as she is known by now. */
export type Person = {
  /** Her place in the file; null where the list came by the API, which may name a person twice. */
  row: number | null;
  identifiers: Identifiers;
  profile: { displayName: string | null; locale: Locale | null; memberSinceMs: number | null };
  /** What the list brings her, as far as it says it in one figure. */
  points: number;
  member: MemberRow | null;
  joined: boolean;
  /** Her identifiers belong to different members. */
  isAmbiguous: boolean;
};

/** Each kind names one person of a shop, so one that is somebody's is nobody else's. */
const KINDS = ['phone', 'email', 'externalId'] as const;

/** Who of these members is meant: one, nobody yet, or several at once. */
export function recognise(
  identifiers: Identifiers,
  known: readonly MemberRow[],
): { member: MemberRow | null; isAmbiguous: boolean } {
  const alike = known.filter((member) =>
    KINDS.some((kind) => identifiers[kind] !== null && member[kind] === identifiers[kind]),
  );
  const [member = null] = alike;
  const clashes = KINDS.some(
    (kind) => identifiers[kind] && member?.[kind] && member[kind] !== identifiers[kind],
  );
  const isAmbiguous = alike.length > 1 || clashes;
  return { member: isAmbiguous ? null : member, isAmbiguous };
}
