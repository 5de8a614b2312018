import type { RedemptionView } from '../../account/contract.ts';
import type { Actor, Context } from '../../context.ts';
import {
  DEVICE_KNOWN_MS,
  maskedContact,
  needsProof,
  PROOF_ABOVE_POINTS,
} from '../../domain/large-redemption.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { proveAgain, reachOf, sendProofCode } from '../sign-in/prove-again.ts';
import { redeem } from './redeem.ts';
import type { RedeemInput } from './schemas.ts';

/** `provedUntilMs`: a code was right, so that this device is known until then; null where none was asked. */
export type Proved = { result: Result<RedemptionView>; provedUntilMs: number | null };

/**
 * Redeems; where the redemption is large and the session stale, only with a code. Without one, a code is
 * sent and `proof_needed` says where to. A wrong code takes nothing, and the same key may come again.
 */
export async function redeemProved({
  ctx,
  input: { code, ...input },
}: {
  ctx: Context;
  input: RedeemInput & { code: string | null };
}): Promise<Proved> {
  const result = await redeem({ ctx, input });
  const { actor } = ctx;
  const asks = !result.ok && result.refusal.code === 'proof_needed';
  if (!asks || actor.kind !== 'member') return { result, provedUntilMs: null };
  const proved = await prove(ctx, actor, code);
  if (!proved.ok) return { result: proved, provedUntilMs: null };
  const { known, provedUntilMs } = proved.value;
  return { result: await redeem({ ctx: known, input }), provedUntilMs };
}

/**
 * Has a member prove by a code that it is she who asks. Without one, a code is sent and `proof_needed`
 * says where to. Whom no code can reach is taken as she is, and her device stays unknown.
 */
export async function prove(
  ctx: Context,
  actor: Extract<Actor, { kind: 'member' }>,
  code: string | null,
): Promise<Result<{ known: Context; provedUntilMs: number | null }>> {
  const provedUntilMs = ctx.clock.nowMs() + DEVICE_KNOWN_MS;
  const known = { ...ctx, actor: { ...actor, provedUntilMs } };
  const contact = await reachOf(ctx, actor.memberId);
  if (contact === null) return succeed({ known, provedUntilMs: null });
  if (code === null) {
    const sent = await sendProofCode(ctx, contact);
    return sent.ok ? refuse({ code: 'proof_needed', abovePoints: PROOF_ABOVE_POINTS, ...sent.value }) : sent;
  }
  const proved = await proveAgain(ctx, contact, code);
  return proved.ok ? succeed({ known, provedUntilMs }) : proved;
}

/** Where the code would go that a redemption of so many points asks for; null where it asks for none. */
export async function proofAhead(ctx: Context, points: number): Promise<string | null> {
  const { actor } = ctx;
  if (actor.kind !== 'member' || !needsProof(points, actor.provedUntilMs, ctx.clock.nowMs())) return null;
  const contact = await reachOf(ctx, actor.memberId);
  return contact && maskedContact(contact);
}
