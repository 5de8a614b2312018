import type { JournalRow } from '../journal.ts';
import { type WantedLetter, wantedLetter } from '../letter.ts';
import type { RedemptionState, RedemptionView } from '../redemption/redemption.ts';
import type { RowOrigin } from './projected.ts';

type Told = Pick<RedemptionView, 'redemptionId' | 'state' | 'trackingNumber' | 'timeline' | 'payment'>;

/**
 * What a journal row has to tell the member by letter; nothing where it is the machine's own affair or
 * she stood in front of the page. The order of rows does not matter: each names its own letters.
 */
export function lettersOf({ kind, objectId }: RowOrigin, { body }: JournalRow): WantedLetter[] {
  const told = body.redemption as Told | undefined;
  if (kind !== 'account' || told === undefined) return [];
  const wanted = (letter: WantedLetter['kind'], part: string | null = null) =>
    wantedLetter(letter, objectId, told.redemptionId, part);
  const refunds = ENDED.has(told.state) ? [] : (told.payment?.refunds ?? []);
  const refunded = refunds.filter(({ state }) => state === 'succeeded');
  return [
    ...lettersOfState(told, wanted),
    ...refunded.map(({ refundKey }) => wanted('order_refunded', refundKey)),
  ];
}

/** Their own letter says what came back. */
const ENDED: ReadonlySet<RedemptionState> = new Set(['cancelling', 'cancelled', 'undoing', 'undone']);

function lettersOfState(
  { state, trackingNumber, timeline }: Told,
  wanted: (kind: WantedLetter['kind'], part?: string | null) => WantedLetter,
): WantedLetter[] {
  switch (state) {
    case 'confirmed':
    case 'issued':
      return [wanted('order_confirmed')];
    case 'shipped':
      // Another number is another parcel to look for.
      return [wanted('order_shipped', trackingNumber)];
    case 'ready':
      return [wanted('order_ready')];
    case 'received':
      // What was sent has its own letter; what was put into her hand she is given a receipt for.
      return timeline.some((step) => step.state === 'shipped') ? [] : [wanted('order_handed_over')];
    case 'cancelled':
      return [wanted('order_cancelled')];
    case 'undone':
      // What failed while she looked on she has read; what was let go unpaid she may not have.
      return timeline.some((step) => step.state === 'awaiting_payment') ? [wanted('order_cancelled')] : [];
    default:
      return [];
  }
}

/** Whether what a letter tells is still how things stand; a later letter says the rest. */
export function isStillSo(
  { kind, part }: Pick<WantedLetter, 'kind' | 'part'>,
  { state, trackingNumber }: Pick<RedemptionView, 'state' | 'trackingNumber'>,
): boolean {
  switch (kind) {
    case 'order_confirmed':
      return !ENDED.has(state) && !['shipped', 'ready', 'received'].includes(state);
    case 'order_shipped':
      return !ENDED.has(state) && part === trackingNumber;
    case 'order_ready':
      return state === 'ready';
    case 'order_handed_over':
      return state === 'received';
    case 'order_cancelled':
      return ENDED.has(state);
    default:
      return true;
  }
}
