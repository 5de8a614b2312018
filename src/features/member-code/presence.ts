import { z } from 'zod';
import type { Context } from '../../context.ts';
import { openText, sealText } from '../../lib/sealed-text.ts';

/** How long a scanned code lets the clerk who scanned it spend in the member's name. */
const PRESENCE_MS = 5 * 60_000;

type Scope = Pick<Context, 'actor' | 'clock' | 'config' | 'tenant'>;

const presenceSchema = z.object({ untilMs: z.int(), isProved: z.boolean() });

/** Says that a member showed her turning code to this clerk; worth nothing for another one. */
export async function sealPresence(
  ctx: Scope,
  { memberId, isProved }: { memberId: string; isProved: boolean },
): Promise<string | null> {
  const boundTo = bindingOf(ctx, memberId);
  if (boundTo === null) return null;
  const untilMs = ctx.clock.nowMs() + PRESENCE_MS;
  return sealText(ctx.config.sessionSecret, JSON.stringify({ untilMs, isProved }), boundTo);
}

/** Null where it is over, of another member, clerk or shop, or none of ours. */
export async function readPresence(
  ctx: Scope,
  { memberId, presence }: { memberId: string; presence: string },
): Promise<{ isProved: boolean } | null> {
  const boundTo = bindingOf(ctx, memberId);
  const text = boundTo && (await openText(ctx.config.sessionSecret, presence, boundTo));
  if (!text) return null;
  const { untilMs, isProved } = presenceSchema.parse(JSON.parse(text));
  return untilMs > ctx.clock.nowMs() ? { isProved } : null;
}

function bindingOf({ actor, tenant }: Pick<Scope, 'actor' | 'tenant'>, memberId: string): string | null {
  return actor.kind === 'staff' ? `presence/${tenant.id}/${memberId}/${actor.userId}` : null;
}
