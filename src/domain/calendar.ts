import * as Instant from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?$/;

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
  return PlainDate.toString(ZonedDateTime.toPlainDate(zoned(atMs, timeZone)));
}

/**
 * The same wall-clock time that many days later in the tenant's zone. Over a change of clocks a day
 * has 23 or 25 hours; a time that the change skips becomes the first one after it.
 */
export function addDays(atMs: number, days: number, timeZone: string): number {
  if (days === 0) return atMs;
  return ZonedDateTime.addDays(zoned(atMs, timeZone), days).epochMilliseconds;
}

/** The first moment of the tenant's day that many days later. */
export function startOfDayAfter(atMs: number, days: number, timeZone: string): number {
  const day = ZonedDateTime.toPlainDate(zoned(atMs, timeZone));
  return startOf(PlainDate.addDays(day, days), timeZone);
}

/** What a clock on the wall of that zone shows: `YYYY-MM-DDTHH:mm`, with seconds where there are any. */
export function wallTimeOf(atMs: number, timeZone: string): string {
  const smallestUnit = atMs % 60_000 === 0 ? 'minute' : undefined;
  return PlainDateTime.toString(ZonedDateTime.toPlainDateTime(zoned(atMs, timeZone)), { smallestUnit });
}

/**
 * The moment at which the clock of that zone shows `YYYY-MM-DDTHH:mm`, null where the text is none. A
 * time that comes twice is the first one, one that a change of clocks skips is the same time after it.
 */
export function momentOfWallTime(text: string, timeZone: string): number | null {
  const [whole, ...units] = WALL_TIME.exec(text) ?? [];
  if (whole === undefined) return null;
  const fraction = (units.pop() ?? '').padEnd(3, '0');
  const [year = 0, month = 0, day = 0, hour, minute, second] = units.map((unit) => Number(unit ?? 0));
  try {
    const shown = PlainDateTime.create(year, month, day, hour, minute, second, Number(fraction));
    return PlainDateTime.toZonedDateTime(shown, timeZone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The tenant's calendar month that the moment lies in; `toMs` is the first moment of the next one. */
export function monthAround(atMs: number, timeZone: string): { fromMs: number; toMs: number } {
  const first = PlainDate.startOfMonth(ZonedDateTime.toPlainDate(zoned(atMs, timeZone)));
  return { fromMs: startOf(first, timeZone), toMs: startOf(PlainDate.addMonths(first, 1), timeZone) };
}

/** The first moment of the year after next: what was earned in year Y is void after 31 December of Y+1. */
export function endOfNextYear(atMs: number, timeZone: string): number {
  const { year } = zoned(atMs, timeZone);
  return startOf(PlainDate.create(year + 2, 1, 1), timeZone);
}

function startOf(day: PlainDate.Record, timeZone: string): number {
  return PlainDate.toZonedDateTime(day, timeZone).epochMilliseconds;
}

function zoned(atMs: number, timeZone: string): ZonedDateTime.Record {
  return Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(atMs), timeZone);
}
