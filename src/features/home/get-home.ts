import type { PaymentView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import type { JournalRow } from '../../domain/journal.ts';
import { onboardingOf } from '../../domain/onboarding/onboarding.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { whyOf } from '../members/why.ts';
import { selectProgrammeAt } from '../programme/queries.ts';
import { countOpenQuestions } from '../questions/queries.ts';
import { selectTenant } from '../tenants/queries.ts';
import {
  countLiveRewards,
  countMembers,
  countNearlyGone,
  countParked,
  selectJoinings,
  selectLateness,
  selectMovements,
  selectToDo,
  sumCash,
  sumHeld,
} from './queries.ts';
import type { HomeAnswer } from './schemas.ts';
import { readShopAudit } from './shop-audit.ts';

const FIGURES_DAYS = 30;
const DAY_MS = 86_400_000;
const RECENT_EVENTS = 10;

/** What must be done, is it working, what happened last. */
export async function getHome({ ctx }: { ctx: Context }): Promise<HomeAnswer> {
  const nowMs = ctx.clock.nowMs();
  const sinceMs = nowMs - FIGURES_DAYS * DAY_MS;
  const [read, audit] = await Promise.all([
    ctx.db.batch(ctx.tenant.id, [
      selectToDo(ctx, nowMs),
      countMembers(ctx),
      sumHeld(ctx),
      sumCash(ctx, sinceMs),
      countLiveRewards(ctx),
      selectProgrammeAt(ctx, nowMs),
      countParked(ctx),
      countOpenQuestions(ctx),
      countNearlyGone(ctx),
      selectTenant(ctx.db, ctx.tenant.id),
      selectMovements(ctx, RECENT_EVENTS),
      selectJoinings(ctx, RECENT_EVENTS),
      selectLateness(ctx, nowMs),
    ]),
    readShopAudit(ctx),
  ]);
  const [[toDo], [people], [held], [cash], [shelf], [programme], [parked], [inbox], [stock], [row]] = read;
  const [moved, joined, [late]] = [read[10], read[11], read[12]];
  if (!toDo || !people || !held || !cash || !shelf || !parked || !inbox || !stock || !row)
    throw new Error('an aggregate gave no row');
  const { oldestToShipAtMs, ...waiting } = toDo;
  return {
    ...waiting,
    oldestToShipAt: isoOrNull(oldestToShipAtMs),
    ...people,
    ...held,
    ...cash,
    ...shelf,
    hasProgramme: programme !== undefined,
    ...parked,
    ...inbox,
    ...stock,
    isDemo: ctx.config.demoShops.some((slug) => slug === ctx.tenant.slug),
    marginPercent: onboardingOf(row.onboarding).marginPercent,
    audit: audit && { at: new Date(audit.atMs).toISOString(), findings: audit.findings },
    dataUntil: isoOrNull(late?.missingAtMs ? (late.newestAtMs ?? late.missingAtMs) : null),
    recent: newest([...moved, ...joined]).map(({ row, memberName, memberNumber }) => ({
      id: `${row.objectId}:${row.epoch}:${row.seq}`,
      type: row.type,
      at: new Date(row.atMs).toISOString(),
      memberId: row.objectId,
      memberName: memberName || null,
      memberNumber,
      points: row.points,
      redemptionId: whyOf(row).redemptionId,
      cash: cashBeside(row),
    })),
  };
}

type Told = { row: Pick<JournalRow, 'atMs' | 'seq'> & { objectId: string } };

function newest<Event extends Told>(events: Event[]): Event[] {
  return events
    .toSorted(
      ({ row: one }, { row: other }) =>
        other.atMs - one.atMs || other.objectId.localeCompare(one.objectId) || other.seq - one.seq,
    )
    .slice(0, RECENT_EVENTS);
}

/** The cash that moves with points which were redeemed or given back. */
function cashBeside({
  type,
  body,
}: Pick<JournalRow, 'type' | 'body'>): { amountMinor: number; currency: string } | null {
  const { payment } = (body.redemption ?? {}) as { payment?: PaymentView };
  if (payment === undefined) return null;
  if (type === 'points.redeemed') return payment.received;
  if (type !== 'points.returned') return null;
  const back = payment.refunds.filter(({ because }) => because === 'cancelled');
  const amountMinor = back.reduce((sum, each) => sum + each.amountMinor, 0);
  return amountMinor > 0 ? { amountMinor, currency: payment.currency } : null;
}
