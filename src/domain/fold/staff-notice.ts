import type { JournalRow } from '../journal.ts';
import type { PaymentView, Refund } from '../payment/payment.ts';
import type { RedemptionView } from '../redemption/redemption.ts';
import { type StaffEvent, staffEvent } from '../staff-notice.ts';
import type { StockLevel } from '../stock/level.ts';
import { SAFETY_UNITS } from '../stock/stock-band.ts';
import type { RowOrigin } from './projected.ts';

type Told = Pick<RedemptionView, 'redemptionId' | 'state' | 'pickUp' | 'cancelRequest' | 'payment'>;
type Level = Pick<StockLevel, 'unlimited' | 'availableUnits' | 'stockedUnits'>;

/**
 * What a journal row asks of the staff. The order of rows does not matter: each names its own events, and
 * one that stays so over many rows has one name in all of them.
 */
export function staffEventsOf({ kind, objectId }: RowOrigin, { type, body }: JournalRow): StaffEvent[] {
  const redemption = body.redemption as Told | undefined;
  if (kind === 'account' && redemption !== undefined)
    return partsOf(redemption).map(([what, part]) =>
      staffEvent(what, redemption.redemptionId, { memberId: objectId, part }),
    );
  // What somebody of the shop sets herself is no news to it.
  if (type !== 'stock.reserved') return [];
  const level = body.level as Level | undefined;
  const part = level && bandOf(level);
  return part ? [staffEvent('stock', objectId, { part: `${part}/${level.stockedUnits}` })] : [];
}

/** Whether an event of a redemption still waits for somebody. */
export function waitsStill({ kind, part }: Pick<StaffEvent, 'kind' | 'part'>, told: Told): boolean {
  return partsOf(told).some(([what, which]) => what === kind && which === part);
}

function partsOf({ state, pickUp, cancelRequest, payment }: Told) {
  const refunds = (payment?.refunds ?? []).filter((refund) => isForStaff(refund, payment?.method));
  return [
    ...(state === 'confirmed' ? [[pickUp ? 'to_hand_over' : 'to_ship', null] as const] : []),
    ...(cancelRequest?.state === 'open'
      ? [['after_sales', `cancel/${cancelRequest.requestedAtMs}`] as const]
      : []),
    ...refunds.map(({ refundKey }) => ['after_sales', `refund/${refundKey}`] as const),
  ];
}

/** Stripe looks after refunds that are under way; those at the counter are the staff's from the first. */
function isForStaff({ state, because }: Refund, method: PaymentView['method'] | undefined): boolean {
  return (state === 'failed' && because !== 'outside') || (state === 'requested' && method === 'counter');
}

/** How a stock stands that the shop should think of; null where there is enough. */
export function bandOf({ unlimited, availableUnits }: Omit<Level, 'stockedUnits'>): 'low' | 'out' | null {
  if (unlimited || availableUnits > SAFETY_UNITS) return null;
  return availableUnits > 0 ? 'low' : 'out';
}
