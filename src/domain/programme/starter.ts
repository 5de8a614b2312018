import type { Programme, Rational } from './programme.ts';

const rate = (numerator: number, denominator: number): Rational => ({ numerator, denominator });
const nothing = rate(0, 1);

type Starter = Pick<Programme, 'baseRate' | 'categoryRates' | 'daysUntilEntry' | 'expiry'>;

const STARTERS: Record<string, Starter> = {
  /** ¥1 = 1 point (S55), clearance half (S118), entered a week after receipt. */
  clothing: {
    baseRate: rate(1, 1),
    categoryRates: [
      { category: 'clearance', rate: rate(1, 2) },
      { category: 'gift_card', rate: nothing },
      { category: 'freight', rate: nothing },
    ],
    daysUntilEntry: 7,
    expiry: { kind: 'end_of_next_year' },
  },
  /** ¥1 = 0.5 point at once; a top-up earns when it is consumed. */
  beauty: {
    baseRate: rate(1, 2),
    categoryRates: [{ category: 'top_up', rate: nothing }],
    daysUntilEntry: 0,
    expiry: { kind: 'rolling', days: 365 },
  },
  /** ¥10 = 1 point (S37), entered after the two weeks in which a course can be returned. */
  courses: {
    baseRate: rate(1, 10),
    categoryRates: [],
    daysUntilEntry: 14,
    expiry: { kind: 'rolling', days: 365 },
  },
  general: {
    baseRate: rate(1, 2),
    categoryRates: [
      { category: 'virtual', rate: rate(1, 10) },
      { category: 'electronics', rate: rate(1, 10) },
      { category: 'cars', rate: rate(1, 1000) },
    ],
    daysUntilEntry: 7,
    expiry: { kind: 'end_of_next_year' },
  },
};

/** The rules that a new shop of the industry begins with; an industry we do not know begins as a general one. */
export function starterProgramme(industry: string): Omit<Programme, 'currency'> {
  const starter = STARTERS[industry] ?? STARTERS.general;
  if (!starter) throw new Error('there is no general starter');
  return { ...starter, clawback: 'owe', graceDays: 7, openHoldsMax: 10 };
}
