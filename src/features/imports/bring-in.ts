import type { Context } from '../../context.ts';
import type { ImportLine } from '../../domain/ledger/import-history.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { commandOf } from '../command.ts';
import { onAccount } from '../members/open-account.ts';
import type { MemberRow } from '../members/queries.ts';
import { creditWaitingOrders } from '../orders/credit-waiting-orders.ts';
import type { Batch } from './people.ts';
import { selectWaitingOrders } from './queries.ts';

/** Every account begins in its first epoch. */
const FIRST_EPOCH = 1;

export type Brought = { importedLines: number; knownLines: number };
export type BroughtIn = { ok: true; value: Brought } | { ok: false; refusal: Refusal };

const NOTHING: Brought = { importedLines: 0, knownLines: 0 };

/** Which of these members orders wait for: asked once for all, since most lists have none. */
export async function whoWaits(ctx: Context, members: readonly MemberRow[]): Promise<Set<string>> {
  if (members.length === 0) return new Set();
  const [waiting] = await ctx.db.batch(ctx.tenant.id, [selectWaitingOrders(ctx, members, ctx.clock.nowMs())]);
  const isFor = (member: MemberRow) =>
    waiting.some(
      (order) =>
        order.memberId === member.id ||
        (['phone', 'email', 'externalId'] as const).some(
          (kind) => order[kind] !== null && order[kind] === member[kind],
        ),
    );
  return new Set(members.filter(isFor).map(({ id }) => id));
}

/**
 * Opens the account of a member whom the list made, credits her with the orders that waited, and hands her
 * lines to the account, which takes them whole or not at all. Whoever was enrolled otherwise is opened as
 * joining opens, with what it gives. `key` is the row's own: two rows may name one person.
 */
export async function bringIn(
  ctx: Context,
  batch: Batch,
  { member, waits, lines, key }: { member: MemberRow; waits: boolean; lines: ImportLine[]; key: string },
): Promise<BroughtIn> {
  const { timeZone } = ctx.tenant;
  const account = ctx.accounts.of(member.id);
  if (member.importBatchId === batch.id) {
    const opened = await account.open({ epoch: FIRST_EPOCH, timeZone, importBatchId: batch.id });
    if (!opened.ok) return opened;
  }
  if (waits) await creditWaitingOrders({ ctx, input: member });
  if (lines.length === 0) return { ok: true, value: NOTHING };
  const command = { ...commandOf(ctx, `${key}:${member.id}`), batchId: batch.id, lines };
  const imported = await onAccount(ctx, member.id, (known) => known.importHistory(command));
  if (!imported.ok) return imported;
  const { importedLines, knownLines } = imported.value;
  return { ok: true, value: { importedLines, knownLines } };
}
