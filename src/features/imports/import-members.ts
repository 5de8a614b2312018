import { actorRef, type Context } from '../../context.ts';
import { NO_FIGURES } from '../../domain/imports/listed-row.ts';
import type { ImportLine } from '../../domain/ledger/import-history.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { readIdentifiers } from '../members/identify-member.ts';
import { bringIn, whoWaits } from './bring-in.ts';
import { enrolList } from './enrol-list.ts';
import { countAnew, lockImport } from './list-queries.ts';
import type { Batch, Person } from './people.ts';
import { logImport, registerList } from './queries.ts';
import type { ImportedMember, ImportMembersInput } from './schemas.ts';

/** Accounts that are asked at once. */
const AT_ONCE = 10;

type Input = ImportMembersInput & { key: string };
type Listed = Person & { lines: ImportLine[] };
type Row = Listed | { refusal: Refusal };

/**
 * Takes people of an older list as members, each with what happened to her points there. Rows stand
 * alone: one that is refused says why, the others are taken. Sent again, it does what is still undone
 * and nothing twice; who is a member already stays as she is. A list brings no welcome gift.
 */
export async function importMembers({
  ctx,
  input,
}: {
  ctx: Context;
  input: Input;
}): Promise<{ members: ImportedMember[] }> {
  const batch: Batch = { id: input.batchId, source: 'api' };
  const rows = input.members.map((listed): Row => {
    const identifiers = readIdentifiers(ctx, listed);
    if (!identifiers.ok) return { refusal: identifiers.refusal as Refusal };
    if (!Object.values(identifiers.value).some(Boolean)) return { refusal: wrong('phone', 'missing') };
    const { displayName, locale, memberSince } = listed;
    return {
      row: null,
      identifiers: identifiers.value,
      profile: { displayName, locale, memberSinceMs: memberSince === null ? null : Date.parse(memberSince) },
      points: 0,
      lines: listed.lines.map(lineOf),
      member: null,
      joined: false,
      isAmbiguous: false,
    };
  });
  const people = rows.flatMap((row) => ('refusal' in row ? [] : [row]));
  await registerCall(ctx, input, people);
  const { isTaken } = await enrolList(ctx, batch, people);
  if (!isTaken) return { members: rows.map(() => refusedRow(wrong('batchId', 'reversed'))) };
  const waiting = await whoWaits(
    ctx,
    people.flatMap(({ member }) => member ?? []),
  );
  const members: ImportedMember[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const keyOf = (place: number) => `${input.key}:${from + place}`;
    const brought = some.map((row, place) => bringRow(ctx, batch, { row, waiting, key: keyOf(place) }));
    members.push(...(await Promise.all(brought)));
  }
  await ctx.db.batch(ctx.tenant.id, [lockImport(ctx, batch.id), countAnew(ctx, batch.id)]);
  return { members };
}

/** Who handed the list in stands in the audit log before any of its points count. */
async function registerCall(ctx: Context, { batchId, key }: Input, people: readonly Listed[]): Promise<void> {
  if (people.length === 0) return;
  const { actor, clock, tenant } = ctx;
  const nowMs = clock.nowMs();
  await ctx.db.batch(tenant.id, [
    registerList(ctx, {
      tenantId: tenant.id,
      id: batchId,
      name: batchId,
      source: 'api',
      state: 'done',
      rowsTotal: 0,
      figures: NO_FIGURES,
      createdById: actorRef(actor).id,
      createdByName: 'name' in actor ? actor.name : null,
      createdAtMs: nowMs,
      finishedAtMs: nowMs,
    }),
    logImport(ctx, {
      batchId,
      key,
      detail: {
        members: people.length,
        lines: people.reduce((sum, { lines }) => sum + lines.length, 0),
      },
    }),
  ]);
}

async function bringRow(
  ctx: Context,
  batch: Batch,
  { row, waiting, key }: { row: Row; waiting: ReadonlySet<string>; key: string },
): Promise<ImportedMember> {
  if ('refusal' in row) return refusedRow(row.refusal);
  const { member, joined, lines } = row;
  if (member === null) return refusedRow(wrong('phone', 'belongs_to_another_member'));
  const brought = await bringIn(ctx, batch, { member, waits: waiting.has(member.id), lines, key });
  if (!brought.ok) return { ...refusedRow(brought.refusal), memberId: member.id, joined };
  return { memberId: member.id, joined, ...brought.value, refusal: null };
}

function lineOf(line: ImportMembersInput['members'][number]['lines'][number]): ImportLine {
  const { lineId, movement, points, occurredAt, availableAt, expiresAt, amountMinor, note } = line;
  const atMs = (moment: string | null) => (moment === null ? null : Date.parse(moment));
  return {
    lineId,
    movement,
    points,
    amountMinor,
    note,
    occurredAtMs: Date.parse(occurredAt),
    availableAtMs: atMs(availableAt),
    expiresAtMs: atMs(expiresAt),
  };
}

const wrong = (field: string, reason: string): Refusal => ({ code: 'invalid_input', field, reason });

function refusedRow(refusal: Refusal): ImportedMember {
  const { field, reason } = refusal.code === 'invalid_input' ? refusal : { field: null, reason: null };
  const none = { memberId: null, joined: false, importedLines: 0, knownLines: 0 };
  return { ...none, refusal: { code: refusal.code, field, reason } };
}
