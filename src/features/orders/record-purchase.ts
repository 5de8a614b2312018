import type { Context } from '../../context.ts';
import { keepUnlessRefused, runOnce } from '../../db/run-once.ts';
import { orderIdOf, soldAtFault } from '../../domain/counter/sale.ts';
import { undoUntilMs } from '../../domain/counter/undo.ts';
import type { Order } from '../../domain/order.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import { asJson } from '../../lib/as-json.ts';
import { newId } from '../../lib/ids.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import type { Approval } from '../clerks/approve-by-pin.ts';
import { checkLeft } from '../counter/left-grant.ts';
import { freeLeftKey, type LeftGrant, logLeftGiven, SETTLED, takeLeftKey } from '../counter/left-queries.ts';
import { deleteGrant, selectGrantOfOrder } from '../counter/queries.ts';
import { readTill, type Till } from '../counter/read-till.ts';
import { approveGrant, reservationRefusal, reserveGrant } from '../counter/reserve-grant.ts';
import { orderOf, type Sale, weigh } from '../counter/sale.ts';
import { refusalOfEarning } from '../tenants/shop-gate.ts';
import { claimOrder } from './claim-order.ts';
import { selectClaim } from './queries.ts';
import { routeReport } from './report-order.ts';
import type { RecordedPurchase } from './schemas.ts';

export type PurchaseInput = Sale & {
  memberId: string;
  key: string;
  receipt?: string | null | undefined;
  note?: string | null | undefined;
  /** When it was sold, where it waited for a network. */
  soldAt?: string | undefined;
  approvalPin?: string | undefined;
  /** Whose it was, where she was removed before it was sent: then it is given by whoever sends it. */
  leftBy?: LeftGrant | undefined;
};

/** What the first of all submits under a key decided; repetitions go by it. */
type First = {
  order: Order;
  programme: ProgrammeVersion;
  grantId: string;
  atMs: number;
  approver: Approval | null;
};

/**
 * A sale that staff enter for the member in front of them, paid and handed over. The receipt's number
 * names it, so that the same receipt never counts twice, and the answer says when it did; without one
 * each key is a purchase. Refused `grant_over_limit` above what a clerk gives by herself. What was
 * refused or counted before leaves no line in the log and takes nothing of a limit.
 */
export async function recordPurchase({
  ctx,
  input,
}: {
  ctx: Context;
  input: PurchaseInput;
}): Promise<Result<RecordedPurchase>> {
  const begun = await claimSale(ctx, input);
  if (!begun.ok) return begun;
  const { first, replayed } = begun.value;
  const { key, memberId } = input;
  const [[claim], [before]] = await ctx.db.batch(ctx.tenant.id, [
    selectClaim(ctx, first.order),
    selectGrantOfOrder(ctx, first.order.orderId),
  ]);
  if (!claim) throw new Error('a claim vanished between its insert and its reading');
  const { leftBy } = input;
  const giveBack = [
    deleteGrant(ctx, first.grantId),
    ...(leftBy ? [freeLeftKey(ctx, leftBy, first.grantId)] : []),
  ];
  if (claim.memberId !== memberId) {
    const foreign = refuse({ code: 'order_changed', field: 'member' });
    return keepUnlessRefused(ctx, key, foreign, giveBack);
  }
  const { order, programme } = first;
  const routed = await routeReport(ctx, claim, { key, order, programme });
  if (!routed.ok) return keepUnlessRefused(ctx, key, routed, giveBack);
  const { answer } = routed.value;
  if (answer.state === 'waiting') throw new Error('an order of a member waits for nobody');
  // The same submit, sent again after its answer was lost, is not a receipt entered twice.
  const isRepeated = routed.value.replayed && !replayed;
  const standing = isRepeated ? await giveWayTo(ctx, first) : before;
  const isOwn = standing?.id === first.grantId;
  if (leftBy && isOwn) {
    const given = { grantId: first.grantId, points: standing.points, memberId, atMs: first.atMs };
    await ctx.db.batch(ctx.tenant.id, [logLeftGiven(ctx, leftBy, given)]);
  }
  const mayUndo = isOwn && standing?.undoneAtMs === null;
  return succeed({
    ...answer,
    // Undone before her account heard of it, it is known there and was never counted.
    countedBefore: isRepeated && !isOwn ? new Date(claim.createdAtMs).toISOString() : null,
    grantId: standing?.id ?? null,
    undoUntil: mayUndo ? new Date(undoUntilMs(first)).toISOString() : null,
    approvedBy: first.approver && { name: first.approver.name },
  });
}

