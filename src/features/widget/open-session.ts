import type { Context } from '../../context.ts';
import { AppError } from '../../http/errors.ts';
import { parseEmail, parsePhone } from '../../lib/contact-identifier.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { writtenLine } from '../../lib/written-text.ts';
import { negotiateLocale } from '../../messages/negotiate.ts';
import { type JoinInput, joinMember } from '../members/join-member.ts';
import { onAccount } from '../members/open-account.ts';
import type { MemberRow } from '../members/queries.ts';
import { signBearer } from './bearer.ts';
import { claimToken } from './queries.ts';
import { passCallerLimit, passShopLimit } from './session-limits.ts';
import { forgetAtMs, type TokenClaims } from './token-rules.ts';
import { type VerifiedToken, verifyToken } from './verify-token.ts';

export type OpenedSession = {
  bearer: string;
  expiresAtMs: number;
  member: { id: string; name: string };
};

/**
 * Swaps a token of the merchant's server for a session on one site, and makes its customer a member
 * where she is none yet. A token opens one session: of many that send it at once, one gets it. One that
 * came too soon after too many others is not used up by it.
 */
export async function openSession({
  ctx,
  input: { token, origin, address },
}: {
  ctx: Context;
  /** `address` is the caller's own on the network, as the edge saw it. */
  input: { token: string; origin: string; address: string | null };
}): Promise<Result<OpenedSession>> {
  const admitted = await passCallerLimit(ctx, address);
  if (!admitted.ok) return admitted;
  const verified = await verifyToken({ ctx, input: { token } });
  if (!verified.ok) return verified;
  const counted = await passShopLimit(ctx);
  if (!counted.ok) return counted;
  const claimed = await spendToken(ctx, verified.value);
  if (!claimed.ok) return claimed;
  const member = await findOrJoin(ctx, verified.value.claims);
  if (!member.ok) return member;
  const { id, displayName, state } = member.value;
  if (state !== 'active') return refuse({ code: 'account_frozen' });
  const overview = await onAccount(ctx, id, (account) => account.overview());
  if (!overview.ok) throw new AppError('internal', {}, { cause: overview.refusal });
  const { sessionGeneration } = overview.value;
  const signed = await signBearer(ctx, { memberId: id, sessionGeneration, origin });
  return succeed({ ...signed, member: { id, name: displayName } });
}

/** From here on the token is spent, whatever becomes of the session: the merchant signs another. */
async function spendToken(ctx: Context, { kid, claims }: VerifiedToken): Promise<Result<null>> {
  const row = { tenantId: ctx.tenant.id, jti: claims.jti, expiresAtMs: forgetAtMs(claims) };
  const attempt = await ctx.db.attempt(ctx.tenant.id, [...claimToken(ctx, row, kid, ctx.clock.nowMs())]);
  if (attempt.ok) return succeed(null);
  // The other conflict is the guard's: the key was revoked since it was read.
  return refuse({ code: attempt.conflict.kind === 'unique' ? 'token_replayed' : 'token_invalid' });
}

/**
 * The merchant's own id says who she is. Her contacts join in only where the merchant has proved them,
 * else whoever registers there with somebody's address would be given that person's points; and they
 * never keep her out: where they belong to another member she is known by the id alone.
 */
async function findOrJoin(ctx: Context, claims: TokenClaims): Promise<Result<MemberRow>> {
  const email = claims.email_verified && claims.email ? parseEmail(claims.email) : null;
  const phone = claims.phone_verified && claims.phone ? parsePhone(claims.phone, ctx.tenant) : null;
  const input: JoinInput = {
    externalId: claims.sub.normalize('NFC'),
    phone,
    email,
    displayName: (claims.name && writtenLine(claims.name)) || null,
    locale: negotiateLocale({ acceptLanguage: claims.locale, fallback: ctx.tenant.locale }),
    consentVersion: null,
    joinedFrom: 'widget',
  };
  const joined = await joinMember({ ctx, input });
  if (joined.ok) return succeed(joined.value.member);
  if (phone === null && email === null) return joined;
  const alone = await joinMember({ ctx, input: { ...input, phone: null, email: null } });
  return alone.ok ? succeed(alone.value.member) : alone;
}
