import { Temporal } from 'temporal-polyfill';

/** Whether the runtime knows the zone; callers check once, when a tenant chooses it. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoned(0, timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The tenant's calendar day at that moment, as `YYYY-MM-DD`. */
export function tenantDay(atMs: number, timeZone: string): string {
  return zoned(atMs, timeZone).toPlainDate().toString();
}

/**
 * The same wall-clock time that many days later in the tenant's zone. Over a change of clocks a day
 * has 23 or 25 hours; a time that the change skips becomes the first one after it.
 */
export function addDays(atMs: number, days: number, timeZone: string): number {
  if (days === 0) return atMs;
  return zoned(atMs, timeZone).add({ days }).epochMilliseconds;
}

/** The first moment of the tenant's day that many days later. */
export function startOfDayAfter(atMs: number, days: number, timeZone: string): number {
  return zoned(atMs, timeZone).toPlainDate().add({ days }).toZonedDateTime(timeZone).epochMilliseconds;
}

/** What a clock on the wall of that zone shows: `YYYY-MM-DDTHH:mm`, with seconds where there are any. */
export function wallTimeOf(atMs: number, timeZone: string): string {
  const smallestUnit = atMs % 60_000 === 0 ? 'minute' : undefined;
  return zoned(atMs, timeZone).toPlainDateTime().toString({ smallestUnit });
}

/**
 * The moment at which the clock of that zone shows `YYYY-MM-DDTHH:mm`, null where the text is none. A
 * time that comes twice is the first one, one that a change of clocks skips is the same time after it.
 */
export function momentOfWallTime(text: string, timeZone: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone)
      .epochMilliseconds;
  } catch {
    return null;
  }
}

/** The tenant's calendar month that the moment lies in; `toMs` is the first moment of the next one. */
export function monthAround(atMs: number, timeZone: string): { fromMs: number; toMs: number } {
  const first = zoned(atMs, timeZone).toPlainDate().with({ day: 1 });
  return {
    fromMs: first.toZonedDateTime(timeZone).epochMilliseconds,
    toMs: first.add({ months: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  };
}

/** The first moment of the year after next: what was earned in year Y is void after 31 December of Y+1. */
export function endOfNextYear(atMs: number, timeZone: string): number {
  const year = zoned(atMs, timeZone).year + 2;
  return Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
}

function zoned(atMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
}
