import type { Context, Mail, Services, Tenant } from '../../context.ts';
import { closingLetterAt } from '../../domain/shop-closing.ts';
import { isRefusedByProvider } from '../../http/post.ts';
import { failureFields } from '../../lib/log.ts';
import { closingLetter } from '../../mail/closing-letter.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { publishMall } from '../publication/publish-mall.ts';
import { selectReachableStaff } from '../staff/queries.ts';
import { mallUrlOf } from './answers.ts';
import { claimClosingLetter, noteClosingLetter, refuseChangedClosing } from './closing-queries.ts';
import { findTenant } from './find-tenant.ts';

/** A run that is cut off, or a provider that is away, leaves the letter to the run after this. */
const LEASE_MS = 10 * 60_000;

/**
 * Writes the owners of shops that close: when it was asked, shortly before the date, and when it is done.
 * Before that it publishes, for whoever asked or took it back and was cut off before the edge heard.
 */
export async function tellClosings({
  ctx,
  input: { enter, limit },
}: {
  ctx: Services;
  input: { enter(tenant: Tenant): Context; limit: number };
}): Promise<{ found: number; failed: number }> {
  const due = await ctx.directory.shopsClosing({ byMs: ctx.clock.nowMs(), limit });
  const figures = { found: due.length, failed: 0 };
  for (const { tenantId } of due) {
    try {
      const tenant = await findTenant({ ctx, input: { tenantId } });
      if (!tenant) throw new Error('a closing of a shop that is not there');
      await tellOwners(enter(tenant));
    } catch (failure) {
      figures.failed += 1;
      ctx.log.error('closing not told', { tenantId, ...failureFields(failure) });
    }
  }
  return figures;
}

async function tellOwners(ctx: Context): Promise<void> {
  const nowMs = ctx.clock.nowMs();
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [claimClosingLetter(ctx, { nowMs, leaseMs: LEASE_MS })]);
  if (!row) return;
  await publishMall({ ctx });
  const { closing, closingTold } = row;
  if (!closing) {
    await ctx.db.attempt(ctx.tenant.id, [
      refuseChangedClosing(ctx, null),
      noteClosingLetter(ctx, { told: null, dueAtMs: null }),
    ]);
    return;
  }
  const { letter, nextAtMs } = closingLetterAt(closing, closingTold, nowMs);
  if (letter) {
    const staff = await selectReachableStaff(ctx.authDb, ctx.tenant.id);
    const { origin } = new URL(mallUrlOf(ctx.config, 'console'));
    for (const { userId, email } of staff.filter(({ role }) => role === 'owner')) {
      const key = `${ctx.tenant.id}/closing/${closing.askedAtMs}/${letter}/${userId}`;
      const mail = closingLetter(email, letter, { shop: ctx.tenant, closing, nowMs, origin });
      await sendUnlessRefused(ctx, { ...mail, key });
    }
  }
  // Taken back meanwhile, there is nothing to note: the cron looks after that by itself.
  await ctx.db.attempt(ctx.tenant.id, [
    refuseChangedClosing(ctx, closing),
    noteClosingLetter(ctx, { told: letter, dueAtMs: nextAtMs }),
    ...(letter === 'closed' ? [addAuditRow(ctx, 'tenant.closed', ctx.tenant.id)] : []),
  ]);
}

/** An address that the provider will not have keeps no other owner from hers; one that is away is tried again. */
async function sendUnlessRefused(ctx: Context, mail: Mail): Promise<void> {
  try {
    await ctx.mail.send(mail);
  } catch (failure) {
    if (!isRefusedByProvider(failure)) throw failure;
    ctx.log.warn('closing letter refused', { tenantId: ctx.tenant.id, ...failureFields(failure) });
  }
}
