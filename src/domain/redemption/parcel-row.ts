import type { RedemptionView } from './redemption.ts';

export type Parcel = { carrier: string; trackingNumber: string };

/** Why a row of a list of parcels is not sent; each is said with what to do about it. */
export const PARCEL_ROW_FAULTS = [
  /** No redemption of this shop has the number. */
  'unknown_number',
  /** The number stood in an earlier row of the same list. */
  'repeated',
  /** A voucher, or what she picks up. */
  'nothing_to_send',
  /** Its cash has not come. */
  'not_paid',
  /** She asked to cancel: whoever sends it without an answer would decline by the way. */
  'cancel_asked',
  'cancelled',
  /** Under another number, or by hand: the parcel's own page corrects it. */
  'sent_otherwise',
  /** Between two states; a moment later it can be told. */
  'busy',
] as const;
export type ParcelRowFault = (typeof PARCEL_ROW_FAULTS)[number];

const SENDABLE: ReadonlySet<RedemptionView['state']> = new Set(['confirmed', 'in_fulfilment', 'received']);

/** Whether a redemption can be sent with this parcel, was sent with it before, or why it is not. */
export function parcelStanding(
  { state, pickUp, cancelRequest, carrier, trackingNumber }: Standing,
  parcel: Parcel,
): 'ready' | 'already' | ParcelRowFault {
  if (pickUp && SENDABLE.has(state)) return 'nothing_to_send';
  switch (state) {
    case 'confirmed':
    case 'in_fulfilment':
      return cancelRequest?.state === 'open' ? 'cancel_asked' : 'ready';
    case 'shipped':
    case 'received':
      return carrier === parcel.carrier && trackingNumber === parcel.trackingNumber
        ? 'already'
        : 'sent_otherwise';
    case 'awaiting_payment':
      return 'not_paid';
    case 'ready':
    case 'issued':
    case 'used':
    case 'expired':
      return 'nothing_to_send';
    case 'undoing':
    case 'undone':
    case 'cancelling':
    case 'cancelled':
      return 'cancelled';
    case 'reserving':
    case 'committing':
      return 'busy';
  }
}

type Standing = Pick<RedemptionView, 'state' | 'pickUp' | 'cancelRequest' | 'carrier' | 'trackingNumber'>;
