import { isPassing, isUnknown, type Problem } from '../../api/problem.ts';
import type { Me } from '../../session/session.ts';
import { type CounterMember, type GrantBody, sameGrant } from '../api.ts';
import { digitsOf } from '../typed.ts';

/** Points that wait on the device for the network, sent under the key that they were first sent with. */
export type KeptGrant = {
  key: string;
  /** Whose session rang it up: nobody else's sends it. */
  owner: string;
  /** What she is called, and where she stood; absent where an earlier visit kept it. */
  by?: string;
  branchId?: string | null;
  /** When it was rung up, in ms. */
  atMs: number;
  /** How she was named, where nobody could be asked who that is. */
  typed: string | null;
  member: { memberId: string; name: string } | null;
  body: GrantBody;
  /** Whether it may have reached the server: what may have, is not thrown away. */
  maySent: boolean;
  /** Why the server does not take it; null while it only waits. */
  refused: { code: string; words: string } | null;
};

type ToKeep = Pick<KeptGrant, 'typed' | 'body'> & { memberId: string | null; name: string };

/** What was rung up as it waits from now on; nobody's PIN is kept on a device. */
export function keptOf(
  { memberId, name, typed, body }: ToKeep,
  sent: Pick<KeptGrant, 'key' | 'owner' | 'by' | 'branchId' | 'atMs' | 'maySent'>,
): KeptGrant {
  const sale = sameGrant(body);
  // What was sent already goes again word for word: its key takes no other content.
  const kept = sent.maySent ? sale : { ...sale, soldAt: new Date(sent.atMs).toISOString() };
  const member = memberId === null ? null : { memberId, name };
  return { ...sent, typed, member, body: kept, refused: null };
}

export const ownerOf = (me: Pick<Me, 'user' | 'tenant'>): string => `${me.user.id} ${me.tenant?.id ?? ''}`;

/** Who else of this shop left grants on the device, by their ids: another shop's are none of its business. */
export function othersWhoKept(grants: readonly KeptGrant[], me: Pick<Me, 'user' | 'tenant'>): string[] {
  const mine = ownerOf(me);
  const shop = ` ${me.tenant?.id ?? ''}`;
  const others = grants.filter(({ owner }) => owner !== mine && owner.endsWith(shop));
  return [...new Set(others.map(staffOf))];
}

export const staffOf = ({ owner }: Pick<KeptGrant, 'owner'>): string => owner.split(' ')[0] ?? '';

/** What becomes of a grant whose sending failed; `stops` where the next one would fare no better now. */
export function afterFailure(
  kept: KeptGrant,
  problem: Problem,
  words: string,
): { grant: KeptGrant; stops: boolean } {
  if (isUnknown(problem)) return { grant: { ...kept, maySent: true }, stops: true };
  if (isPassing(problem) || WAITS_FOR_PERSON.has(problem.code)) return { grant: kept, stops: true };
  return { grant: { ...kept, maySent: false, refused: { code: problem.code, words } }, stops: false };
}

/** A session that ended, is locked or is another's by now says nothing about the grant. */
const WAITS_FOR_PERSON = new Set(['unauthenticated', 'pin-needed', 'session-changed']);

/** A member who was looked up on this device lately, to be named again without a network. */
export type SeenMember = { id: string; owner: string; atMs: number; typed: string; member: CounterMember };

/** How long a member is remembered on the device. */
export const SEEN_FOR_MS = 12 * 3_600_000;

/** Whom the text names among those seen lately; one or nobody, because a wrong one would get the points. */
export function seenAs(typed: string, seen: readonly SeenMember[], nowMs: number): CounterMember | null {
  const digits = digitsOf(typed);
  // Without its dots an address is somebody else's.
  const isNumber = /^\+?\d+$/.test(digits);
  const named = seen.filter(
    (each) =>
      nowMs - each.atMs < SEEN_FOR_MS &&
      (each.typed === typed ||
        (isNumber && (each.member.number === digits || digitsOf(each.typed) === digits))),
  );
  const [first] = named;
  return first && named.every(({ id }) => id === first.id) ? first.member : null;
}
