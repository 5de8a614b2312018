import { randomInt } from 'node:crypto';
import type { Context } from '../../context.ts';
import { memberNumberOf } from '../../domain/member-number.ts';
import { newId } from '../../lib/ids.ts';
import type { MemberRow } from '../members/queries.ts';
import { type Batch, type Person, recognise } from './people.ts';
import {
  holdList,
  insertMembers,
  NOT_TAKEN,
  nameKnown,
  registerMade,
  selectMembersOfList,
  selectNamed,
} from './queries.ts';

/** A number out of ten million may be drawn twice, and two rows may name one person. */
const ATTEMPTS_MAX = 5;

/** `isTaken` false: the list is being taken back, and nobody was enrolled. */
export type Enrolled = { isTaken: false } | { isTaken: true; namedIn: Map<string, NamedIn> };
type NamedIn = { row: number | null; joined: boolean };

/**
 * Finds or makes everybody on the list, in one statement for all. A member that it makes carries the
 * list's name, and stands in the registry of accounts and among those whom the list names, in the same
 * batch: cut off anywhere, everything can still be told from Postgres alone. Fills in `member` and `joined`.
 */
export async function enrolList(ctx: Context, batch: Batch, people: readonly Person[]): Promise<Enrolled> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const unknown = people.filter(isUnknown);
    if (unknown.length === 0) break;
    const [known] = await ctx.db.batch(ctx.tenant.id, [
      selectMembersOfList(
        ctx,
        unknown.map(({ identifiers }) => identifiers),
      ),
    ]);
    for (const person of unknown) Object.assign(person, recognise(person.identifiers, known));
    if (!(await makeMembers(ctx, batch, unknown.filter(isUnknown)))) return { isTaken: false };
  }
  if (people.some(isUnknown)) throw new Error('no free member number or identifier in five attempts');
  return nameThem(ctx, batch, people);
}

const isUnknown = ({ member, isAmbiguous }: Person) => member === null && !isAmbiguous;

/** False where the list is not taken any more. */
async function makeMembers(ctx: Context, batch: Batch, people: readonly Person[]): Promise<boolean> {
  if (people.length === 0) return true;
  const wanted = people.map((person) => ({ person, row: newMember(ctx, batch, person) }));
  const named = wanted.map(({ person: { row, points }, row: { id } }) => ({ id, row, points }));
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    ...holdList(ctx, batch),
    insertMembers(
      ctx,
      wanted.map(({ row }) => row),
    ),
    ...registerMade(ctx, batch, named, ctx.clock.nowMs()),
  ]);
  if (!attempt.ok) return otherwiseTaken(attempt.conflict);
  const made = new Set(attempt.results[2].map(({ id }) => id));
  for (const { person, row } of wanted) {
    if (!made.has(row.id)) continue;
    person.member = row;
    person.joined = true;
  }
  return true;
}

/** Of two rows that name one person the first is kept; told after the writing, so that both hear the same. */
async function nameThem(ctx: Context, batch: Batch, people: readonly Person[]): Promise<Enrolled> {
  const named = people.flatMap(({ member, row, points }) =>
    member === null || isLeftAlone(batch, member) ? [] : [{ id: member.id, row, points }],
  );
  if (named.length === 0) return { isTaken: true, namedIn: new Map() };
  const attempt = await ctx.db.attempt(ctx.tenant.id, [
    ...holdList(ctx, batch),
    nameKnown(ctx, batch, named),
    selectNamed(
      ctx,
      batch,
      named.map(({ id }) => id),
    ),
  ]);
  if (!attempt.ok) return { isTaken: otherwiseTaken(attempt.conflict) };
  const rows = attempt.results[3];
  return { isTaken: true, namedIn: new Map(rows.map(({ memberId, ...rest }) => [memberId, rest])) };
}

/** Whether she was a member before, and the list is to add nothing to such. */
const isLeftAlone = ({ id, leavesKnown }: Batch, member: MemberRow) =>
  leavesKnown === true && member.importBatchId !== id;

function otherwiseTaken(conflict: { kind: string; reason?: string }): false {
  if (conflict.kind === 'guard' && conflict.reason === NOT_TAKEN) return false;
  throw new Error(`unexpected conflict: ${JSON.stringify(conflict)}`);
}

function newMember(ctx: Context, batch: Batch, { identifiers, profile }: Person): MemberRow {
  const nowMs = ctx.clock.nowMs();
  return {
    tenantId: ctx.tenant.id,
    id: newId('mem'),
    number: memberNumberOf(randomInt(10_000_000)),
    ...identifiers,
    displayName: profile.displayName ?? '',
    locale: profile.locale ?? ctx.tenant.locale,
    birthday: null,
    state: 'active',
    consentVersion: null,
    consentAtMs: null,
    provedEmail: null,
    mutedLetters: [],
    joinedFrom: 'import',
    joinLinkId: null,
    importBatchId: batch.id,
    isTest: false,
    createdAtMs: Math.min(profile.memberSinceMs ?? nowMs, nowMs),
  };
}
