import type { ActorRef } from '../actor.ts';
import { type Decision, invalid } from '../decision.ts';
import type { JournalRow } from '../journal.ts';
import type { Programme } from '../programme/programme.ts';
import { isName } from './check-order.ts';
import { type ClawedBack, clawBack } from './claw-back.ts';
import { sum, writeDownDue } from './due.ts';
import { type Draft, draftOf, type Ledger, lotOf, state } from './ledger.ts';
import type { Allocation } from './lot.ts';

export type ReverseImportInput = {
  batchId: string;
  /** What becomes of points that are spent already. */
  clawback: Programme['clawback'];
  actor: ActorRef;
};
/** What one member's part of a list came to when it was taken back. */
export type ReversedImport = ClawedBack;
export type ReverseImportChange = {
  draft: Draft;
  value: ReversedImport;
  claim: { naturalKey: string; seq: number };
};

const NOTHING: ReversedImport = { takenPoints: 0, lapsedPoints: 0, owedPoints: 0, writtenOffPoints: 0 };

/** The name of a batch's one reversal, unique for ever within its account. */
export function importReversedKey(batchId: string): string {
  return `import_reversed:${JSON.stringify(batchId)}`;
}

/** The beginning that the names of all lines of a batch share, and no other name has. */
export function importKeysOf(batchId: string): string {
  return `import:${JSON.stringify([batchId]).slice(0, -1)},`;
}

type ImportRow = Pick<JournalRow, 'type' | 'body'>;

/** What each lot of a batch gave, less what the batch's own lines took out of it again. */
export function lotsOfImport(rows: readonly ImportRow[]): Allocation[] {
  const left = new Map<number, number>();
  for (const { type, body } of rows)
    if (type === 'points.earned') left.set(Number(body.lotId), Number(body.points));
  for (const part of rows.flatMap(takenBy)) left.set(part.lotId, (left.get(part.lotId) ?? 0) - part.points);
  return [...left].map(([lotId, points]) => ({ lotId, points }));
}

/**
 * Takes a batch's lines back as if they had never been: what they gave and did not take themselves goes,
 * with one entry. What she has spent of it follows the programme, as with a refund. From then on the
 * batch brings this account nothing, also where it had brought nothing yet.
 */
export function decideReverseImport(
  ledger: Ledger,
  rows: readonly ImportRow[],
  { batchId, clawback, actor }: ReverseImportInput,
  nowMs: number,
): Decision<ReversedImport, ReverseImportChange> {
  if (!isName(batchId)) return invalid('batchId', 'not_a_name');
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  // What the list itself says had expired was taken by its own line, not lost here.
  for (const { lotId, points } of rows.filter(({ type }) => type === 'points.expired').flatMap(takenBy))
    lotOf(draft, lotId).lapsedPoints -= points;
  const lots = lotsOfImport(rows).filter(({ points }) => points > 0);
  const seq = draft.headSeq + 1;
  const source = { kind: 'import_reversal', batchId };
  const body = { source, importBatchId: batchId, lines: rows.length, actor };
  const hasNothing = sum(lots) === 0;
  if (hasNothing) state(draft, 'import.reversed', { ...body, ...NOTHING });
  const value = hasNothing ? NOTHING : clawBack(draft, { lots, policy: clawback }, body);
  return {
    kind: 'changed',
    change: { draft, value, claim: { naturalKey: importReversedKey(batchId), seq } },
  };
}

/** What the row of a reversal says that it came to. */
export function reversedImportOf({ body }: ImportRow): ReversedImport {
  const points = (field: keyof ReversedImport) => Number(body[field] ?? 0);
  return {
    takenPoints: points('takenPoints'),
    lapsedPoints: points('lapsedPoints'),
    owedPoints: points('owedPoints'),
    writtenOffPoints: points('writtenOffPoints'),
  };
}

/** What the clock does by itself, and what a reversal that owes nothing leaves. */
const OF_ITSELF = new Set<JournalRow['type']>([
  'points.expired',
  'lot.matured',
  'debt.settled',
  'import.reversed',
  'details.erased',
]);

/** Whether an account's whole journal tells of one batch alone: it was opened by it and nothing came since. */
export function isImportAlone(rows: readonly ImportRow[], batchId: string): boolean {
  return rows.every(
    ({ type, body }) =>
      body.importBatchId === batchId || (OF_ITSELF.has(type) && body.importBatchId === undefined),
  );
}

function takenBy({ type, body }: ImportRow): Allocation[] {
  return type === 'points.earned' ? [] : ((body.lots ?? []) as Allocation[]);
}