/** Counted before there were grants, a sale takes nothing of a limit now. What stands for its order, if anything. */
async function giveWayTo(ctx: Context, { order, grantId }: First) {
  const [, [standing]] = await ctx.db.batch(ctx.tenant.id, [
    deleteGrant(ctx, grantId),
    selectGrantOfOrder(ctx, order.orderId),
  ]);
  return standing;
}

/** Keeps the sale under its key, within the limits, and decides whose order it is. */
async function claimSale(
  ctx: Context,
  input: PurchaseInput,
): Promise<Result<{ first: First; replayed: boolean }>> {
  const { key, memberId, receipt = null, note = null, soldAt, approvalPin, leftBy } = input;
  const nowMs = ctx.clock.nowMs();
  const occurredAtMs = soldAt === undefined ? nowMs : Date.parse(soldAt);
  const read = await readTill(ctx, { memberId, occurredAtMs, receipt, key });
  if (!read.ok) return read;
  const till = read.value;
  const left = leftBy && !till.isKept ? await checkLeft(ctx, leftBy) : null;
  if (left?.ok === false) return left;
  const orderId = receipt === null ? crypto.randomUUID() : orderIdOf(receipt, till.undoneBefore);
  const order = orderOf(ctx, input, { orderId, occurredAtMs });
  const checked = till.isKept
    ? succeed({ points: 0, approver: null })
    : await checkSale(ctx, { order, till, memberId, approvalPin });
  if (!checked.ok) return checked;
  const { points, approver } = checked.value;
  const first: First = { order, programme: till.programme, grantId: newId('grt'), atMs: nowMs, approver };
  const reserved = [
    ...(leftBy ? takeLeftKey(ctx, leftBy, first.grantId) : []),
    ...reserveGrant(ctx, till, { ...first, memberId, points, receipt, note }),
  ];
  const claimed = await runOnce({
    ctx,
    key,
    operation: 'orders.purchase',
    // A PIN would be guessed from its hash.
    input: asJson({ ...input, approvalPin: undefined }),
    statements: [...reserved, claimOrder(ctx, order, { memberId })],
    value: asJson(first),
    status: 200,
    refusalOf: (conflict) =>
      conflict.kind === 'guard' && conflict.reason === SETTLED
        ? { code: SETTLED }
        : reservationRefusal(conflict, till, points),
  });
  if (!claimed.ok) return claimed;
  return succeed({ first: claimed.value as unknown as First, replayed: claimed.replayed });
}

type Checked = { order: Order; till: Till; memberId: string; approvalPin: string | undefined };

async function checkSale(
  ctx: Context,
  { order, till, memberId, approvalPin }: Checked,
): Promise<Result<{ points: number; approver: Approval | null }>> {
  const nowMs = ctx.clock.nowMs();
  const fault = soldAtFault(order.occurredAtMs, nowMs);
  if (fault) return refuse({ code: 'invalid_input', field: 'soldAt', reason: fault });
  const ended = refusalOfEarning(ctx, order.occurredAtMs);
  if (ended) return refuse(ended);
  const weighed = weigh(order, till, nowMs);
  if (!weighed.ok) return weighed;
  if (await wouldRefuse(ctx, till, memberId)) return refuse({ code: 'account_frozen' });
  const { points } = weighed.value;
  const approved = await approveGrant(ctx, till, { points, approvalPin });
  return approved.ok ? succeed({ points, approver: approved.value }) : approved;
}

/**
 * Whether the account is frozen and the receipt new to it. Asked before the claim, which would bind the
 * receipt to a member who has nothing of it; frozen just after, the account refuses and it stays hers.
 */
async function wouldRefuse(ctx: Context, { isGiven }: Till, memberId: string): Promise<boolean> {
  if (isGiven) return false;
  const overview = await ctx.accounts.of(memberId).overview();
  return overview.ok && overview.value.frozenAtMs !== null;
}
