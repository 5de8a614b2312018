import type { Birthday } from '../domain/birthday.ts';
import type { Locale } from '../domain/locale.ts';

/** Any year with a 29 February: only the month and the day are said. */
const LEAP_YEAR = 2000;

/** "5月17日" or "May 17". */
export function birthdayText(locale: Locale, birthday: Birthday): string {
  const atMs = Date.parse(`${LEAP_YEAR}-${birthday}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(atMs);
}

/** The twelve months as a list to choose from names them. */
export function monthNames(locale: Locale): string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(LEAP_YEAR, month, 1)));
}
