import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { onAccount } from '../members/open-account.ts';
import { ACCOUNT_WAIT_MS } from './read-member.ts';
import { withinOrNull } from './within.ts';

export const LOOK_BACK = 100;
/** So long it may be that its answer was lost and she looks for it. */
const JUST_MADE_MS = 30 * 60_000;
const GIVEN_BACK = new Set(['undoing', 'undone', 'cancelling', 'cancelled']);

/** Units that a member has had, by reward. */
export type RedeemedUnits = ReadonlyMap<string, number>;

/**
 * How many of each reward the member has had, as far as her latest redemptions show. For buttons and
 * shelves alone: the account counts for itself, over all of them.
 */
export async function readRedeemedUnits({ ctx }: { ctx: Context }): Promise<RedeemedUnits> {
  return redeemedUnitsOf(await readLatest(ctx));
}

async function readLatest(ctx: Context): Promise<readonly RedemptionView[]> {
  if (ctx.actor.kind !== 'member') return [];
  const { memberId } = ctx.actor;
  const page = await withinOrNull(
    ACCOUNT_WAIT_MS,
    onAccount(ctx, memberId, (account) => account.listRedemptions({ beforeSeq: null, limit: LOOK_BACK })),
  );
  return page?.ok ? page.value.items : [];
}

export type OwnOrders = {
  /** How many she has had, as far as her latest redemptions show. */
  redeemedUnits: number;
  /** Her newest order of it that waits for its cash, or was made within the last half hour. */
  order: { kind: 'unpaid' | 'made'; redemptionId: string; points: number; atMs: number } | null;
};

/** What she has had of one reward, and what of it is under way. */
export async function readOwnOrders({
  ctx,
  input: { rewardId },
}: {
  ctx: Context;
  input: { rewardId: string };
}): Promise<OwnOrders> {
  return ownOrdersOf(await readLatest(ctx), rewardId, ctx.clock.nowMs());
}

/** Newest first, as the account lists them. */
export function ownOrdersOf(
  redemptions: readonly RedemptionView[],
  rewardId: string,
  nowMs: number,
): OwnOrders {
  const own = redemptions.filter(
    (each) => isKept(each) && each.lines.some((line) => line.rewardId === rewardId),
  );
  const unpaid = own.find(({ state }) => state === 'awaiting_payment');
  const order = unpaid ?? own.find(({ createdAtMs }) => nowMs - createdAtMs <= JUST_MADE_MS);
  return {
    redeemedUnits: redeemedUnitsOf(redemptions).get(rewardId) ?? 0,
    order: order
      ? {
          kind: unpaid ? 'unpaid' : 'made',
          redemptionId: order.redemptionId,
          points: order.points,
          atMs: order.createdAtMs,
        }
      : null,
  };
}

/** The same of one reward. */
export async function countRedeemedUnits({
  ctx,
  input,
}: {
  ctx: Context;
  input: { rewardId: string };
}): Promise<number> {
  return (await readRedeemedUnits({ ctx })).get(input.rewardId) ?? 0;
}

/** Units, by reward, in redemptions that went through or still may. */
export function redeemedUnitsOf(redemptions: readonly RedemptionView[]): RedeemedUnits {
  const units = new Map<string, number>();
  const lines = redemptions.filter(isKept).flatMap((redemption) => redemption.lines);
  for (const { rewardId, quantity } of lines) units.set(rewardId, (units.get(rewardId) ?? 0) + quantity);
  return units;
}

/** Whether a redemption was not given back, and is not about to be. */
export function isKept({ state }: RedemptionView): boolean {
  return !GIVEN_BACK.has(state);
}
