import type { RedemptionView } from '../../account/contract.ts';
import type { Actor, Context } from '../../context.ts';
import { keyOfAsk, mayConfirm } from '../../domain/counter-ask.ts';
import { needsProof } from '../../domain/large-redemption.ts';
import { AppError } from '../../lib/app-error.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { redeemFor } from '../redemptions/redeem.ts';
import { prove } from '../redemptions/redeem-proved.ts';
import { type AskRow, decideAsk, refuseAsk, selectAsk, selectOpenAsks } from './ask-queries.ts';
import { type AskNow, standingOf } from './read-ask.ts';
import { takenAlong } from './redeem-at-counter.ts';

type Member = Extract<Actor, { kind: 'member' }>;

/** What comes of a confirmation; `provedUntilMs` where a code was right, so that this device is known. */
export type Confirmed = { result: Result<RedemptionView>; provedUntilMs: number | null };

/** What waits for this member's answer now, the newest first. */
export async function listOpenAsks({ ctx }: { ctx: Context }): Promise<AskRow[]> {
  const [rows] = await ctx.db.batch(ctx.tenant.id, [
    selectOpenAsks(ctx, memberOf(ctx).memberId, ctx.clock.nowMs()),
  ]);
  return rows;
}

/** An ask of her own; somebody else's is as missing as none. */
export async function readOwnAsk({
  ctx,
  input: { askId },
}: {
  ctx: Context;
  input: { askId: string };
}): Promise<Result<AskNow>> {
  const row = await ownAsk(ctx, askId);
  return row ? succeed(await standingOf(ctx, row)) : refuse({ code: 'not_found' });
}

/**
 * The member says yes on her own phone: the ask is decided once, then redeemed under a key of its own, so
 * that confirming twice redeems once and a confirmation that was cut off is finished by the next. A large
 * one asks for a code before it is decided. What account or stock refuse is kept for the clerk to read.
 */
export async function confirmAsk({
  ctx,
  input: { askId, code },
}: {
  ctx: Context;
  input: { askId: string; code: string | null };
}): Promise<Confirmed> {
  const member = memberOf(ctx);
  const row = await ownAsk(ctx, askId);
  if (!row) return unproved(refuse({ code: 'not_found' }));
  const nowMs = ctx.clock.nowMs();
  if (!mayConfirm(row, nowMs)) return unproved(await answered(ctx, row));
  const asksProof =
    row.state === 'open' && needsProof(row.pointsEach * row.quantity, member.provedUntilMs, nowMs);
  const proved = asksProof ? await prove(ctx, member, code) : null;
  if (proved !== null && !proved.ok) return unproved(proved);
  const provedUntilMs = proved?.value.provedUntilMs ?? null;
  if (row.state === 'open') {
    const decision = { askId, memberId: member.memberId, state: 'confirmed' as const, nowMs };
    const [[decided]] = await ctx.db.batch(ctx.tenant.id, [decideAsk(ctx, decision)]);
    const now = decided ? null : await ownAsk(ctx, askId);
    // Answered meanwhile, on another device or in another tab.
    if (now && now.state !== 'confirmed') return { result: await answered(ctx, now), provedUntilMs };
  }
  return { result: await redeemAsked(ctx, row), provedUntilMs };
}

/** She does not want it: nothing is redeemed any more, unless she had confirmed it before. */
export async function declineAsk({
  ctx,
  input: { askId },
}: {
  ctx: Context;
  input: { askId: string };
}): Promise<Result<AskNow>> {
  const decision = { askId, memberId: memberOf(ctx).memberId, nowMs: ctx.clock.nowMs() };
  await ctx.db.batch(ctx.tenant.id, [decideAsk(ctx, { ...decision, state: 'declined' })]);
  return readOwnAsk({ ctx, input: { askId } });
}

/** Her proof was given before the decision, so that a confirmation cut off after it needs none again. */
async function redeemAsked(ctx: Context, row: AskRow): Promise<Result<RedemptionView>> {
  const { id, memberId, rewardId, quantity, priceVersion, pointsEach, cashEachMinor } = row;
  const wanted = { rewardId, quantity, priceVersion, pointsEach, cashEachMinor };
  const key = keyOfAsk(id);
  const result = await redeemFor({
    ctx,
    input: { ...wanted, ...takenAlong(wanted), key },
    redeemer: { memberId, provedUntilMs: Number.MAX_SAFE_INTEGER, idKey: key },
  });
  if (!result.ok) await ctx.db.batch(ctx.tenant.id, [refuseAsk(ctx, id, result.refusal)]);
  return result;
}

/** What a confirmation that comes too late is told: what came of the ask. */
async function answered(ctx: Context, row: AskRow): Promise<Result<RedemptionView>> {
  const { redemption } = await standingOf(ctx, row);
  if (redemption !== null) return succeed(redemption);
  if (row.state === 'refused' && row.refusal !== null) return refuse(row.refusal);
  return refuse({ code: 'ask_over' });
}

async function ownAsk(ctx: Context, askId: string): Promise<AskRow | null> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectAsk(ctx, askId)]);
  return row && row.memberId === memberOf(ctx).memberId ? row : null;
}

function memberOf({ actor }: Pick<Context, 'actor'>): Member {
  if (actor.kind !== 'member') throw new AppError('unauthenticated');
  return actor;
}

function unproved(result: Result<RedemptionView>): Confirmed {
  return { result, provedUntilMs: null };
}
