import { actorRef, type Context } from '../../context.ts';
import type { BranchRef } from '../../domain/actor.ts';
import { momentOfWallTime, startOfDayAfter, tenantDay } from '../../domain/calendar.ts';
import { type Result, refuse, succeed } from '../../lib/result.ts';
import { selectRole } from '../staff/queries.ts';
import { grantLines } from './grant-lines.ts';
import { nameStaff } from './name-staff.ts';
import { selectGrants, sumActs, sumGrantsOfDay } from './queries.ts';
import type { Slip } from './schemas.ts';
import { sumTakenBack } from './taken-back-queries.ts';

const LINES_MAX = 500;

type Sums = Omit<Slip['staff'][number], 'staffId' | 'name'>;
type Branch = Slip['branches'][number];
const NOTHING: Sums = {
  grants: 0,
  amountMinor: 0,
  points: 0,
  undone: 0,
  redemptions: 0,
  vouchersUsed: 0,
  cashTakenMinor: 0,
  takenBackMinor: 0,
  takenBackPoints: 0,
};

/**
 * What was done at the counter on one day of the shop, by person: a clerk sees her own, others
 * everybody's. A grant belongs to the day on which it was sold, whenever it was synchronised; what is taken
 * back, by a refund or by undoing a grant of an earlier day, belongs to the day on which that happened and to
 * whoever did it. So a slip that was read at its day's end says the same ever after.
 */
export async function getSlip({
  ctx,
  input,
}: {
  ctx: Context;
  input: { day: string | undefined; staffId: string | undefined };
}): Promise<Result<Slip>> {
  const { timeZone } = ctx.tenant;
  const day = input.day ?? tenantDay(ctx.clock.nowMs(), timeZone);
  const noonMs = momentOfWallTime(`${day}T12:00`, timeZone);
  if (noonMs === null) return refuse({ code: 'invalid_input', field: 'day', reason: 'not_a_day' });
  const isClerk = ctx.actor.kind === 'staff' && ctx.actor.role === 'clerk';
  const staffId = isClerk ? actorRef(ctx.actor).id : (input.staffId ?? null);
  const span = { fromMs: startOfDayAfter(noonMs, 0, timeZone), toMs: startOfDayAfter(noonMs, 1, timeZone) };
  const [sums, acts, back, rows] = await ctx.db.batch(ctx.tenant.id, [
    sumGrantsOfDay(ctx, { day, toMs: span.toMs, staffId }),
    sumActs(ctx, { ...span, staffId }),
    sumTakenBack(ctx, { day, ...span, staffId }),
    selectGrants(ctx, { of: { day }, staffId, limit: LINES_MAX }),
  ]);
  const parts = [
    ...sums.map(({ staffId: by, branch, ...sum }) => ({ by, branch, sum })),
    ...acts.map(actSums),
    ...back.rows.map(({ staffId: by, branch, ...sum }) => ({ by, branch, sum })),
  ];
  const people = new Map<string, Sums>();
  // Whoever asks for a clerk's slip, or for her own, sees a line of noughts on a quiet day.
  if (staffId !== null && (await isOfStaff(ctx, staffId))) people.set(staffId, NOTHING);
  for (const { by, sum } of parts) people.set(by, added(people.get(by), sum));
  const [names, lines] = await Promise.all([nameStaff(ctx, [...people.keys()]), grantLines(ctx, rows)]);
  const staff = [...people].map(([id, own]) => ({ staffId: id, name: names.get(id) ?? null, ...own }));
  staff.sort((one, other) => other.points - one.points || (one.staffId < other.staffId ? -1 : 1));
  const given = sums.reduce((total, { grants, undone }) => total + grants + undone, 0);
  return succeed({
    day,
    staff,
    branches: byBranch(parts),
    lines,
    linesLeftOut: Math.max(0, given - lines.length),
  });
}

type Part = { by: string; branch: BranchRef | null; sum: Partial<Sums> };
type ActSum = Awaited<ReturnType<typeof sumActs>>[number];

/** Redeemed in a member's name, or handed over to one who redeemed by herself: never both of one. */
function actSums({ staffId, branch, action, count, amountMinor }: ActSum): Part {
  const of = (sum: Partial<Sums>) => ({ by: staffId, branch, sum });
  if (action === 'redemptions.take_voucher') return of({ vouchersUsed: count });
  return of(action === 'redemptions.take_cash' ? { cashTakenMinor: amountMinor } : { redemptions: count });
}

function added(before: Sums | undefined, more: Partial<Sums>): Sums {
  const keys = Object.keys(NOTHING) as (keyof Sums)[];
  return Object.fromEntries(keys.map((key) => [key, (before?.[key] ?? 0) + (more[key] ?? 0)])) as Sums;
}

/** One that was renamed during the day is one branch, by the name that is met last. */
function byBranch(parts: readonly Part[]): Branch[] {
  if (parts.every(({ branch }) => branch === null)) return [];
  const branches = new Map<string | null, Branch>();
  for (const { branch, sum } of parts) {
    const branchId = branch?.id ?? null;
    branches.set(branchId, { branchId, name: branch?.name ?? null, ...added(branches.get(branchId), sum) });
  }
  return [...branches.values()].sort((one, other) => other.points - one.points || 0);
}

/** Names of people are kept across shops: only whom the shop's own rows or its staff list name is named. */
async function isOfStaff(ctx: Context, userId: string): Promise<boolean> {
  const isOwn = ctx.actor.kind === 'staff' && ctx.actor.userId === userId;
  return isOwn || (await selectRole(ctx.authDb, ctx.tenant.id, userId)) !== null;
}
