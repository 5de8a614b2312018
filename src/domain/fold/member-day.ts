import { tenantDay } from '../calendar.ts';
import type { JournalRow, Json, JsonObject } from '../journal.ts';
import { entryOf, MalformedBody, type RowOrigin } from './projected.ts';

/**
 * What a row adds to one member's figures of the day that the moment lies in. Of all a member's days the
 * points add up to her balance: brought + issued − redeemed − expired.
 */
export type MemberDayChange = {
  atMs: number;
  /** Purchases of that day that were not taken back whole. */
  purchases: number;
  /** Their amounts less what was refunded, in minor units of the shop's currency. */
  spentMinor: number;
  /** Rewards that she redeemed; one that was cancelled later was redeemed all the same. */
  redemptions: number;
  /** What an older list said that she held: moved nowhere that this shop can tell a day of. */
  broughtPoints: number;
  /** Given for purchases, gifts and by hand, less what was taken back of any. */
  issuedPoints: number;
  /** Less what came back from redemptions. */
  redeemedPoints: number;
  expiredPoints: number;
};

/** What a row about an order changes in the sales of the order's day. */
export type Sale = { amountMinor: number; purchases: number };

export type MemberDayFigures = Omit<MemberDayChange, 'atMs'>;

const NOTHING: MemberDayFigures = {
  purchases: 0,
  spentMinor: 0,
  redemptions: 0,
  broughtPoints: 0,
  issuedPoints: 0,
  redeemedPoints: 0,
  expiredPoints: 0,
};

/**
 * What an account's row says about its member's days: none, one, or two, since a refund today also
 * changes the sales of the day of the purchase. What an older list tells counts on the days it tells of.
 */
export function memberDayChanges(origin: RowOrigin, row: JournalRow): MemberDayChange[] {
  if (origin.kind !== 'account') return [];
  const sale = saleOf(row);
  const moved = movedOf(row);
  const changes = [...(moved ? [moved] : []), ...(sale ? [sale] : [])];
  const [first, second] = changes;
  return first && second?.atMs === first.atMs ? [sumOf(first, second)] : changes;
}

function sumOf(one: MemberDayChange, other: MemberDayChange): MemberDayChange {
  return { atMs: one.atMs, ...added(one, other) };
}

function added(one: MemberDayFigures, other: MemberDayFigures): MemberDayFigures {
  const fields = Object.keys(NOTHING) as (keyof MemberDayFigures)[];
  return Object.fromEntries(fields.map((field) => [field, one[field] + other[field]])) as MemberDayFigures;
}

/** A member's day with her days before it: null where there was none, or where she did nothing of it on this one. */
export type MemberDay = MemberDayFigures & {
  actedBefore: string | null;
  boughtBefore: string | null;
  boughtBeforeThat: string | null;
};

/** What a whole journal comes to on each day of its shop, by day: the rows of `member_days` of its member. */
export function memberDaysOf(
  origin: RowOrigin,
  rows: readonly JournalRow[],
  timeZone: string,
): Map<string, MemberDay> {
  const sums = new Map<string, MemberDayFigures>();
  for (const { atMs, ...change } of rows.flatMap((row) => memberDayChanges(origin, row))) {
    const day = tenantDay(atMs, timeZone);
    sums.set(day, added(sums.get(day) ?? NOTHING, change));
  }
  const days = [...sums].toSorted(([one], [other]) => one.localeCompare(other));
  const [acted, bought]: [string[], string[]] = [[], []];
  return new Map(
    days.map(([day, figures]) => {
      const hasBought = figures.purchases > 0;
      const hasActed = hasBought || figures.redemptions > 0;
      const told = {
        ...figures,
        actedBefore: (hasActed && acted.at(-1)) || null,
        boughtBefore: (hasBought && bought.at(-1)) || null,
        boughtBeforeThat: (hasBought && bought.at(-2)) || null,
      };
      if (hasActed) acted.push(day);
      if (hasBought) bought.push(day);
      return [day, told];
    }),
  );
}

/** Whether a row tells of a purchase without telling what was sold, as those of an older Pointmall do. */
export function lacksSale({ type, body }: JournalRow): boolean {
  return type === 'points.earned' && body.order !== undefined && body.sale === undefined;
}

function saleOf({ type, body, atMs }: JournalRow): MemberDayChange | null {
  if (body.sale !== undefined) {
    const { amountMinor, purchases } = objectOf(body.sale);
    const { occurredAtMs } = objectOf(body.order);
    return {
      ...NOTHING,
      atMs: integer(occurredAtMs ?? atMs),
      purchases: integer(purchases),
      spentMinor: integer(amountMinor),
    };
  }
  // An older list says of a purchase what it earned, and of some what they cost.
  if (type !== 'points.earned' || body.movement !== 'earned') return null;
  return {
    ...NOTHING,
    atMs: integer(body.occurredAtMs),
    purchases: 1,
    spentMinor: integer(body.amountMinor ?? 0),
  };
}

function movedOf(row: JournalRow): MemberDayChange | null {
  const points = entryOf(row)?.points ?? 0;
  const { type, body } = row;
  const told = body.importBatchId === undefined ? undefined : body.occurredAtMs;
  const atMs = typeof told === 'number' ? integer(told) : row.atMs;
  if (type === 'points.redeemed') return { ...NOTHING, atMs, redemptions: 1, redeemedPoints: 0 - points };
  if (points === 0) return null;
  if (type === 'points.returned') return { ...NOTHING, atMs, redeemedPoints: 0 - points };
  if (type === 'points.expired') return { ...NOTHING, atMs, expiredPoints: 0 - points };
  if (body.movement === 'balance' || isListTakenBack(body))
    return { ...NOTHING, atMs, broughtPoints: points };
  return { ...NOTHING, atMs, issuedPoints: points };
}

/** What a list had brought and is taken back with it: nothing that the shop gives or takes today. */
function isListTakenBack({ source }: JsonObject): boolean {
  return source !== undefined && objectOf(source).kind === 'import_reversal';
}

function objectOf(value: Json | undefined): JsonObject {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new MalformedBody('a sale or a source is not an object');
  return value;
}

function integer(value: Json | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new MalformedBody('a figure of a day is not an integer');
  return value;
}
