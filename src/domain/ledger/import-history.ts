import type { ActorRef } from '../actor.ts';
import { type Decision, invalid, refused } from '../decision.ts';
import type { JsonObject } from '../journal.ts';
import { isAmountMinor } from '../money.ts';
import { isMovablePoints } from '../points.ts';
import { isName } from './check-order.ts';
import { settleDebt, writeDownDue } from './due.ts';
import { type Draft, draftOf, entry, type Ledger, lotOf, wouldOverflow } from './ledger.ts';
import { type Allocation, byExpiry, freePoints, type Lot } from './lot.ts';

/** What a line of an older card says: what it held, or what moved there. */
export type ImportMovement = 'balance' | 'earned' | 'redeemed' | 'expired';

/** A movement before the account knew the member. `points` is above zero whichever way they went. */
export type ImportLine = {
  /** The line's own name within its batch. */
  lineId: string;
  movement: ImportMovement;
  points: number;
  occurredAtMs: number;
  /** Of what was given only; null: spendable since it happened. */
  availableAtMs: number | null;
  /** Of what was given only; null never expires. */
  expiresAtMs: number | null;
  /** What the purchase cost that earned the points, in minor units of the shop's currency; absent: the list doesn't say. */
  amountMinor?: number | null;
  /** What the old list says of it; it may name a person. */
  note: string | null;
};

export type ImportInput = { batchId: string; lines: readonly ImportLine[]; actor: ActorRef };
export type ImportChange = {
  draft: Draft;
  /** The natural keys of the lines that had their effect now, each with its entry's row. */
  claims: { naturalKey: string; seq: number }[];
};

/** More than this of one member's is no list of paper cards; all of it is one transaction. */
export const IMPORT_LINES_MAX = 100;
const NOTE_CHARACTERS_MAX = 200;

/** The name of a line's one effect, unique for ever within its account. */
export function importKey(batchId: string, lineId: string): string {
  return `import:${JSON.stringify([batchId, lineId])}`;
}

/**
 * Brings in what happened to a member's points elsewhere, as entries with dates of their own. Lines
 * whose entry is `known` (its row's body) have had their effect and are left out; one that says something
 * else under the same name is refused with `key_reused`. What the lines took is taken from what they gave
 * and from nothing else, so that points she has here stay as they are. What had expired by now is written
 * down as every expiry is.
 */
export function decideImport(
  ledger: Ledger,
  input: ImportInput,
  { known, nowMs }: { known: (line: ImportLine) => JsonObject | null; nowMs: number },
): Decision<never, ImportChange> {
  const { batchId, lines } = input;
  if (!isName(batchId)) return invalid('batchId', 'not_a_name');
  if (lines.length === 0) return invalid('lines', 'empty');
  if (lines.length > IMPORT_LINES_MAX) return invalid('lines', 'too_many');
  if (new Set(lines.map(({ lineId }) => lineId)).size < lines.length)
    return invalid('lines', 'line_named_twice');
  for (const line of lines) {
    const wrong = faultOf(line, nowMs);
    if (wrong) return invalid(wrong.field, wrong.reason);
  }
  const fresh: ImportLine[] = [];
  for (const line of lines) {
    const body = known(line);
    if (body === null) fresh.push(line);
    else if (!saysTheSame(line, body)) return refused({ code: 'key_reused' });
  }
  if (wouldOverflow(ledger.totals, givenBy(fresh))) return invalid('points', 'balance_limit');
  const draft = draftOf(ledger, nowMs);
  writeDownDue(draft);
  const given: number[] = [];
  const claims: ImportChange['claims'] = [];
  for (const line of inTime(fresh)) {
    claims.push({ naturalKey: importKey(batchId, line.lineId), seq: draft.headSeq + 1 });
    if (isGain(line)) given.push(give(draft, line, bodyOf(input, line)));
    else if (!take(draft, line, { given, body: bodyOf(input, line) }))
      return invalid('lines', 'more_taken_than_given');
  }
  // What had ended pays no debt, so it goes first.
  writeDownDue(draft);
  const open = given.map((lotId) => lotOf(draft, lotId)).filter(({ stage }) => stage === 'open');
  if (draft.totals.debtPoints > 0) settleDebt(draft, open);
  return { kind: 'changed', change: { draft, claims } };
}

/** Whether the line gave points, rather than took them. */
export function isGain({ movement }: Pick<ImportLine, 'movement'>): boolean {
  return movement === 'balance' || movement === 'earned';
}

