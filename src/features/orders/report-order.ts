import type { Context } from '../../context.ts';
import { keepUnlessRefused, runOnce } from '../../db/run-once.ts';
import { hashJson } from '../../domain/chain.ts';
import type { Order } from '../../domain/order.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import { mergeReport } from '../../domain/waiting-order.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { readIdentifiers } from '../members/identify-member.ts';
import { type Identifiers, selectMember, selectMembersByIdentifiers } from '../members/queries.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { refusalOfClosed, refusalOfEarning } from '../tenants/shop-gate.ts';
import { creditedAnswer } from './answers.ts';
import { type Buyer, changeWaiting, claimOrder, lookForBuyerAgain, reported } from './claim-order.ts';
import { creditWaiting, earn, isOwned, NO_PROGRAMME } from './credit-claim.ts';
import { type ClaimRow, clearTold, pruneExpiredClaims, selectClaim } from './queries.ts';
import type { MemberReference, OrderAnswer, ReportOrderInput } from './schemas.ts';

/** Clocks of shops run a little ahead; an order from further in the future is a mistake. */
const AHEAD_MS_MAX = 5 * 60_000;

/**
 * A purchase as its source reports it, or its new status. The first report decides whose order it is;
 * an order of someone who has not joined waits for her. Reports may come twice, late and in any order.
 */
export async function reportOrder({
  ctx,
  input,
}: {
  ctx: Context;
  input: ReportOrderInput & { key: string };
}): Promise<Result<OrderAnswer>> {
  const { key, member: reference, ...report } = input;
  const { currency } = ctx.tenant;
  if (report.currency !== currency) {
    return refuse({ code: 'currency_mismatch', expected: currency, found: report.currency });
  }
  const { occurredAt, visit, ...rest } = report;
  const order: Order = { ...rest, occurredAtMs: Date.parse(occurredAt), ...(visit && { visit }) };
  if (order.occurredAtMs > ctx.clock.nowMs() + AHEAD_MS_MAX) {
    return refuse({ code: 'invalid_input', field: 'occurredAt', reason: 'in_the_future' });
  }
  const ended = refusalOfClosed(ctx) ?? refusalOfEarning(ctx, order.occurredAtMs);
  if (ended && !(await isKnown(ctx, order))) return refuse(ended);
  const wanted = readReference(ctx, reference);
  if (!wanted.ok) return wanted;
  const [[member], [programme]] = await ctx.db.batch(ctx.tenant.id, [
    'id' in wanted.value
      ? selectMember(ctx, wanted.value.id)
      : selectMembersByIdentifiers(ctx, wanted.value.identifiers),
    selectProgrammeAt(ctx, order.occurredAtMs),
  ]);
  if ('id' in wanted.value && !member) return refuse({ code: 'not_found' });
  // Whoever closed her account buys nothing any more; what becomes of what she had bought goes on.
  if (member?.state === 'erased' && !(await isKnown(ctx, order))) return refuse({ code: 'not_found' });
  if (!programme) return NO_PROGRAMME;
  const buyer: Buyer =
    'id' in wanted.value
      ? { memberId: wanted.value.id }
      : member
        ? { memberId: member.id }
        : { memberId: null, identifiers: wanted.value.identifiers };

  const claimed = await runOnce({
    ctx,
    key,
    operation: 'orders.report',
    input: asJson(input),
    statements: [pruneExpiredClaims(ctx, order, ctx.clock.nowMs()), claimOrder(ctx, order, buyer)],
    value: null,
    status: 200,
  });
  if (!claimed.ok) return claimed;
  const [[claim]] = await ctx.db.batch(ctx.tenant.id, [selectClaim(ctx, order)]);
  if (!claim) throw new Error('a claim vanished between its insert and its reading');
  const routed = await routeReport(ctx, claim, { key, order, programme });
  return keepUnlessRefused(ctx, key, routed.ok ? succeed(routed.value.answer) : routed);
}

/** What becomes of an order from before goes on being told. */
async function isKnown(ctx: Context, order: Order): Promise<boolean> {
  const [[claim]] = await ctx.db.batch(ctx.tenant.id, [selectClaim(ctx, order)]);
  return claim !== undefined;
}

/** `replayed` says that the account knew the order as it was reported: nothing moved now. */
type Routed = { answer: OrderAnswer; replayed: boolean };

/** Sends a report where its claim points: into the waiting room or to the member's account. */
export async function routeReport(
  ctx: Context,
  claim: ClaimRow,
  command: { key: string; order: Order; programme: ProgrammeVersion },
): Promise<Result<Routed>> {
  const changed = await changeWaiting(ctx, claim, (waiting) => mergeReport(waiting, command.order));
  if (!changed.ok) return changed;
  const settled = isOwned(changed.value) ? changed.value : await lookForBuyerAgain(ctx, changed.value);
  if (!isOwned(settled)) {
    const { channel, orderId, status } = settled.payload?.order ?? command.order;
    const keptUntil = new Date(settled.expiresAtMs ?? 0).toISOString();
    return succeed({ answer: { state: 'waiting', channel, orderId, status, keptUntil }, replayed: false });
  }
  const told = reported(ctx, command.order);
  const isThis = settled.payload !== null && hashJson(asJson(settled.payload)) === hashJson(asJson(told));
  if (!isThis) await creditWaiting(ctx, settled);
  const earned = await earn(ctx, settled.memberId, { ...command, ...commandOf(ctx, command.key) });
  const forgotten = ctx.db.batch(ctx.tenant.id, [clearTold(ctx, command.order, told)]);
  if (!earned.ok) {
    await forgotten;
    return earned;
  }
  // Left undone, the cron tells the account again, which knows the order by then.
  ctx.defer(forgotten.catch(() => undefined));
  return succeed({ answer: creditedAnswer(settled.memberId, earned.value), replayed: earned.replayed });
}

function readReference(
  ctx: Context,
  reference: MemberReference,
): Result<{ id: string } | { identifiers: Identifiers }> {
  if ('id' in reference) return succeed(reference);
  const none: Identifiers = { phone: null, email: null, externalId: null };
  const read = readIdentifiers(ctx, { ...none, ...reference });
  return read.ok ? succeed({ identifiers: read.value }) : read;
}
