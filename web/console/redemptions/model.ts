import type { DeliveryAddress, RedemptionState } from '../../../src/account/contract.ts';
import { COUNTED_MAX } from '../../../src/domain/list-bounds.ts';
import { PICK_UP_WAITS } from '../../../src/domain/redemption/redemption.ts';
import type { Redemption, RedemptionFilter } from './api.ts';
import { type RedemptionListName, tabOf } from './search.ts';

/** What staff can do with a redemption in its state, the likeliest first. */
export type Action =
  | 'prepare'
  | 'ship'
  | 'markReady'
  | 'handOver'
  | 'receive'
  | 'correctParcel'
  | 'takeVoucher'
  | 'cancel'
  | 'answerCancel';

export function actionsFor(redemption: {
  state: RedemptionState;
  /** She fetches it in the shop: it lies ready, and is never sent. */
  pickUp: boolean;
  cancelRequest: { state: 'open' | 'accepted' | 'declined' } | null;
}): Action[] {
  const asked = redemption.cancelRequest?.state === 'open';
  if (redemption.pickUp && PICK_UP_WAITS.includes(redemption.state)) {
    const ready: Action[] = redemption.state === 'ready' ? ['handOver'] : ['markReady', 'handOver'];
    return asked ? ['answerCancel', ...ready] : [...ready, 'cancel'];
  }
  switch (redemption.state) {
    case 'awaiting_payment':
      return ['cancel'];
    case 'confirmed':
      return ['prepare', 'ship', 'cancel'];
    case 'in_fulfilment':
      return asked ? ['answerCancel', 'ship'] : ['ship', 'cancel'];
    case 'shipped':
      return ['receive', 'correctParcel'];
    case 'issued':
      return asked ? ['answerCancel', 'takeVoucher'] : ['takeVoucher', 'cancel'];
    default:
      return [];
  }
}

/** What the API is asked for: a list's own name, and nothing where it lists everything. */
export function filterOf(list: RedemptionListName, search: string | undefined): RedemptionFilter {
  const worked = search === undefined && ['to_ship', 'after_sales', 'awaiting_payment'].includes(tabOf(list));
  return {
    ...(list !== 'all' && { state: list }),
    ...(search !== undefined && { search }),
    // Work is done in the order in which it came.
    ...(worked && { order: 'oldest' as const }),
  };
}

/** How many redemptions a list holds; null where nobody would count them. */
export function countOfList(list: RedemptionListName, counts: Record<string, number>): number | null {
  return list === 'all' ? null : (counts[list] ?? 0);
}

/** A count as a badge shows it: a list is counted up to a thousand. */
export function shownCount(count: number): string {
  return count >= COUNTED_MAX ? `${COUNTED_MAX - 1}+` : String(count);
}

/** Whether it can be ticked for the pick list: to be sent, and nobody waits for an answer about it. */
export function isToSend(redemption: Parameters<typeof actionsFor>[0]): boolean {
  const asked = redemption.cancelRequest?.state === 'open';
  return !asked && actionsFor(redemption).includes('ship');
}

/** What lies in all of them together, the most first: what somebody takes from the shelf. */
export function unitsToPick<Line extends Pick<Redemption['lines'][number], 'rewardId' | 'quantity'>>(
  redemptions: readonly { lines: readonly Line[] }[],
): { line: Line; units: number }[] {
  const picked = new Map<string, { line: Line; units: number }>();
  for (const line of redemptions.flatMap(({ lines }) => lines)) {
    const units = (picked.get(line.rewardId)?.units ?? 0) + line.quantity;
    picked.set(line.rewardId, { line, units });
  }
  return [...picked.values()].toSorted((a, b) => b.units - a.units);
}

/** Whether it has waited so long that it should be seen first. */
export function isLate(state: RedemptionState, createdAtMs: number, nowMs: number): boolean {
  return (state === 'confirmed' || state === 'in_fulfilment') && nowMs - createdAtMs > LATE_MS;
}

const HOUR_MS = 3_600_000;
const LATE_MS = 48 * HOUR_MS;

/** What became of the points, as a message. */
export function pointsTold(state: RedemptionState): 'paid' | 'kept' | 'givenBack' {
  if (state === 'undoing' || state === 'undone' || state === 'cancelled') return 'givenBack';
  return state === 'reserving' || state === 'awaiting_payment' ? 'kept' : 'paid';
}

