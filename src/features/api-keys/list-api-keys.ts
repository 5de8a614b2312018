import type { Context } from '../../context.ts';
import { apiKeyAnswer } from './answers.ts';
import { selectApiKeys } from './queries.ts';
import type { ApiKeyAnswer } from './schemas.ts';

/** Every key the shop ever made, newest first; revoked ones stay to be seen. */
export async function listApiKeys({ ctx }: { ctx: Context }): Promise<ApiKeyAnswer[]> {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [selectApiKeys(ctx)]);
  return rows.map(apiKeyAnswer);
}