function faultOf(line: ImportLine, nowMs: number): { field: string; reason: string } | null {
  const { lineId, points, occurredAtMs, availableAtMs, expiresAtMs, note } = line;
  const wrong = (field: string, reason: string) => ({ field, reason });
  if (!isName(lineId)) return wrong('lineId', 'not_a_name');
  if (!isMovablePoints(points)) return wrong('points', 'not_points');
  if (!Number.isSafeInteger(occurredAtMs) || occurredAtMs < 0) return wrong('occurredAt', 'not_a_time');
  if (occurredAtMs > nowMs) return wrong('occurredAt', 'in_the_future');
  if (line.amountMinor != null && !isAmountMinor(line.amountMinor))
    return wrong('amountMinor', 'not_an_amount');
  if (line.amountMinor != null && line.movement !== 'earned')
    return wrong('amountMinor', 'only_of_purchases');
  if (note !== null && note.length > NOTE_CHARACTERS_MAX) return wrong('note', 'too_long');
  const availableFrom = availableAtMs ?? occurredAtMs;
  if (!Number.isSafeInteger(availableFrom) || availableFrom < occurredAtMs)
    return wrong('availableAt', 'not_a_time');
  if (expiresAtMs !== null && !(Number.isSafeInteger(expiresAtMs) && expiresAtMs > availableFrom))
    return wrong('expiresAt', 'not_a_time');
  if (!isGain(line) && (availableAtMs !== null || expiresAtMs !== null))
    return wrong('expiresAt', 'only_of_points_given');
  return null;
}

/** Oldest first; of one moment, what was given comes before what was taken. */
function inTime(lines: readonly ImportLine[]): ImportLine[] {
  return lines.toSorted(
    (left, right) => left.occurredAtMs - right.occurredAtMs || Number(isGain(right)) - Number(isGain(left)),
  );
}

function givenBy(lines: readonly ImportLine[]): number {
  return lines.reduce((sum, line) => sum + (isGain(line) ? line.points : 0), 0);
}

function bodyOf({ batchId, actor }: ImportInput, line: ImportLine): JsonObject {
  const { lineId, movement, occurredAtMs, amountMinor } = line;
  const source = { kind: 'import', batchId, lineId };
  const told = { source, importBatchId: batchId, movement, occurredAtMs, actor };
  return amountMinor == null ? told : { ...told, amountMinor };
}

/** Whether the entry that a line made states what the line states; the note apart, which can be erased. */
function saysTheSame(line: ImportLine, body: JsonObject): boolean {
  const { movement, points, occurredAtMs, expiresAtMs } = line;
  const times = { availableAtMs: line.availableAtMs ?? occurredAtMs, expiresAtMs };
  const stated = isGain(line)
    ? { movement, occurredAtMs, points, ...times }
    : { movement, occurredAtMs, points: -points };
  const cost = (line.amountMinor ?? null) === (body.amountMinor ?? null);
  return cost && Object.entries(stated).every(([name, value]) => body[name] === value);
}

const detailOf = ({ note }: ImportLine): JsonObject | null => (note === null ? null : { note });

/** The line's entry and its lot; returns the lot's name. It may be spent by a later line before it ends. */
function give(draft: Draft, line: ImportLine, body: JsonObject): number {
  const { points, occurredAtMs, expiresAtMs } = line;
  const lotId = draft.headSeq + 1;
  const times = { availableAtMs: line.availableAtMs ?? occurredAtMs, expiresAtMs };
  entry(draft, 'points.earned', points, { ...body, lotId, ...times }, detailOf(line));
  const pending = times.availableAtMs > draft.nowMs;
  const stage = pending ? 'pending' : 'open';
  const empty = { heldPoints: 0, lapsedPoints: 0 };
  const lot: Lot = {
    lotId,
    points,
    remainingPoints: points,
    ...empty,
    stage,
    ...times,
    originalExpiresAtMs: expiresAtMs,
  };
  draft.lots.set(lotId, lot);
  draft.changedLotIds.add(lotId);
  if (pending) draft.totals = { ...draft.totals, pendingPoints: draft.totals.pendingPoints + points };
  return lotId;
}

/** Takes from what the lines before gave, the earliest expiry first; false where that is not enough. */
function take(
  draft: Draft,
  line: ImportLine,
  { given, body }: { given: readonly number[]; body: JsonObject },
): boolean {
  const { movement, points, occurredAtMs } = line;
  const isSpending = movement === 'redeemed';
  const parts: Allocation[] = [];
  let missing = points;
  for (const lot of given.map((lotId) => lotOf(draft, lotId)).sort(byExpiry)) {
    const hadEnded = lot.expiresAtMs !== null && lot.expiresAtMs <= occurredAtMs;
    const hadCome = lot.availableAtMs !== null && lot.availableAtMs <= occurredAtMs;
    const free = hadCome && !(isSpending && hadEnded) ? freePoints(lot) : 0;
    const part = Math.min(missing, free);
    if (part === 0) continue;
    lot.remainingPoints -= part;
    if (!isSpending) lot.lapsedPoints += part;
    missing -= part;
    parts.push({ lotId: lot.lotId, points: part });
  }
  if (missing > 0) return false;
  const ended = isSpending ? {} : { expiredAtMs: occurredAtMs };
  entry(
    draft,
    isSpending ? 'points.redeemed' : 'points.expired',
    -points,
    { ...body, ...ended, lots: parts },
    detailOf(line),
  );
  return true;
}
