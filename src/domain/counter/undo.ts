/** Whoever gave the points takes them back herself for so long; later a manager does, with a reason. */
export const UNDO_MINUTES = 10;

/** The last moment at which the clerk may undo it. */
export function undoUntilMs({ atMs }: { atMs: number }): number {
  return atMs + UNDO_MINUTES * 60_000;
}

export type UndoRefusal =
  | { code: 'undo_not_yours' }
  | { code: 'undo_too_late'; minutes: number }
  | { code: 'invalid_input'; field: 'reason'; reason: 'required' };

/** Why this person may not undo this grant now, or null. One that is undone already may be asked about again. */
export function undoRefusal(
  grant: { staffId: string; atMs: number; undoneAtMs: number | null },
  by: { userId: string; manages: boolean; reason: string | null },
  nowMs: number,
): UndoRefusal | null {
  const isOwn = grant.staffId === by.userId;
  if (!isOwn && !by.manages) return { code: 'undo_not_yours' };
  if (grant.undoneAtMs !== null || (isOwn && nowMs <= undoUntilMs(grant))) return null;
  if (!by.manages) return { code: 'undo_too_late', minutes: UNDO_MINUTES };
  return by.reason === null ? { code: 'invalid_input', field: 'reason', reason: 'required' } : null;
}

/**
 * How many points of an undone grant the day's limit still counts. Where spent points are written off
 * the shop has lost them: giving, spending and undoing again and again must come to an end.
 */
export function countedAfterUndo(points: number, clawback: 'owe' | 'write_off'): number {
  return clawback === 'owe' ? 0 : points;
}
