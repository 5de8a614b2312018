/** A birthday without its year, as `MM-DD`: enough for a greeting, too little to tell an age. */
export type Birthday = string;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** How many days a month has at most, 1 to 12; February has 29. */
export function daysInMonth(month: number): number {
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/** The birthday of a month and a day as they were chosen; null where there is no such day. */
export function birthdayOf(month: string, day: string): Birthday | null {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  const exists = Number(day) >= 1 && Number(day) <= daysInMonth(Number(month));
  return exists ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** Whether it falls into the month of the shop's day, given as `YYYY-MM-DD`. */
export function isBirthdayMonth(birthday: Birthday | null, day: string): boolean {
  return birthday !== null && birthday.slice(0, 2) === day.slice(5, 7);
}
