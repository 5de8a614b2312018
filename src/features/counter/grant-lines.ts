import { actorRef, type Context } from '../../context.ts';
import { undoUntilMs } from '../../domain/counter/undo.ts';
import { selectMemberNames } from '../members/queries.ts';
import { nameStaff } from './name-staff.ts';
import type { GrantRow } from './queries.ts';
import type { GrantLine } from './schemas.ts';

/** Grants as people read them: who, to whom, for what, and whether whoever asks may still undo it. */
export async function grantLines(ctx: Context, rows: readonly GrantRow[]): Promise<GrantLine[]> {
  if (rows.length === 0) return [];
  const people = rows.flatMap(({ staffId, approvedBy, undoneBy }) => [staffId, approvedBy, undoneBy]);
  const memberIds = [...new Set(rows.map(({ memberId }) => memberId))];
  const [staff, [members]] = await Promise.all([
    nameStaff(ctx, people),
    ctx.db.batch(ctx.tenant.id, [selectMemberNames(ctx, memberIds)]),
  ]);
  const names = { staff, members: new Map(members.map(({ id, name }) => [id, name])) };
  const asking = { userId: actorRef(ctx.actor).id, nowMs: ctx.clock.nowMs() };
  return rows.map((row) => lineOf(row, names, asking));
}

type Names = { staff: Map<string, string>; members: Map<string, string> };

function lineOf(
  row: GrantRow,
  names: Names,
  { userId, nowMs }: { userId: string; nowMs: number },
): GrantLine {
  const { id: grantId, staffId, branch, memberId, receipt, note, amountMinor, points, order } = row;
  const person = (id: string) => ({ staffId: id, name: names.staff.get(id) ?? null });
  const untilMs = undoUntilMs(row);
  const mayUndo = row.undoneAtMs === null && staffId === userId && nowMs <= untilMs;
  return {
    grantId,
    staffId,
    staffName: person(staffId).name,
    branch: branch?.name ?? null,
    memberId,
    memberName: names.members.get(memberId) ?? '',
    at: new Date(row.atMs).toISOString(),
    soldAt: new Date(row.soldAtMs).toISOString(),
    receipt,
    note,
    amountMinor,
    points,
    categories: [...new Set(order.lines.flatMap(({ category }) => category ?? []))],
    visit: order.visit ?? null,
    approvedBy: row.approvedBy === null ? null : person(row.approvedBy),
    undone:
      row.undoneAtMs === null
        ? null
        : {
            ...person(row.undoneBy ?? ''),
            at: new Date(row.undoneAtMs).toISOString(),
            reason: row.undoReason,
          },
    undoUntil: mayUndo ? new Date(untilMs).toISOString() : null,
  };
}
