import type { ActorRef } from '../account/contract.ts';
import { actorRef, type Context } from '../context.ts';

/**
 * What every write to an object carries. The caller's key stands behind who called, so that one
 * caller's keys never meet another's.
 */
export function commandOf(ctx: Pick<Context, 'actor'>, key: string): { key: string; actor: ActorRef } {
  const actor = actorRef(ctx.actor);
  return { key: `${actor.kind}:${actor.id}:${key}`, actor };
}
