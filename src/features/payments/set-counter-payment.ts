import type { Context } from '../../context.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import {
  insertUnconnected,
  type PaymentAccountRow,
  selectPaymentAccount,
  setCounterEnabled,
} from './queries.ts';
import { republishPayments } from './republish-payments.ts';

/**
 * Lets members pay the cash of a reward at the counter, or no longer. Redemptions that wait for their
 * cash already are not touched. Set twice it is set once.
 */
export async function setCounterPayment({
  ctx,
  input: { enabled },
}: {
  ctx: Context;
  input: { enabled: boolean };
}): Promise<Result<PaymentAccountRow>> {
  const nowMs = ctx.clock.nowMs();
  const [[before]] = await ctx.db.batch(ctx.tenant.id, [selectPaymentAccount(ctx)]);
  const row = before?.counterEnabled === enabled ? before : await change(ctx, enabled, nowMs);
  await republishPayments({ ctx });
  return succeed(row);
}

async function change(ctx: Context, enabled: boolean, nowMs: number): Promise<PaymentAccountRow> {
  const [, [row]] = await ctx.db.batch(ctx.tenant.id, [
    insertUnconnected(ctx, nowMs),
    setCounterEnabled(ctx, enabled, nowMs),
    addAuditRow(ctx, 'payments.counter', ctx.tenant.id, { enabled }),
  ]);
  // The row was put there by the same batch.
  if (!row) throw new AppError('internal');
  return row;
}
