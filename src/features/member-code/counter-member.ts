import type { Context } from '../../context.ts';
import { isBirthdayMonth } from '../../domain/birthday.ts';
import { tenantDay } from '../../domain/calendar.ts';
import { maskedContact } from '../../domain/large-redemption.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoOrNull } from '../../lib/instant.ts';
import { onAccount } from '../members/open-account.ts';
import type { MemberRow } from '../members/queries.ts';
import { countWaiting, selectLastVisits } from './queries.ts';
import type { CounterMember } from './schemas.ts';

/**
 * Members as the counter shows them: points as their accounts have them at this moment, vouchers and
 * the last visit as the projection heard, up to seconds late.
 */
export async function counterMembers(ctx: Context, rows: MemberRow[]): Promise<CounterMember[]> {
  const ids = rows.map(({ id }) => id);
  const [[waiting, visits], balances] = await Promise.all([
    ctx.db.batch(ctx.tenant.id, [countWaiting(ctx, ids, ctx.clock.nowMs()), selectLastVisits(ctx, ids)]),
    Promise.all(rows.map(({ id }) => balancesOf(ctx, id))),
  ]);
  const today = tenantDay(ctx.clock.nowMs(), ctx.tenant.timeZone);
  return rows.map((row, position) => ({
    memberId: row.id,
    number: row.number,
    displayName: row.displayName,
    phoneMasked: row.phone && maskedContact(row.phone),
    tier: null,
    availablePoints: balances[position]?.availablePoints ?? 0,
    pendingPoints: balances[position]?.pendingPoints ?? 0,
    birthdayThisMonth: isBirthdayMonth(row.birthday, today),
    openVouchers: waiting.find(({ memberId }) => memberId === row.id)?.vouchers ?? 0,
    openPickUps: waiting.find(({ memberId }) => memberId === row.id)?.pickUps ?? 0,
    lastVisitAt: isoOrNull(visits.find(({ memberId }) => memberId === row.id)?.atMs ?? null),
    joinedAt: new Date(row.createdAtMs).toISOString(),
    state: row.state,
  }));
}

/** Unknown is not zero: an account that is away leaves the counter without an answer, not with a 0. */
async function balancesOf(ctx: Context, memberId: string) {
  const overview = await onAccount(ctx, memberId, (account) => account.overview());
  if (!overview.ok) throw new AppError('unavailable', {}, { cause: overview.refusal });
  return overview.value.balances;
}
