import { daysBetween, shiftDay } from './day.ts';

/** How far back the figures look; `opening` is the thirty days from the day the mall opened. */
export const FIGURE_PERIODS = ['7', '30', '90', 'opening'] as const;
export type FigurePeriod = (typeof FIGURE_PERIODS)[number];

/** Days of the shop, `YYYY-MM-DD`, both ends in; beside them as many days before. */
export type Period = {
  days: number;
  fromDay: string;
  toDay: string;
  beforeFromDay: string;
  beforeToDay: string;
};

const OPENING_DAYS = 30;

/** The days that a figure looks at, the last of them today; null where the opening's are not over yet. */
export function periodOf(
  choice: FigurePeriod,
  { today, openedDay }: { today: string; openedDay: string | null },
): Period | null {
  if (choice === 'opening') {
    const toDay = openedDay && shiftDay(openedDay, OPENING_DAYS - 1);
    return toDay && daysBetween(toDay, today) > 0 ? endingWith(toDay, OPENING_DAYS) : null;
  }
  return endingWith(today, Number(choice));
}

function endingWith(toDay: string, days: number): Period {
  const fromDay = shiftDay(toDay, 1 - days);
  return {
    days,
    fromDay,
    toDay,
    beforeFromDay: shiftDay(fromDay, -days),
    beforeToDay: shiftDay(fromDay, -1),
  };
}
