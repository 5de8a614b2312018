import type { Context } from '../../context.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { addAuditRow } from '../audit-log/queries.ts';
import { apiKeyAnswer } from './answers.ts';
import { revokeRow, selectApiKey } from './queries.ts';
import type { ApiKeyAnswer } from './schemas.ts';

/** Ends a key at once: the next request with it is refused. Revoking it again changes nothing. */
export async function revokeApiKey({
  ctx,
  input,
}: {
  ctx: Context;
  input: { keyId: string };
}): Promise<Result<ApiKeyAnswer>> {
  const [[known]] = await ctx.db.batch(ctx.tenant.id, [selectApiKey(ctx, input.keyId)]);
  if (!known) return refuse({ code: 'not_found' });
  if (known.revokedAtMs !== null) return succeed(apiKeyAnswer(known));
  const [[revoked]] = await ctx.db.batch(ctx.tenant.id, [
    revokeRow(ctx, input.keyId, ctx.clock.nowMs()),
    addAuditRow(ctx, 'api_key.revoked', input.keyId),
  ]);
  return succeed(apiKeyAnswer(revoked ?? known));
}
