import { randomInt } from 'node:crypto';
import type { Context } from '../../context.ts';
import { memberNumberOf } from '../../domain/member-number.ts';
import { newId } from '../../lib/ids.ts';
import { beginFigures } from '../members/figure-queries.ts';
import type { Identifiers, MemberRow } from '../members/queries.ts';
import { insertMembers, logImport, registerAccounts, selectMembersOfList } from './queries.ts';
import type { ImportMembersInput } from './schemas.ts';

/** Somebody on a list, as far as she is known by now. */
export type Person = {
  listed: ImportMembersInput['members'][number];
  identifiers: Identifiers;
  member: MemberRow | null;
  joined: boolean;
  /** Her identifiers belong to different members. */
  isAmbiguous: boolean;
};

/** A number out of ten million may be drawn twice, and two rows may name one person. */
const ATTEMPTS_MAX = 5;
const KINDS = ['phone', 'email', 'externalId'] as const;

/**
 * Finds or makes everybody on the list, and registers their accounts; each in one statement for all. Who
 * handed the list in stands in the audit log before any of its points count.
 */
export async function enrolList(
  ctx: Context,
  { batchId, key }: { batchId: string; key: string },
  people: readonly Person[],
): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const unknown = people.filter(isUnknown);
    if (unknown.length === 0) break;
    const [known] = await ctx.db.batch(ctx.tenant.id, [
      selectMembersOfList(
        ctx,
        unknown.map(({ identifiers }) => identifiers),
      ),
    ]);
    for (const person of unknown) recognise(person, known);
    await makeMembers(ctx, unknown.filter(isUnknown));
  }
  if (people.some(isUnknown)) throw new Error('no free member number or identifier in five attempts');
  const memberIds = [...new Set(people.flatMap(({ member }) => member?.id ?? []))];
  if (memberIds.length === 0) return;
  const lines = people.reduce((sum, { listed }) => sum + listed.lines.length, 0);
  await ctx.db.batch(ctx.tenant.id, [
    registerAccounts(ctx, memberIds, ctx.clock.nowMs()),
    beginFigures(ctx, memberIds),
    logImport(ctx, { batchId, key, detail: { members: memberIds.length, lines } }),
  ]);
}

const isUnknown = ({ member, isAmbiguous }: Person) => member === null && !isAmbiguous;

async function makeMembers(ctx: Context, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return;
  const wanted = people.map((person) => ({ person, row: newMember(ctx, person) }));
  const [inserted] = await ctx.db.batch(ctx.tenant.id, [
    insertMembers(
      ctx,
      wanted.map(({ row }) => row),
    ),
  ]);
  const made = new Set(inserted.map(({ id }) => id));
  for (const { person, row } of wanted) {
    if (!made.has(row.id)) continue;
    person.member = row;
    person.joined = true;
  }
}

function recognise(person: Person, known: readonly MemberRow[]): void {
  const { identifiers } = person;
  const alike = known.filter((member) =>
    KINDS.some((kind) => identifiers[kind] !== null && member[kind] === identifiers[kind]),
  );
  const [member] = alike;
  const clashes = KINDS.some(
    (kind) => identifiers[kind] && member?.[kind] && member[kind] !== identifiers[kind],
  );
  if (alike.length > 1 || clashes) person.isAmbiguous = true;
  else person.member = member ?? null;
}

function newMember(ctx: Context, { listed, identifiers }: Person): MemberRow {
  const nowMs = ctx.clock.nowMs();
  const sinceMs = listed.memberSince === null ? nowMs : Date.parse(listed.memberSince);
  return {
    tenantId: ctx.tenant.id,
    id: newId('mem'),
    number: memberNumberOf(randomInt(10_000_000)),
    ...identifiers,
    displayName: listed.displayName ?? '',
    locale: listed.locale ?? ctx.tenant.locale,
    state: 'active',
    consentVersion: null,
    consentAtMs: null,
    provedEmail: null,
    mutedLetters: [],
    joinedFrom: 'import',
    joinLinkId: null,
    isTest: false,
    createdAtMs: Math.min(sinceMs, nowMs),
  };
}
