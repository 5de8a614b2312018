import type { Context } from '../../context.ts';
import { isImportAlone, type ReversedImport } from '../../domain/ledger/reverse-import.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { AppError } from '../../lib/app-error.ts';
import { limitConcurrency } from '../../lib/limit-concurrency.ts';
import { commandOf } from '../command.ts';
import { onAccount } from '../members/open-account.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { closeUntouched } from './close-queries.ts';
import {
  type ImportRow,
  lockImport,
  type MemberFate,
  selectMembersIn,
  settleMembers,
} from './list-queries.ts';

/** Members of one step: up to three calls of each one's account. */
const MEMBERS_PER_STEP = 100;
/** Accounts that are asked at once. */
const AT_ONCE = 20;
/** Nobody whose account tells more than this has only been imported. */
const ROWS_LOOKED_AT = 100;

type Reversed = { memberId: string; value: ReversedImport; isAlone: boolean };

/**
 * Takes back what a list brought the next members, and closes those whom nothing but the list ever touched.
 * Each step can be run again: a reversal counts once, and who is closed already is closed.
 */
export async function reverseMembers(ctx: Context, list: ImportRow): Promise<void> {
  const [named, [programme]] = await ctx.db.batch(ctx.tenant.id, [
    selectMembersIn(ctx, list.id, MEMBERS_PER_STEP),
    selectProgrammeAt(ctx, ctx.clock.nowMs()),
  ]);
  if (named.length === 0) return;
  const clawback = programme?.body.clawback ?? 'write_off';
  const inTurn = limitConcurrency(AT_ONCE);
  const reversed = await Promise.all(
    named.map((member) => inTurn(() => reverseMember(ctx, list.id, clawback, member))),
  );
  const closed = await closeAlone(ctx, list.id, reversed);
  const fates = reversed.map(
    ({ memberId, value }): MemberFate => ({ memberId, ...value, closed: closed.has(memberId) }),
  );
  await ctx.db.batch(ctx.tenant.id, [lockImport(ctx, list.id), settleMembers(ctx, list.id, fates)]);
}

async function reverseMember(
  ctx: Context,
  batchId: string,
  clawback: Programme['clawback'],
  { memberId, joined }: { memberId: string; joined: boolean },
): Promise<Reversed> {
  // A key of its own each time: the account knows the batch, and forgets what keys meant when she is erased.
  const command = { ...commandOf(ctx, crypto.randomUUID()), batchId, clawback };
  const outcome = await onAccount(ctx, memberId, (account) => account.reverseImport(command));
  if (!outcome.ok) throw new AppError('internal', {}, { cause: outcome.refusal });
  const isAlone = joined && (await hasImportAlone(ctx, batchId, memberId));
  return { memberId, value: outcome.value, isAlone };
}

async function hasImportAlone(ctx: Context, batchId: string, memberId: string): Promise<boolean> {
  const journal = await ctx.accounts.of(memberId).exportJournal({ fromSeq: 1, limit: ROWS_LOOKED_AT });
  if (!journal.ok) throw new AppError('internal', {}, { cause: journal.refusal });
  return journal.value.nextCursor === null && isImportAlone(journal.value.items, batchId);
}

/** Closes as a member closes her account: what names her goes from the profile, the account and its copies. */
async function closeAlone(
  ctx: Context,
  batchId: string,
  reversed: readonly Reversed[],
): Promise<ReadonlySet<string>> {
  const alone = reversed.filter(({ isAlone }) => isAlone).map(({ memberId }) => memberId);
  if (alone.length === 0) return new Set();
  const [closed] = await ctx.db.batch(ctx.tenant.id, [closeUntouched(ctx, batchId, alone)]);
  const inTurn = limitConcurrency(AT_ONCE);
  const erasing = closed.map(({ id }) => inTurn(() => eraseOne(ctx, `erase:${batchId}:${id}`, id)));
  return new Set((await Promise.all(erasing)).flat());
}

/** Her id, or nothing where she redeemed at the counter just now: then her account stays. */
async function eraseOne(ctx: Context, key: string, memberId: string): Promise<string[]> {
  const erased = await ctx.accounts.of(memberId).eraseDetails(commandOf(ctx, key));
  if (erased.ok) return [memberId];
  if (erased.refusal.code === 'wrong_state') return [];
  throw new AppError('internal', {}, { cause: erased.refusal });
}
