/**
 * Where a shop stands with Stripe. `none`: no account was ever asked for. `onboarding`: Stripe still
 * waits for the shop's details. `restricted`: Stripe waits for something or checks something; cards may
 * go on meanwhile (`chargesEnabled`). `disabled`: Stripe has ended it. `deauthorised`: the shop, or
 * Stripe, has taken its account away from this platform.
 */
export const CONNECT_STATES = [
  'none',
  'onboarding',
  'enabled',
  'restricted',
  'disabled',
  'deauthorised',
] as const;
export type ConnectState = (typeof CONNECT_STATES)[number];

/** What Stripe still wants, by Stripe's own names (`external_account`, `individual.dob.day`, …). */
export type AccountRequirements = {
  /** Everything to hand in now, what is late included. */
  due: string[];
  /** Handed in and being checked: nothing to do. */
  pending: string[];
  /** When what is due becomes late and Stripe stops payments or payouts. */
  deadlineMs: number | null;
};

/** What Stripe says of an account, reduced to what is decided by it. */
export type AccountReport = {
  /** Cards can be charged on it now. */
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  detailsSubmitted: boolean;
  disabledReason: string | null;
  requirements: AccountRequirements;
};

/** Reasons after which nothing that the shop hands in opens the account again. */
const ENDED = /^(rejected\.|platform_paused$)/;

/** The state that an account is in by what Stripe says of it. */
export function connectStateOf(report: AccountReport): ConnectState {
  const { chargesEnabled, payoutsEnabled, detailsSubmitted, disabledReason, requirements } = report;
  if (disabledReason !== null && ENDED.test(disabledReason)) return 'disabled';
  if (!detailsSubmitted) return 'onboarding';
  const whole = chargesEnabled && payoutsEnabled && disabledReason === null;
  return whole && requirements.due.length === 0 ? 'enabled' : 'restricted';
}

/** Whether cards are offered to members: Stripe lets the account charge, and it is still ours to use. */
export function takesCards({ state, chargesEnabled }: { state: ConnectState; chargesEnabled: boolean }) {
  return chargesEnabled && (state === 'enabled' || state === 'restricted');
}
