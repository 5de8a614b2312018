import type { Locale } from '../../../src/domain/locale.ts';
import { COUNTRIES, homeCountryOf } from '../../../src/domain/payment/card-countries.ts';
import { takesCards } from '../../../src/domain/payment/connected-account.ts';
import { countryName } from '../../../src/messages/country-name.ts';
import type { PaymentSettings } from './api.ts';

/** What a merchant is told about online payment: one set of words and one next step each. */
export type Situation =
  | 'unavailable'
  | 'unconnected'
  | 'onboarding'
  | 'enabled'
  | 'due'
  | 'late'
  | 'payoutsHeld'
  | 'checking'
  | 'disabled'
  | 'deauthorised';

/** `choose` a country and connect; `goOn` or `handIn` at Stripe; `check` asks Stripe again; `none` is left. */
export type NextStep = 'choose' | 'goOn' | 'handIn' | 'check' | 'none';

export function situationOf(settings: PaymentSettings): Situation {
  const { cardsAvailable, state, due, chargesEnabled } = settings;
  if (!cardsAvailable) return 'unavailable';
  if (state === 'none') return 'unconnected';
  if (state !== 'restricted') return state;
  if (due.length > 0) return chargesEnabled ? 'due' : 'late';
  return chargesEnabled ? 'payoutsHeld' : 'checking';
}

const NEXT_STEPS: Record<Situation, NextStep> = {
  unavailable: 'none',
  unconnected: 'choose',
  onboarding: 'goOn',
  enabled: 'none',
  due: 'handIn',
  late: 'handIn',
  payoutsHeld: 'check',
  checking: 'check',
  disabled: 'check',
  deauthorised: 'choose',
};

export function nextStepOf(situation: Situation): NextStep {
  return NEXT_STEPS[situation];
}

/** Colour of the badge; its words say the same. */
export function toneOf(situation: Situation): 'good' | 'attention' | 'bad' | 'plain' {
  if (situation === 'enabled') return 'good';
  if (situation === 'late' || situation === 'disabled' || situation === 'deauthorised') return 'bad';
  return situation === 'unavailable' || situation === 'unconnected' ? 'plain' : 'attention';
}

/** Every country and region under its name, in the order of the reader's language. */
export function countryChoices(locale: Locale): { value: string; label: string }[] {
  const { compare } = new Intl.Collator(locale);
  return COUNTRIES.map((value) => ({ value, label: countryName(locale, value) })).sort((a, b) =>
    compare(a.label, b.label),
  );
}

/** The country to begin with: the one chosen before, else the one that the shop's currency belongs to. */
export function proposedCountry(chosen: string | null, currency: string): string | null {
  return chosen ?? homeCountryOf(currency);
}

/** "1.5%" of 150 basis points. */
export function feePercent(locale: Locale, basisPoints: number): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return percent.format(basisPoints / 10_000);
}

/** Whether members can pay by card. */
export function takesCardsNow(settings: CardState): boolean {
  return settings.cardsAvailable && takesCards(settings);
}

/** Whether members can pay the cash of a reward in any way. */
export function takesCash(settings: CardState & Pick<PaymentSettings, 'counterEnabled'>): boolean {
  return settings.counterEnabled || takesCardsNow(settings);
}

type CardState = Pick<PaymentSettings, 'cardsAvailable' | 'chargesEnabled' | 'state'>;
