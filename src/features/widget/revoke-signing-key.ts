import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { signingKeyAnswer } from './answers.ts';
import { revokeSigningKeyRow, selectSigningKey } from './queries.ts';
import type { SigningKeyAnswer } from './schemas.ts';

/** Ends a key at once: the next token that it signed is refused. Revoking it again changes nothing. */
export async function revokeSigningKey({
  ctx,
  input: { kid },
}: {
  ctx: Context;
  input: { kid: string };
}): Promise<Result<SigningKeyAnswer>> {
  const [[known]] = await ctx.db.batch(ctx.tenant.id, [selectSigningKey(ctx, kid)]);
  if (!known) return refuse({ code: 'not_found' });
  if (known.revokedAtMs !== null) return succeed(signingKeyAnswer(known));
  const [[revoked]] = await ctx.db.batch(ctx.tenant.id, [
    revokeSigningKeyRow(ctx, kid, ctx.clock.nowMs()),
    addAuditRow(ctx, 'signing_key.revoked', kid),
  ]);
  return succeed(signingKeyAnswer(revoked ?? known));
}
