import type { Context, Services, Tenant } from '../../context.ts';
import { nextTryMs } from '../../domain/letter.ts';
import { ProviderError } from '../../http/post.ts';
import { failureFields } from '../../lib/log.ts';
import { findTenant } from '../tenants/find-tenant.ts';
import { composeLetters } from './compose-letters.ts';
import { claimLetters, endLetter, type LetterRow, postponeLetter } from './queries.ts';

/** A run that is cut off leaves its letters to the run after this; longer than any run takes. */
const LEASE_MS = 10 * 60_000;
/** Where the provider is away, the letters behind the first that met it wait for so long. */
const AWAY_MS = 60_000;
const LETTERS_PER_SHOP = 40;
/** A provider's own word that it has this key already, with another text: the letter is sent. */
const SENT_BEFORE = '409';

export type LetterFigures = { found: number; sent: number; skipped: number; failed: number };

/**
 * Sends what is due in every shop, `limit` shops at most, the longest overdue first. Whatever goes
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
  const nowMs = ctx.clock.nowMs();
  const claim = claimLetters(ctx, { nowMs, leaseMs: LEASE_MS, limit: LETTERS_PER_SHOP });
  const [claimed] = await ctx.db.batch(ctx.tenant.id, [claim]);
  figures.found += claimed.length;
  if (claimed.length === 0) return;
  const composed = await composeLetters(ctx, claimed);
  let away = false;
  for (const letter of composed) {
    const { row } = letter;
    if ('failure' in letter) {
      figures.failed += 1;
      await tryLater(ctx, row, letter.failure);
    } else if (letter.mail === null) {
      figures.skipped += 1;
      await ctx.db.batch(ctx.tenant.id, [endLetter(ctx, row.key, 'skipped', ctx.clock.nowMs())]);
    } else if (away) {
      const dueAtMs = ctx.clock.nowMs() + AWAY_MS;
      await ctx.db.batch(ctx.tenant.id, [postponeLetter(ctx, { key: row.key, dueAtMs, untried: true })]);
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
    await ctx.db.batch(ctx.tenant.id, [endLetter(ctx, row.key, 'sent', ctx.clock.nowMs())]);
    return null;
  }
  await tryLater(ctx, row, failure);
  const cause = failure instanceof Error ? failure.cause : null;
  return cause instanceof ProviderError && /^4/.test(cause.code) && cause.code !== '429' ? 'refused' : 'away';
}

/** The letter's next try, or its end where all were made. */
async function tryLater(ctx: Context, row: LetterRow, failure: unknown): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const dueAtMs = nextTryMs(row.tries, nowMs);
  ctx.log[dueAtMs === null ? 'error' : 'warn']('letter not taken', {
    tenantId: ctx.tenant.id,
    key: row.key,
    tries: row.tries,
    ...failureFields(failure),
  });
  await ctx.db.batch(ctx.tenant.id, [
    dueAtMs === null
      ? endLetter(ctx, row.key, 'failed', nowMs)
      : postponeLetter(ctx, { key: row.key, dueAtMs, untried: false }),
  ]);
}
