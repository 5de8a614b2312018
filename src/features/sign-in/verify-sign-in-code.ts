import type { Context } from '../../context.ts';
import type { JoinSource } from '../../domain/join-source.ts';
import { HOUR_MS, lockOf, TRIES_MAX } from '../../domain/sign-in-code.ts';
import { AppError } from '../../http/errors.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { joinMember } from '../members/join-member.ts';
import { onAccount } from '../members/open-account.ts';
import { setProvedEmail } from '../members/queries.ts';
import type { TestTicket } from '../members/test-ticket.ts';
import { codeHashOf, type Identified, identify } from './identify.ts';
import { selectRecentCodes, tryCode } from './queries.ts';

export type SignInInput = {
  identifier: string;
  code: string;
  /** The version of the terms that the page showed; kept with its time when she joins. */
  consentVersion: string;
  displayName: string | null;
  /** What led her here, for who joins. */
  joinedFrom?: JoinSource;
  joinLinkToken?: string | null;
  testTicket?: TestTicket | null;
};

export type SignedIn = {
  memberId: string;
  sessionGeneration: number;
  joined: boolean;
  /** The version of the terms that she agreed to last; null where somebody else enrolled her. */
  agreedVersion: string | null;
};

/**
 * Signs a member in by the code that was sent to her, and makes her a member where she is none yet.
 * A code opens once: of two at the same moment one is refused. A wrong one says how many tries are
 * left; a tried-out one locks the address for a while.
 */
export async function verifySignInCode({
  ctx,
  input,
}: {
  ctx: Context;
  input: SignInInput;
}): Promise<Result<SignedIn>> {
  const identified = identify(ctx, input.identifier);
  if (!identified.ok) return identified;
  const proved = await spendCode(ctx, identified.value, input.code);
  if (!proved.ok) return proved;
  const { phone, email } = identified.value;
  const { consentVersion, displayName, joinedFrom = 'mall', joinLinkToken = null, testTicket = null } = input;
  const joined = await joinMember({
    ctx,
    input: {
      phone,
      email,
      externalId: null,
      displayName,
      locale: ctx.locale,
      consentVersion,
      joinedFrom,
      joinLinkToken,
      testTicket,
    },
  });
  if (!joined.ok) return joined;
  const { member } = joined.value;
  // Said only to the one who proved the address; a shop that blocks someone says so elsewhere.
  if (member.state !== 'active') return refuse({ code: 'account_frozen' });
  if (email !== null && member.provedEmail !== email) {
    await ctx.db.batch(ctx.tenant.id, [setProvedEmail(ctx, member.id, email)]);
  }
  const overview = await onAccount(ctx, member.id, (account) => account.overview());
  if (!overview.ok) throw new AppError('internal', {}, { cause: overview.refusal });
  const { sessionGeneration } = overview.value;
  const { id: memberId, consentVersion: agreedVersion } = member;
  return succeed({ memberId, sessionGeneration, joined: joined.value.joined, agreedVersion });
}

/** Uses the newest code of an address up, where this is it. */
export async function spendCode(ctx: Context, identified: Identified, typed: string): Promise<Result<null>> {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code)) return refuse({ code: 'invalid_input', field: 'code', reason: 'six_digits' });
  const nowMs = ctx.clock.nowMs();
  const { hash } = identified;
  const codeHash = codeHashOf(ctx, identified, code);
  const [[tried], recent] = await ctx.db.batch(ctx.tenant.id, [
    tryCode(ctx, { identifierHash: hash, codeHash, triesMax: TRIES_MAX, nowMs }),
    selectRecentCodes(ctx, hash, nowMs - HOUR_MS),
  ]);
  if (tried && tried.usedAtMs !== null) return succeed(null);
  const lock = lockOf(recent, nowMs);
  if (lock) return refuse(lock);
  if (!tried) return refuse({ code: 'code_expired' });
  return refuse({ code: 'code_wrong', triesLeft: TRIES_MAX - tried.attempts });
}
