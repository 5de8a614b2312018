import type { Context } from '../../context.ts';
import { callerNetwork } from '../../lib/caller-network.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';

/** The window of both limits in wrangler.toml: who waits for so long finds a new one. */
const WINDOW_SECONDS = 10;

const tooMany: Result<null> = refuse({ code: 'too_many_requests', seconds: WINDOW_SECONDS });

/** Counts what anybody sends, before anything of it is looked at. No edge, no address: then nobody is told apart. */
export async function passCallerLimit(ctx: Context, address: string | null): Promise<Result<null>> {
  if (address === null) return succeed(null);
  const key = `${ctx.tenant.id}/${callerNetwork(address)}`;
  return (await ctx.sessionCallerLimit.limit({ key })).success ? succeed(null) : tooMany;
}

/**
 * Counts the sessions that a shop opens. Only what its own key has signed counts: else a stranger's
 * rubbish from many addresses would shut its customers out.
 */
export async function passShopLimit(ctx: Context): Promise<Result<null>> {
  return (await ctx.sessionShopLimit.limit({ key: ctx.tenant.id })).success ? succeed(null) : tooMany;
}

/** Counts the ways in that one member asks for: each is a row, and a press needs one. */
export async function passTicketLimit(ctx: Context, memberId: string): Promise<Result<null>> {
  const key = `${ctx.tenant.id}/ticket/${memberId}`;
  return (await ctx.sessionCallerLimit.limit({ key })).success ? succeed(null) : tooMany;
}
