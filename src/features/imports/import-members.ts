import type { Context } from '../../context.ts';
import type { ImportLine } from '../../domain/ledger/import-history.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { commandOf } from '../command.ts';
import { readIdentifiers } from '../members/identify-member.ts';
import { creditWaitingOrders } from '../orders/credit-waiting-orders.ts';
import { enrolList, type Person } from './enrol-list.ts';
import type { ImportedMember, ImportMembersInput } from './schemas.ts';

/** Accounts that are asked at once. */
const AT_ONCE = 10;
/** Every account begins in its first epoch. */
const FIRST_EPOCH = 1;

type Row = Person | { refusal: Refusal };

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
  input: ImportMembersInput & { key: string };
}): Promise<{ members: ImportedMember[] }> {
  const rows = input.members.map((listed): Row => {
    const identifiers = readIdentifiers(ctx, listed);
    if (!identifiers.ok) return { refusal: identifiers.refusal as Refusal };
    if (!Object.values(identifiers.value).some(Boolean)) return { refusal: wrong('phone', 'missing') };
    return { listed, identifiers: identifiers.value, member: null, joined: false, isAmbiguous: false };
  });
  const people = rows.flatMap((row) => ('refusal' in row ? [] : [row]));
  await enrolList(ctx, input, people);
  const members: ImportedMember[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = rows.slice(from, from + AT_ONCE);
    const keyOf = (place: number) => `${input.key}:${from + place}`;
    const brought = some.map((row, place) => bringIn(ctx, { ...input, key: keyOf(place) }, row));
    members.push(...(await Promise.all(brought)));
  }
  return { members };
}

/**
 * Opens the account where it is new, with the orders that waited for her, and hands it her lines, which it
 * takes whole or not at all. `key` is the row's own: two rows may name one person.
 */
async function bringIn(
  ctx: Context,
  { batchId, key }: { batchId: string; key: string },
  row: Row,
): Promise<ImportedMember> {
  if ('refusal' in row) return refusedRow(row.refusal);
  const { member, joined, listed } = row;
  if (member === null) return refusedRow(wrong('phone', 'belongs_to_another_member'));
  const account = ctx.accounts.of(member.id);
  const { timeZone } = ctx.tenant;
  const opened = await account.open({ epoch: FIRST_EPOCH, timeZone, importBatchId: batchId });
  if (!opened.ok) return { ...refusedRow(opened.refusal), memberId: member.id, joined };
  await creditWaitingOrders({ ctx, input: member });
  const told = { memberId: member.id, joined, importedLines: 0, knownLines: 0, refusal: null };
  if (listed.lines.length === 0) return told;
  const command = { ...commandOf(ctx, `${key}:${member.id}`), batchId, lines: listed.lines.map(lineOf) };
  const imported = await account.importHistory(command);
  if (!imported.ok) return { ...refusedRow(imported.refusal), memberId: member.id, joined };
  const { importedLines, knownLines } = imported.value;
  return { ...told, importedLines, knownLines };
}

function lineOf(line: ImportMembersInput['members'][number]['lines'][number]): ImportLine {
  const { lineId, movement, points, occurredAt, availableAt, expiresAt, note } = line;
  const atMs = (moment: string | null) => (moment === null ? null : Date.parse(moment));
  return {
    lineId,
    movement,
    points,
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
