import { actorRef, type Context } from '../../context.ts';
import { keepUnlessRefused, runOnce } from '../../db/run-once.ts';
import { countedAfterUndo, undoRefusal } from '../../domain/counter/undo.ts';
import { asJson } from '../../lib/as-json.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { commandOf } from '../command.ts';
import { selectMember } from '../members/queries.ts';
import { creditAtMs, reported } from '../orders/claim-order.ts';
import { earn, NO_PROGRAMME } from '../orders/credit-claim.ts';
import { clearTold, replaceTold } from '../orders/queries.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { nameStaff } from './name-staff.ts';
import { type GrantRow, selectGrant, setStanding, setUndone } from './queries.ts';
import type { UndoneGrant } from './schemas.ts';

/**
 * Takes a grant back, whole: its order is cancelled, so that spent points follow the programme's
 * clawback. Whoever gave it may within ten minutes, a manager later with a reason. Undone again it
 * stays undone once and answers how it stands. Cut off after its batch, the order's claim carries it
 * to the account, as it carries the order itself.
 */
export async function undoGrant({
  ctx,
  input: { grantId, reason, key },
}: {
  ctx: Context;
  input: { grantId: string; reason: string | null; key: string };
}): Promise<Result<UndoneGrant>> {
  const nowMs = ctx.clock.nowMs();
  const [[grant]] = await ctx.db.batch(ctx.tenant.id, [selectGrant(ctx, grantId)]);
  if (!grant) return refuse({ code: 'not_found' });
  const userId = actorRef(ctx.actor).id;
  const manages = ctx.actor.kind === 'staff' && ctx.actor.role !== 'clerk';
  const refusal = undoRefusal(grant, { userId, manages, reason }, nowMs);
  if (refusal) return refuse(refusal);
  const [[programme], [member]] = await ctx.db.batch(ctx.tenant.id, [
    selectProgrammeAt(ctx, grant.soldAtMs),
    selectMember(ctx, grant.memberId),
  ]);
  if (!programme) return NO_PROGRAMME;
  // Who closed her account owes nothing: what she had spent is the shop's loss, as her account says.
  const clawback = member?.state === 'erased' ? 'write_off' : programme.body.clawback;
  const told = reported(ctx, { ...grant.order, status: 'cancelled' });
  const undone = {
    undoneAtMs: nowMs,
    undoneBy: userId,
    undoReason: reason,
    countedPoints: countedAfterUndo(grant.countedPoints, clawback),
  };
  const kept = await runOnce({
    ctx,
    key,
    operation: 'counter.undo',
    input: asJson({ grantId, reason }),
    statements: [setUndone(ctx, grantId, undone), replaceTold(ctx, told, creditAtMs(ctx))],
    value: null,
    status: 200,
  });
  if (!kept.ok) return kept;
  const taken = await earn(ctx, grant.memberId, { ...commandOf(ctx, key), order: told.order, programme });
  const heard = clearTold(ctx, told.order, told);
  if (!taken.ok) {
    // What was undone before stays so, whatever a repetition is told.
    const isFirst = grant.undoneAtMs === null;
    return keepUnlessRefused(ctx, key, taken, isFirst ? [heard, setStanding(ctx, grant)] : []);
  }
  const [, [now]] = await ctx.db.batch(ctx.tenant.id, [heard, selectGrant(ctx, grantId)]);
  return succeed(await undoneAnswer(ctx, now ?? grant, { clawback, balances: taken.value.balances }));
}

async function undoneAnswer(
  ctx: Context,
  grant: GrantRow,
  outcome: Pick<UndoneGrant, 'clawback' | 'balances'>,
): Promise<UndoneGrant> {
  const { id: grantId, memberId, points, undoneAtMs, undoneBy, undoReason: reason } = grant;
  const staffId = undoneBy ?? '';
  const names = await nameStaff(ctx, [staffId]);
  const undoneAt = new Date(undoneAtMs ?? ctx.clock.nowMs()).toISOString();
  const by = { staffId, name: names.get(staffId) ?? null };
  return { grantId, memberId, points, undoneAt, undoneBy: by, reason, ...outcome };
}