/** Whether cash is still to come or on its way back. */
export function waitsForCash({ state, payment }: Pick<Redemption, 'state' | 'payment'>): boolean {
  const goesBack = payment?.refunds.some(({ state: at }) => at === 'requested' || at === 'pending') ?? false;
  return state === 'awaiting_payment' || goesBack;
}

/** How long ago, in the largest unit that still says something. */
export function ageOf(atMs: number, nowMs: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const minutes = Math.max(0, Math.floor((nowMs - atMs) / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? { unit: 'hours', count: hours } : { unit: 'days', count: Math.floor(hours / 24) };
}

/** The address in the order that its country writes it: largest part first in Chinese. */
export function addressLines(delivery: DeliveryAddress): { person: string; place: string } {
  const { region, city, line1, line2, postalCode, country } = delivery;
  const largestFirst = ['CN', 'TW', 'HK', 'MO', 'JP', 'KR'].includes(country);
  const place = largestFirst
    ? [`${region}${region === city ? '' : city}${line1}`, line2, postalCode]
    : [line1, line2, `${city}${region && region !== city ? `, ${region}` : ''}`, postalCode, country];
  return {
    person: `${delivery.recipientName} ${delivery.phone}`,
    place: place.filter(Boolean).join(largestFirst ? ' ' : ', '),
  };
}

/** What stands on a parcel's label, to be copied in one go. */
export function labelText(delivery: DeliveryAddress): string {
  const { person, place } = addressLines(delivery);
  return `${person}\n${place}`;
}

/** Who did what a step tells; null where the account did it by itself, or nobody noted who. */
export function sideOf(told: Told, cancelledBy: Redemption['cancelledBy']): 'member' | 'shop' | null {
  switch (told) {
    case 'redeemed':
    case 'asked':
      return 'member';
    case 'accepted':
    case 'declined':
    case 'in_fulfilment':
    case 'shipped':
    case 'handedOver':
    case 'used':
      return 'shop';
    case 'undoing':
    case 'undone':
    case 'cancelling':
    case 'cancelled':
      if (cancelledBy?.kind === 'member') return 'member';
      return cancelledBy?.kind === 'staff' || cancelledBy?.kind === 'api' ? 'shop' : null;
    default:
      return null;
  }
}

type Told = 'redeemed' | 'asked' | 'accepted' | 'declined' | 'handedOver' | RedemptionState;
/** One moment of a redemption as people tell it, with what was said then. */
type ToldStep = { told: Told; at: string; note: string | null };

type Story = Pick<Redemption, 'state' | 'timeline' | 'cancelRequest' | 'shopReason'>;

/**
 * The timeline as people tell it: reserving and deciding are one moment, in which the member
 * redeemed; her request to cancel and its answer stand between the states. A redemption that stands
 * in a passing step keeps it, so that waiting is not hidden.
 */
export function toldTimeline({ state, timeline, cancelRequest, shopReason }: Story): ToldStep[] {
  const isSent = timeline.some((step) => step.state === 'shipped');
  const isCancelled = state === 'cancelling' || state === 'cancelled';
  const states = timeline.flatMap((step, position): ToldStep[] => {
    if (position === 0) return [{ told: 'redeemed', at: step.at, note: null }];
    const passing = ['reserving', 'awaiting_payment', 'committing', 'undoing', 'cancelling'].includes(
      step.state,
    );
    // A voucher is confirmed and issued in one moment.
    const issued = step.state === 'confirmed' && timeline[position + 1]?.state === 'issued';
    if (issued || (passing && position < timeline.length - 1)) return [];
    const told = step.state === 'received' && !isSent ? 'handedOver' : step.state;
    const ends = ['undoing', 'undone', 'cancelling', 'cancelled'].includes(step.state);
    return [{ told, at: step.at, note: ends ? shopReason : null }];
  });
  if (cancelRequest === null) return states;
  const { requestedAt, answeredAt, reason, declinedBefore } = cancelRequest;
  const before = declinedBefore.flatMap((each): ToldStep[] => [
    { told: 'asked', at: each.requestedAt, note: null },
    ...(each.answeredAt === null ? [] : [{ told: 'declined' as const, at: each.answeredAt, note: null }]),
  ]);
  const asked: ToldStep = { told: 'asked', at: requestedAt, note: reason };
  const answer: ToldStep[] =
    answeredAt === null || cancelRequest.state === 'open'
      ? []
      : [{ told: cancelRequest.state, at: answeredAt, note: isCancelled ? null : shopReason }];
  // Equal times keep their order: an answer comes before the state that it led to.
  return [...before, asked, ...answer, ...states].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
