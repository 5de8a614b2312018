const DAY_MS = 86_400_000;

/** A day so many days later, earlier below zero: both `YYYY-MM-DD`, of the calendar and of no zone. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days `later` is after `earlier`; below zero where it is before. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / DAY_MS);
}

/** Every day from one to the other, both in. */
export function daysFrom(fromDay: string, toDay: string): string[] {
  const count = Math.max(0, daysBetween(fromDay, toDay) + 1);
  return Array.from({ length: count }, (_, place) => shiftDay(fromDay, place));
}
