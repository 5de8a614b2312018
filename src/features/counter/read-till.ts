import { actorRef, type Context } from '../../context.ts';
import { selectKept } from '../../db/run-once.ts';
import { startOfDayAfter } from '../../domain/calendar.ts';
import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { selectMember } from '../members/queries.ts';
import { NO_PROGRAMME } from '../orders/credit-claim.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { selectReceipt, selectSettings, sumCounted } from './queries.ts';
import { type CounterSettings, settingsOf } from './settings.ts';

/** What a sale at the counter is weighed by, read in one go. */
export type Till = {
  programme: ProgrammeVersion;
  settings: CounterSettings;
  /** Where the shop's day began; the day's limit counts from here. */
  sinceMs: number;
  usedPoints: number;
  /** Limits bind clerks; whoever could approve needs nobody's approval. */
  isLimited: boolean;
  /** How often this receipt was given and undone. */
  undoneBefore: number;
  /** The receipt was given and stands: this adds no point to it. */
  isGiven: boolean;
  /** The key has had its effect: what follows is a repetition, and nothing is checked again. */
  isKept: boolean;
};

export async function readTill(
  ctx: Context,
  { memberId, occurredAtMs, receipt, key }: Asked,
): Promise<Result<Till>> {
  const staffId = actorRef(ctx.actor).id;
  const sinceMs = startOfDayAfter(ctx.clock.nowMs(), 0, ctx.tenant.timeZone);
  const [[member], [programme], [row], [used], [given], [kept]] = await ctx.db.batch(ctx.tenant.id, [
    selectMember(ctx, memberId),
    selectProgrammeAt(ctx, occurredAtMs),
    selectSettings(ctx),
    sumCounted(ctx, staffId, sinceMs),
    selectReceipt(ctx, receipt),
    selectKept(ctx, key),
  ]);
  // Whoever closed her account is nobody at the counter any more.
  if (!member || member.state === 'erased') return refuse({ code: 'not_found' });
  if (!programme) return NO_PROGRAMME;
  return succeed({
    programme,
    settings: settingsOf(ctx.tenant, row, programme.body),
    sinceMs,
    usedPoints: used?.points ?? 0,
    isLimited: ctx.actor.kind === 'staff' && ctx.actor.role === 'clerk',
    undoneBefore: given?.undone ?? 0,
    isGiven: (given?.standing ?? 0) > 0,
    isKept: kept !== undefined,
  });
}

type Asked = { memberId: string; occurredAtMs: number; receipt: string | null; key: string };
