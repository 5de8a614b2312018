import type { RedemptionView } from '../../account/contract.ts';
import type { Context } from '../../context.ts';
import { type Parcel, type ParcelRowFault, parcelStanding } from '../../domain/redemption/parcel-row.ts';
import { readNumber } from '../../domain/redemption/redemption-number.ts';
import { type Result, succeed } from '../../lib/result.ts';
import { shipRedemption } from './fulfil-redemption.ts';
import { inTurn } from './in-turn.ts';
import { selectRedemptionsByNumber } from './queries.ts';

/** A redemption by the number that stands on its pick list, and the parcel that it went with. */
export type ParcelRow = Parcel & { number: string };
export type ParcelRowAnswer = {
  outcome: 'ready' | 'shipped' | 'already' | 'refused';
  fault: ParcelRowFault | null;
  redemption: RedemptionView | null;
};

const AT_ONCE = 8;

/**
 * Sends off what a list names, each row by itself: a row is shipped or refused, never half, and no row
 * waits for another. With `dryRun` nothing is written and it is told what would happen. Sent again, also
 * under a new key, rows that were shipped answer `already`.
 */
export async function shipParcels({
  ctx,
  input: { rows, dryRun, key },
}: {
  ctx: Context;
  input: { rows: readonly ParcelRow[]; dryRun: boolean; key: string };
}): Promise<Result<ParcelRowAnswer[]>> {
  const numbers = rows.map(({ number }) => readNumber(number));
  const asked = [...new Set(numbers.filter((number) => number !== null))];
  const [found] = await ctx.db.batch(ctx.tenant.id, [selectRedemptionsByNumber(ctx, asked)]);
  const known = new Map(found.map(({ number, body, delivery }) => [number, { ...body, delivery }]));
  const answers = await inTurn(rows, AT_ONCE, async (row, position): Promise<ParcelRowAnswer> => {
    const number = numbers[position] ?? null;
    const redemption = number === null ? undefined : known.get(number);
    if (redemption === undefined) return refusedRow('unknown_number', null);
    if (numbers.indexOf(number) < position) return refusedRow('repeated', redemption);
    const standing = parcelStanding(redemption, row);
    // What stands otherwise in the projection may have moved a moment ago: the account has the word.
    if (dryRun || standing === 'already' || standing === 'cancel_asked') return told(standing, redemption);
    return shipRow(ctx, redemption, { ...row, key });
  });
  return succeed(answers);
}

async function shipRow(
  ctx: Context,
  redemption: RedemptionView,
  { carrier, trackingNumber, key }: Parcel & { key: string },
): Promise<ParcelRowAnswer> {
  const { memberId, redemptionId } = redemption;
  const sent = await shipRedemption({
    ctx,
    input: { memberId, redemptionId, carrier, trackingNumber, key: `${key}/${redemptionId}` },
  });
  if (sent.ok) return { outcome: 'shipped', fault: null, redemption: sent.value };
  if (sent.refusal.code !== 'wrong_state') return refusedRow('unknown_number', redemption);
  const now = await ctx.accounts.of(memberId).getRedemption(redemptionId);
  const standing = parcelStanding(now.ok ? now.value : redemption, { carrier, trackingNumber });
  return told(standing === 'ready' ? 'busy' : standing, now.ok ? now.value : redemption);
}

function told(standing: ReturnType<typeof parcelStanding>, redemption: RedemptionView): ParcelRowAnswer {
  return standing === 'ready' || standing === 'already'
    ? { outcome: standing, fault: null, redemption }
    : refusedRow(standing, redemption);
}

function refusedRow(fault: ParcelRowFault, redemption: RedemptionView | null): ParcelRowAnswer {
  return { outcome: 'refused', fault, redemption };
}
