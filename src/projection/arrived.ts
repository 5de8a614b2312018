import type { RowOrigin } from '../domain/fold/projected.ts';
import type { JournalMessage, JournalRow } from '../domain/journal.ts';

/** A journal row with the object that it comes from. */
export type ArrivedRow = { origin: RowOrigin; row: JournalRow };
/** What a message says of its object's head: the registry's copy of it. */
export type ArrivedHead = {
  origin: RowOrigin;
  epoch: number;
  seq: number;
  hash: string;
  dueAtMs: number | null;
};
export type SeqRange = { origin: RowOrigin; epoch: number; fromSeq: number; toSeq: number };

/** Messages by tenant: each tenant's rows are written in batches of its own. */
export function groupByTenant<Message>(
  messages: readonly Message[],
  tenantOf: (message: Message) => string,
): Map<string, Message[]> {
  const groups = new Map<string, Message[]>();
  for (const message of messages) {
    const tenantId = tenantOf(message);
    groups.set(tenantId, [...(groups.get(tenantId) ?? []), message]);
  }
  return groups;
}

/** Every row once, by object and number. Rows of the same number that differ are both kept: that is for an alarm. */
export function rowsOf(messages: readonly JournalMessage[]): ArrivedRow[] {
  const rows = new Map<string, ArrivedRow>();
  for (const { kind, tenantId, objectId, rows: carried } of messages)
    for (const row of carried)
      rows.set(JSON.stringify([kind, objectId, row.epoch, row.seq, row.hash]), {
        origin: { kind, tenantId, objectId },
        row,
      });
  return [...rows.values()].sort(inOrder);
}

/** The newest head of each object. */
export function headsOf(messages: readonly JournalMessage[]): ArrivedHead[] {
  const heads = new Map<string, ArrivedHead>();
  for (const { kind, tenantId, objectId, epoch, headSeq, headHash, dueAtMs } of messages) {
    const key = `${kind}/${objectId}`;
    const known = heads.get(key);
    const newer = !known || epoch > known.epoch || (epoch === known.epoch && headSeq >= known.seq);
    if (newer)
      heads.set(key, { origin: { kind, tenantId, objectId }, epoch, seq: headSeq, hash: headHash, dueAtMs });
  }
  return [...heads.values()];
}

/** The unbroken runs among stored rows, in order: what may be confirmed to each object. */
export function rangesOf(stored: readonly ArrivedRow[]): SeqRange[] {
  const ranges: SeqRange[] = [];
  for (const { origin, row } of [...stored].sort(inOrder)) {
    const last = ranges.at(-1);
    const sameObject =
      last?.origin.kind === origin.kind &&
      last.origin.objectId === origin.objectId &&
      last.epoch === row.epoch;
    if (last && sameObject && row.seq <= last.toSeq + 1) last.toSeq = Math.max(last.toSeq, row.seq);
    else ranges.push({ origin, epoch: row.epoch, fromSeq: row.seq, toSeq: row.seq });
  }
  return ranges;
}

function inOrder(left: ArrivedRow, right: ArrivedRow): number {
  const names = compareText(
    `${left.origin.kind}/${left.origin.objectId}`,
    `${right.origin.kind}/${right.origin.objectId}`,
  );
  return names || left.row.epoch - right.row.epoch || left.row.seq - right.row.seq;
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
