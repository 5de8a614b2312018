import type { Context, Services, Tenant } from '../../context.ts';
import { type LetterFailure, nextTryMs } from '../../domain/letter.ts';
import { isRefusedByProvider, ProviderError } from '../../http/post.ts';
import { failureFields } from '../../lib/log.ts';
import { composeNotices } from '../staff-notices/compose-notices.ts';
import { gatherNotices } from '../staff-notices/gather-notices.ts';
import { attachNotices, takeTurns } from '../staff-notices/queries.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { composeLetters } from './compose-letters.ts';
import { claimLetters, endLetter, isToMember, type LetterRow, postponeLetter } from './queries.ts';

/** A run that is cut off leaves its letters to the run after this; longer than any run takes. */
const LEASE_MS = 10 * 60_000;
/** Where the provider is away, the letters behind the first that met it wait for so long. */
const AWAY_MS = 60_000;
const LETTERS_PER_SHOP = 40;
/** A provider's own word that it has this key already, with another text: the letter is sent. */
const SENT_BEFORE = '409';

export type LetterFigures = { found: number; sent: number; skipped: number; failed: number };

/**
 * Sends what is due in every shop, to members and to staff, `limit` shops at most, the longest overdue first. Whatever goes
 * wrong with a letter concerns that letter alone and is tried again: nothing that a member or the shop
 * does ever waits for the post.
 */
export async function sendDueLetters({
  ctx,
  input: { enter, limit },
}: {
  ctx: Services;
  input: { enter(tenant: Tenant): Context; limit: number };
}): Promise<LetterFigures> {
  const figures: LetterFigures = { found: 0, sent: 0, skipped: 0, failed: 0 };
  for (const { tenantId } of await ctx.directory.shopsWithLetters({ byMs: ctx.clock.nowMs(), limit })) {
    try {
      const tenant = await findTenant({ ctx, input: { tenantId } });
      if (!tenant) throw new Error('letters of a shop that is not there');
      await sendOfShop(enter(tenant), figures);
    } catch (failure) {
      ctx.log.error('letters not sent', { tenantId, ...failureFields(failure) });
    }
  }
  return figures;
}

async function sendOfShop(ctx: Context, figures: LetterFigures): Promise<void> {
  await gatherNotices(ctx).catch((failure: unknown) =>
    ctx.log.error('notices not gathered', { tenantId: ctx.tenant.id, ...failureFields(failure) }),
  );
  const nowMs = ctx.clock.nowMs();
  const [, claimed] = await ctx.db.batch(ctx.tenant.id, [
    takeTurns(ctx),
    claimLetters(ctx, { nowMs, leaseMs: LEASE_MS, limit: LETTERS_PER_SHOP }),
    attachNotices(ctx, nowMs + LEASE_MS),
  ]);
  figures.found += claimed.length;
  if (claimed.length === 0) return;
  const toMembers = claimed.filter(isToMember);
  const toStaff = claimed.filter((row) => !isToMember(row));
  const composed = [
    ...(toMembers.length > 0 ? await composeLetters(ctx, toMembers) : []),
    ...(toStaff.length > 0 ? await composeNotices(ctx, toStaff) : []),
  ];
  let away = false;
  for (const letter of composed) {
    const { row } = letter;
    if ('failure' in letter) {
      figures.failed += 1;
      await tryLater(ctx, row, 'unwritable', letter.failure);
    } else if (letter.mail === null) {
      figures.skipped += 1;
      const doneAtMs = ctx.clock.nowMs();
      await ctx.db.batch(ctx.tenant.id, [endLetter(ctx, row, { state: 'skipped', doneAtMs })]);
    } else if (away) {
      const dueAtMs = ctx.clock.nowMs() + AWAY_MS;
      await ctx.db.batch(ctx.tenant.id, [postponeLetter(ctx, row, { dueAtMs, failure: null })]);
    } else {
      const { mail } = letter;
      const failure = await trySending(ctx, row, () => ctx.mail.send(mail));
      figures[failure === null ? 'sent' : 'failed'] += 1;
      away = failure === 'away';
    }
  }
}

/** Null: sent. A provider that answered speaks of this letter; one that did not is away for all of them. */
async function trySending(
  ctx: Context,
  row: LetterRow,
  send: () => Promise<void>,
): Promise<'refused' | 'away' | null> {
  let failure: unknown;
  try {
    await send();
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.cause : null;
    failure = cause instanceof ProviderError && cause.code === SENT_BEFORE ? undefined : thrown;
  }
  if (failure === undefined) {
    const doneAtMs = ctx.clock.nowMs();
    await ctx.db.batch(ctx.tenant.id, [endLetter(ctx, row, { state: 'sent', doneAtMs })]);
    return null;
  }
  const why = isRefusedByProvider(failure) ? 'refused' : 'away';
  await tryLater(ctx, row, why, failure);
  return why;
}

/** The letter's next try, or its end where all were made. */
async function tryLater(
  ctx: Context,
  row: LetterRow,
  failure: LetterFailure,
  thrown: unknown,
): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const dueAtMs = nextTryMs(row.tries, nowMs);
  ctx.log[dueAtMs === null ? 'error' : 'warn']('letter not taken', {
    tenantId: ctx.tenant.id,
    key: row.key,
    tries: row.tries,
    ...failureFields(thrown),
  });
  await ctx.db.batch(ctx.tenant.id, [
    dueAtMs === null
      ? endLetter(ctx, row, { state: 'failed', doneAtMs: nowMs, failure })
      : postponeLetter(ctx, row, { dueAtMs, failure }),
  ]);
}
