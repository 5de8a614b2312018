import type { Context } from '../../context.ts';
import type { SignUp } from '../../domain/ledger/sign-up.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import { AppError } from '../../http/errors.ts';
import { selectProgrammeAtJoining } from '../programme/queries.ts';
import { refusalOfEarning } from '../tenants/shop-gate.ts';
import { selectFormerContacts } from './former-contact-queries.ts';
import { contactHashes } from './former-contacts.ts';
import { type Identifiers, registerAccount, selectMember } from './queries.ts';

/** Every account begins in its first epoch; a rebuilt one would begin the next. */
const FIRST_EPOCH = 1;

/**
 * Opens a member's points account: the registry's row first, so that audit and repair know of every
 * object that exists. What joining gives comes with the opening, by the programme in force when she
 * joined, whenever that is and whoever enrolled her; who was a member before has had it, and whom a list
 * of older members brought is given none, also where that was cut off. May be called again at any time.
 */
export async function openAccount(ctx: Context, memberId: string): Promise<void> {
  const [, [programme], [member]] = await ctx.db.batch(ctx.tenant.id, [
    registerAccount(ctx, memberId, ctx.clock.nowMs()),
    selectProgrammeAtJoining(ctx, memberId),
    selectMember(ctx, memberId),
  ]);
  const welcome = programme ? signUpOf(programme) : null;
  const importBatchId = member?.importBatchId ?? null;
  const isNew =
    importBatchId === null &&
    welcome !== null &&
    member !== undefined &&
    refusalOfEarning(ctx, member.createdAtMs) === null;
  const signUp = isNew && !(await wasMember(ctx, member)) ? welcome : null;
  const { timeZone } = ctx.tenant;
  const opened = await ctx.accounts.of(memberId).open({
    epoch: FIRST_EPOCH,
    timeZone,
    ...(signUp && { signUp }),
    ...(importBatchId && { importBatchId }),
  });
  if (!opened.ok) throw new AppError('internal', {}, { cause: opened.refusal });
}

/** Whoever closed her account and joins again has had her welcome. */
export async function wasMember(ctx: Context, identifiers: Identifiers): Promise<boolean> {
  const hashes = contactHashes(ctx, identifiers);
  if (hashes.length === 0) return false;
  const [[former]] = await ctx.db.batch(ctx.tenant.id, [selectFormerContacts(ctx, hashes)]);
  return former !== undefined;
}

function signUpOf({ version, hash, body }: ProgrammeVersion): SignUp | null {
  const { signUpBonus: points = 0, expiry } = body;
  return points > 0 ? { points, programmeVersion: version, programmeHash: hash, expiry } : null;
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
