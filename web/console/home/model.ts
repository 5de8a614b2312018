import { ONBOARDING_STEPS, type Onboarding } from '../../../src/domain/onboarding/onboarding.ts';
import type { Shop } from '../session/session.ts';
import type { Home } from './api.ts';

/** What is left to do before members can come: each with whether it is done. */
export type OpeningStep = { step: 'email' | 'programme' | 'reward' | 'open'; done: boolean };

/** Steps in their order; opening needs the proved address alone, the others are only wise. */
export function openingSteps(
  emailVerified: boolean,
  shop: Pick<Shop, 'state'>,
  home: Pick<Home, 'liveRewards' | 'hasProgramme'>,
): OpeningStep[] {
  return [
    { step: 'email', done: emailVerified },
    { step: 'programme', done: home.hasProgramme },
    { step: 'reward', done: home.liveRewards > 0 },
    { step: 'open', done: shop.state === 'open' },
  ];
}

/** What members would miss if the mall opened now. */
export function missingAtOpening(steps: readonly OpeningStep[]): ('programme' | 'reward')[] {
  const wise = ['programme', 'reward'] as const;
  return wise.filter((step) => steps.some((each) => each.step === step && !each.done));
}

/** The lists with something in them, the most pressing first. */
export type ToDo = {
  list:
    | 'refunds'
    | 'to_ship'
    | 'cancel_requests'
    | 'questions'
    | 'missing_points'
    | 'nearly_gone'
    | 'issued'
    | 'awaiting_payment'
    | 'in_fulfilment';
  count: number;
};

export function toDos(
  home: Pick<
    Home,
    | 'refunds'
    | 'toShip'
    | 'cancelRequests'
    | 'openQuestions'
    | 'missingPoints'
    | 'nearlyGone'
    | 'counterPayments'
    | 'vouchersToVerify'
    | 'inFulfilment'
  >,
): ToDo[] {
  const lists: ToDo[] = [
    { list: 'refunds', count: home.refunds },
    { list: 'to_ship', count: home.toShip },
    { list: 'cancel_requests', count: home.cancelRequests },
    { list: 'questions', count: home.openQuestions },
    { list: 'missing_points', count: home.missingPoints },
    { list: 'awaiting_payment', count: home.counterPayments },
    { list: 'issued', count: home.vouchersToVerify },
    { list: 'in_fulfilment', count: home.inFulfilment },
    { list: 'nearly_gone', count: home.nearlyGone },
  ];
  return lists.filter(({ count }) => count > 0);
}

const EVENT_WORDS = {
  'points.earned': 'earned',
  'points.adjusted': 'adjusted',
  'points.redeemed': 'redeemed',
  'points.returned': 'returned',
  'points.expired': 'expired',
  'points.clawed_back': 'clawedBack',
  'points.written_off': 'writtenOff',
  'account.opened': 'joined',
} as const;

export type EventWords = (typeof EVENT_WORDS)[keyof typeof EVENT_WORDS];

/** The sentence of an event; null for what only the books care about. */
export function eventWords(type: string): EventWords | null {
  return Object.hasOwn(EVENT_WORDS, type) ? EVENT_WORDS[type as keyof typeof EVENT_WORDS] : null;
}

/** Whether the steps to an open mall were told anything that only they put on the shelf. */
export function hasBegun({ step, picks }: Pick<Onboarding, 'step' | 'picks'>): boolean {
  return step !== ONBOARDING_STEPS[0] || Object.keys(picks).length > 0;
}
