import type { Context } from '../../context.ts';
import type { ImportLine } from '../../domain/ledger/import-history.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { limitConcurrency } from '../../lib/limit-concurrency.ts';
import { bringIn, whoWaits } from './bring-in.ts';
import { type Enrolled, enrolList } from './enrol-list.ts';
import { type ImportRow, lockImport, type RowFate, selectWaitingRows, settleRows } from './list-queries.ts';
import type { Batch, Person } from './people.ts';
import { type ListRow, readRow } from './read-row.ts';

/** Rows of one step: two calls of each one's account, well below what one request may ask for. */
const ROWS_PER_STEP = 100;
/** Accounts that are asked at once. */
const AT_ONCE = 20;

type Listed = Person & { row: number; read: ListRow };

/** Takes the next waiting rows of a list in, each by itself, and writes down what became of it. */
export async function takeRows(ctx: Context, list: ImportRow): Promise<void> {
  const { dateOrder = null, knownMembers = 'add' } = list.options ?? {};
  const batch: Batch = { id: list.id, source: 'file', leavesKnown: knownMembers === 'skip' };
  const [waiting] = await ctx.db.batch(ctx.tenant.id, [selectWaitingRows(ctx, list.id, ROWS_PER_STEP)]);
  if (waiting.length === 0) return;
  // Read as of the list's beginning: what a row says does not change with the hour it is taken.
  const reading = { dateOrder, nowMs: list.createdAtMs };
  const rows = waiting.map(({ row, cells }) => ({ row, read: readRow(ctx, cells ?? {}, reading) }));
  const people = rows.flatMap(({ row, read }) => (read.ok ? [listed(row, read.value)] : []));
  const enrolled = await enrolList(ctx, batch, people);
  if (!enrolled.isTaken) return;
  const faults = rows.flatMap(({ row, read }) => (read.ok ? [] : [refused(row, read.fault)]));
  const waits = await whoWaits(
    ctx,
    people.flatMap(({ member }) => member ?? []),
  );
  const inTurn = limitConcurrency(AT_ONCE);
  const fates = await Promise.all(
    people.map((person) => inTurn(() => takePerson(ctx, { list, batch, enrolled, waits }, person))),
  );
  const settled = [...faults, ...fates.filter((fate) => fate !== null)];
  if (settled.length > 0)
    await ctx.db.batch(ctx.tenant.id, [lockImport(ctx, list.id), settleRows(ctx, list.id, settled)]);
}

/** Null where the list was begun to be taken back meanwhile: then nothing of the row has had an effect. */
async function takePerson(
  ctx: Context,
  {
    list,
    batch,
    enrolled,
    waits,
  }: {
    list: ImportRow;
    batch: Batch;
    enrolled: Extract<Enrolled, { isTaken: true }>;
    waits: ReadonlySet<string>;
  },
  { row, read, member }: Listed,
): Promise<RowFate | null> {
  if (member === null) return refused(row, { field: 'phone', reason: 'belongs_to_another_member' });
  const named = enrolled.namedIn.get(member.id);
  if (named === undefined) return refused(row, { field: 'phone', reason: 'is_member' });
  if (named.row !== row) return refused(row, { field: 'phone', reason: 'repeats_row' });
  const lines = lineOf(list, row, read);
  // The account knows the line by its name; a key would be forgotten where she closes her account meanwhile.
  const key = crypto.randomUUID();
  const brought = await bringIn(ctx, batch, { member, waits: waits.has(member.id), lines, key });
  if (brought.ok) return { row, state: 'taken', field: null, reason: null };
  return isReversed(brought.refusal) ? null : refused(row, faultOf(brought.refusal));
}

function listed(row: number, read: ListRow): Listed {
  const { identifiers, displayName, memberSinceMs, points } = read;
  const profile = { displayName, locale: null, memberSinceMs };
  return { row, read, identifiers, profile, points, member: null, joined: false, isAmbiguous: false };
}

/** The balance of the card, as of the day on which the list was brought; none where it was zero. */
function lineOf(list: ImportRow, row: number, { points, expiresAtMs, note }: ListRow): ImportLine[] {
  if (points === 0) return [];
  const ends = expiresAtMs === undefined ? list.expiresAtMs : expiresAtMs;
  const times = { occurredAtMs: list.createdAtMs, availableAtMs: null, expiresAtMs: ends };
  return [{ lineId: String(row), movement: 'balance', points, note, ...times }];
}

const isReversed = (refusal: Refusal) => refusal.code === 'invalid_input' && refusal.reason === 'reversed';

const faultOf = (refusal: Refusal) =>
  refusal.code === 'invalid_input' ? refusal : { field: null, reason: refusal.code };

function refused(row: number, { field, reason }: { field: string | null; reason: string }): RowFate {
  return { row, state: 'refused', field, reason };
}
