import type { Context } from '../../context.ts';
import { hashJson } from '../../domain/chain.ts';
import { ASK_MS } from '../../domain/counter-ask.ts';
import { AppError } from '../../lib/app-error.ts';
import { keyedId } from '../../lib/ids.ts';
import { type AnyRefusal, type Result, refuse } from '../../lib/result.ts';
import { getOverview } from '../members/get-overview.ts';
import { readManifest } from '../publication/read-mall.ts';
import { checkQuote } from '../redemptions/quote.ts';
import { refusalOfClosed } from '../tenants/shop-gate.ts';
import { type AskRow, askInPlaceOf, pruneAsks, selectAsk, withdrawAsk } from './ask-queries.ts';
import { type AskNow, readAsk } from './read-ask.ts';
import type { OpenAskInput } from './schemas.ts';

const KEPT_MS = 45 * 86_400_000;

/**
 * Asks a member to confirm on her own phone what a clerk would redeem for her. She has five minutes; a
 * later ask of the same clerk takes its place. What could not be redeemed now is not asked. One key, one
 * ask, whatever has changed since.
 */
export async function openAsk({
  ctx,
  input,
}: {
  ctx: Context;
  input: OpenAskInput;
}): Promise<Result<AskNow>> {
  if (ctx.actor.kind !== 'staff') throw new AppError('forbidden');
  const { userId: staffId } = ctx.actor;
  const { key, ...wanted } = input;
  const askId = keyedId('ask', [ctx.tenant.id, staffId, key]);
  const known = await askOf(ctx, askId, wanted);
  if (known !== null) return known;
  const nowMs = ctx.clock.nowMs();
  const wrong = await whyNot(ctx, wanted, nowMs);
  if (wrong !== null) return refuse(wrong);
  const row: AskRow = {
    tenantId: ctx.tenant.id,
    id: askId,
    staffId,
    ...wanted,
    state: 'open',
    refusal: null,
    createdAtMs: nowMs,
    expiresAtMs: nowMs + ASK_MS,
    answeredAtMs: null,
  };
  await ctx.db.batch(ctx.tenant.id, [
    pruneAsks(ctx, input.memberId, nowMs - KEPT_MS),
    ...askInPlaceOf(ctx, row),
  ]);
  return (await askOf(ctx, askId, wanted)) ?? refuse({ code: 'not_found' });
}

type Wanted = Omit<OpenAskInput, 'key'>;

/** What this key has asked; another input under it is refused. Null where it has asked nothing yet. */
async function askOf(ctx: Context, askId: string, wanted: Wanted): Promise<Result<AskNow> | null> {
  const [[row]] = await ctx.db.batch(ctx.tenant.id, [selectAsk(ctx, askId)]);
  if (!row) return null;
  if (hashJson(wantedIn(row)) !== hashJson(wantedIn(wanted))) return refuse({ code: 'key_reused' });
  return readAsk({ ctx, input: { askId } });
}

function wantedIn({ memberId, rewardId, quantity, priceVersion, pointsEach, cashEachMinor }: Wanted) {
  return { memberId, rewardId, quantity, priceVersion, pointsEach, cashEachMinor };
}

/** Why it could not be redeemed now, as far as can be seen from here; null where it could. */
async function whyNot(ctx: Context, wanted: Wanted, nowMs: number): Promise<AnyRefusal | null> {
  const closed = refusalOfClosed(ctx);
  if (closed) return closed;
  const found = await getOverview({ ctx, input: wanted });
  if (!found.ok) return found.refusal;
  const manifest = await readManifest(ctx);
  const card = manifest?.rewards.find(({ rewardId }) => rewardId === wanted.rewardId);
  const quote = checkQuote(card, wanted, nowMs);
  if (!quote.ok) return quote.refusal;
  const { availablePoints } = found.value.overview.balances;
  const missingPoints = wanted.pointsEach * wanted.quantity - availablePoints;
  return missingPoints > 0 ? { code: 'insufficient_points', missingPoints, availablePoints } : null;
}

/** The clerk who asked no longer asks; what was answered stays answered. */
export async function withdraw({
  ctx,
  input: { askId },
}: {
  ctx: Context;
  input: { askId: string };
}): Promise<Result<AskNow>> {
  if (ctx.actor.kind !== 'staff') throw new AppError('forbidden');
  const nowMs = ctx.clock.nowMs();
  await ctx.db.batch(ctx.tenant.id, [withdrawAsk(ctx, { askId, staffId: ctx.actor.userId, nowMs })]);
  return readAsk({ ctx, input: { askId } });
}
