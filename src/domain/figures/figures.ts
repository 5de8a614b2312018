import { daysFrom } from './day.ts';
import type { Period } from './period.ts';

/** What all members' days together say of one of the shop's days; a day without any is not told. */
export type ToldDay = {
  day: string;
  /** Members who bought or redeemed; of them those who had not yet in this period, the one before being another. */
  active: number;
  firstActive: number;
  /** Members who bought; those who had not yet in this period, and those who had on one day of it. */
  buyers: number;
  firstBuyers: number;
  secondBuyers: number;
  purchases: number;
  spentMinor: number;
  issuedPoints: number;
  redeemedPoints: number;
  expiredPoints: number;
};

export type Told = {
  days: readonly ToldDay[];
  joined: readonly { day: string; members: number }[];
  /** The first day that all is known of; null of a shop without any. */
  firstDay: string | null;
};

/** One figure of a period and of the one before, and its days; null where the one before is not known. */
export type Compared<Value> = { now: Value; before: Value | null; daily: number[] };

/** Members who bought, and of them those who bought on two days or more. */
export type Repeat = { buyers: number; repeatBuyers: number };
export type Redeemed = { issuedPoints: number; redeemedPoints: number };
export type Sales = { amountMinor: number; purchases: number };

export type Figures = {
  /** Daily: members who had bought on an earlier day of the period. */
  repeat: Compared<Repeat>;
  /** Members who bought or redeemed. */
  active: Compared<number>;
  /** Daily: what was redeemed. */
  redemption: Compared<Redeemed>;
  joined: Compared<number>;
  /** What members paid for purchases, less refunds. */
  sales: Compared<Sales>;
  days: { day: string; issuedPoints: number; redeemedPoints: number; expiredPoints: number }[];
};

/** The figures of a period. The one before counts only where all of it is known. */
export function figuresOf(told: Told, period: Period): Figures {
  const { fromDay, toDay, beforeFromDay, beforeToDay } = period;
  const known = told.firstDay !== null && told.firstDay <= beforeFromDay;
  const isIn = (day: string) => day >= fromDay && day <= toDay;
  const wasBefore = (day: string) => day >= beforeFromDay && day <= beforeToDay;
  const compare = <Value>(
    of: (isDay: (day: string) => boolean) => Value,
  ): Omit<Compared<Value>, 'daily'> => ({
    now: of(isIn),
    before: known ? of(wasBefore) : null,
  });
  const sum = (field: keyof Omit<ToldDay, 'day'>, isDay: (day: string) => boolean) =>
    total(told.days.filter(({ day }) => isDay(day)).map((each) => each[field]));
  const days = daysFrom(fromDay, toDay);
  const toldOf = new Map(told.days.map((each) => [each.day, each]));
  const daily = (field: keyof Omit<ToldDay, 'day'>) => days.map((day) => toldOf.get(day)?.[field] ?? 0);
  const joinedOn = new Map(told.joined.map((each) => [each.day, each.members]));
  return {
    repeat: {
      // Each buyer is counted on the first of her days, and each who came again on the second.
      ...compare((isDay) => ({
        buyers: sum('firstBuyers', isDay),
        repeatBuyers: sum('secondBuyers', isDay),
      })),
      daily: days.map((day) => {
        const { buyers = 0, firstBuyers = 0 } = toldOf.get(day) ?? {};
        return buyers - firstBuyers;
      }),
    },
    active: { ...compare((isDay) => sum('firstActive', isDay)), daily: daily('active') },
    redemption: {
      ...compare((isDay) => ({
        issuedPoints: sum('issuedPoints', isDay),
        redeemedPoints: sum('redeemedPoints', isDay),
      })),
      daily: daily('redeemedPoints'),
    },
    joined: {
      ...compare((isDay) => total(told.joined.filter(({ day }) => isDay(day)).map((each) => each.members))),
      daily: days.map((day) => joinedOn.get(day) ?? 0),
    },
    sales: {
      ...compare((isDay) => ({ amountMinor: sum('spentMinor', isDay), purchases: sum('purchases', isDay) })),
      daily: daily('spentMinor'),
    },
    days: days.map((day) => {
      const { issuedPoints = 0, redeemedPoints = 0, expiredPoints = 0 } = toldOf.get(day) ?? {};
      return { day, issuedPoints, redeemedPoints, expiredPoints };
    }),
  };
}

/** The share in hundredths, to one decimal; null where there is nothing to take a share of. */
export function percentOf(part: number, whole: number): number | null {
  return whole > 0 ? Math.round((part / whole) * 1000) / 10 : null;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
