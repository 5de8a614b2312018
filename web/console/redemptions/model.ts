import type { DeliveryAddress, RedemptionState } from '../../../src/account/contract.ts';
import type { RedemptionTab } from './search.ts';

/** What staff can do with a redemption in its state, the likeliest first. */
export type Action = 'prepare' | 'ship' | 'receive' | 'cancel' | 'answerCancel';

export function actionsFor(redemption: {
  state: RedemptionState;
  cancelRequest: { state: 'open' | 'accepted' | 'declined' } | null;
}): Action[] {
  const asked = redemption.cancelRequest?.state === 'open';
  switch (redemption.state) {
    case 'awaiting_payment':
      return ['cancel'];
    case 'confirmed':
      return ['prepare', 'ship', 'cancel'];
    case 'in_fulfilment':
      return asked ? ['answerCancel', 'ship'] : ['ship'];
    case 'shipped':
      return asked ? ['answerCancel', 'receive'] : ['receive'];
    default:
      return [];
  }
}

/** The states that a tab lists, as the API names them; null lists everything. */
export function stateOfTab(tab: RedemptionTab): string | null {
  switch (tab) {
    case 'to_ship':
      return 'confirmed';
    case 'cancel_requests':
      return 'cancel_requests';
    case 'all':
      return null;
    default:
      return tab;
  }
}

/** How many redemptions stand behind a tab; null where the server does not say. */
export function countOfTab(tab: RedemptionTab, counts: Record<string, number>): number | null {
  const state = stateOfTab(tab);
  return state === null ? null : (counts[state] ?? 0);
}

/** Whether it has waited so long that it should be seen first. */
export function isLate(state: RedemptionState, createdAtMs: number, nowMs: number): boolean {
  return (state === 'confirmed' || state === 'in_fulfilment') && nowMs - createdAtMs > LATE_MS;
}

const HOUR_MS = 3_600_000;
const LATE_MS = 48 * HOUR_MS;

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

type Step = { state: RedemptionState; at: string };
type ToldStep = Step & { told: 'redeemed' | RedemptionState };

/**
 * The timeline as people tell it: reserving and deciding are one moment, in which the member
 * redeemed. A redemption that stands in such a step keeps it, so that waiting is not hidden.
 */
export function toldTimeline(timeline: readonly Step[]): ToldStep[] {
  return timeline.flatMap((step, position): ToldStep[] => {
    if (position === 0) return [{ ...step, told: 'redeemed' }];
    const passing = ['reserving', 'awaiting_payment', 'committing', 'undoing', 'cancelling'].includes(
      step.state,
    );
    return passing && position < timeline.length - 1 ? [] : [{ ...step, told: step.state }];
  });
}
