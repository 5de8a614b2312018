import type { Context } from '../../context.ts';
import type { Identifiers, MemberRow } from '../members/queries.ts';
import type { CheckedRow, CheckRowsInput } from './file-schemas.ts';
import { recognise } from './people.ts';
import { selectMembersOfList } from './queries.ts';
import { readRow } from './read-row.ts';

const NOBODY: Identifiers = { phone: null, email: null, externalId: null };

/**
 * What would become of each row if the list were taken now. Nothing is written; rows of other calls are
 * not known here, so whoever asks compares the identities.
 */
export async function checkRows({
  ctx,
  input,
}: {
  ctx: Context;
  input: CheckRowsInput;
}): Promise<{ rows: CheckedRow[] }> {
  const reading = { dateOrder: input.dateOrder, nowMs: ctx.clock.nowMs() };
  const read = input.rows.map(({ row, cells }) => ({ row, read: readRow(ctx, cells, reading) }));
  const people = read.flatMap(({ read: each }) => (each.ok ? [each.value.identifiers] : []));
  const [known] =
    people.length === 0 ? [[]] : await ctx.db.batch(ctx.tenant.id, [selectMembersOfList(ctx, people)]);
  const rows = read.map(({ row, read: each }): CheckedRow => {
    if (!each.ok) return refused(row, each.fault);
    const { identifiers: identity, points } = each.value;
    const { member, isAmbiguous } = recognise(identity, known);
    if (isAmbiguous)
      return { ...refused(row, { field: 'phone', reason: 'belongs_to_another_member' }), identity };
    const told = { row, points, identity, ...shown(member) };
    if (member !== null && input.knownMembers === 'skip')
      return { ...told, outcome: 'refused', field: 'phone', reason: 'is_member' };
    return { ...told, outcome: member === null ? 'new' : 'known', field: null, reason: null };
  });
  return { rows };
}

function shown(member: MemberRow | null): Pick<CheckedRow, 'memberId' | 'memberName'> {
  return { memberId: member?.id ?? null, memberName: member && (member.displayName || member.number) };
}

function refused(row: number, fault: { field: string; reason: string }): CheckedRow {
  return { row, outcome: 'refused', points: 0, identity: NOBODY, ...shown(null), ...fault };
}
