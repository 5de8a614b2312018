import type { Context } from '../../context.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { AppError } from '../../http/errors.ts';
import { registerAccount } from './queries.ts';

/** Every account begins in its first epoch; a rebuilt one would begin the next. */
const FIRST_EPOCH = 1;

/**
 * Opens a member's points account: the registry's row first, so that audit and repair know of every
 * object that exists. May be called again at any time.
 */
export async function openAccount(ctx: Context, memberId: string): Promise<void> {
  await ctx.db.batch(ctx.tenant.id, [registerAccount(ctx, memberId, ctx.clock.nowMs())]);
  const opened = await ctx.accounts.of(memberId).open({ epoch: FIRST_EPOCH, timeZone: ctx.tenant.timeZone });
  if (!opened.ok) throw new AppError('internal', {}, { cause: opened.refusal });
}

/**
 * Runs a command on an account and, where a crash at joining left it unopened, opens it and runs the
 * command again. Callers know that the member exists.
 */
export async function onAccount<Value>(
  ctx: Context,
  memberId: string,
  command: (account: ReturnType<Context['accounts']['of']>) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const outcome = await command(ctx.accounts.of(memberId));
  if (outcome.ok || outcome.refusal.code !== 'not_open') return outcome;
  await openAccount(ctx, memberId);
  return command(ctx.accounts.of(memberId));
}
