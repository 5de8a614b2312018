import { percentOf } from '../../../src/domain/figures/figures.ts';
import type { FigurePeriod } from '../../../src/domain/figures/period.ts';
import type { FiguresAnswer } from '../../../src/features/home/schemas.ts';
import type { Shop } from '../session/session.ts';

/** Below so many members a share says more of chance than of the shop. */
export const SHARES_FROM_MEMBERS = 20;

export type FigureName = 'repeat' | 'active' | 'redemption' | 'joined' | 'sales';

/** What a figure is counted in. */
export type FigureUnit = 'percent' | 'people' | 'points' | 'money';

/** How a figure stands to the one before: in percentage points where it is a share itself. */
export type Change = { by: number; in: 'percent' | 'points' } | null;

export type FigureCard = {
  name: FigureName;
  unit: FigureUnit;
  /** Null where there is nothing to take a share of. */
  value: number | null;
  before: number | null;
  change: Change;
  /** What a share is a share of: `part` of `whole`. */
  of: { part: number; whole: number } | null;
  /** Of sales: how many purchases. */
  count: number | null;
  /** Of new members: how many there are in all, and how many there were before the period. */
  grown: { members: number; were: number } | null;
  daily: number[];
};

/** Which figure tells an owner whether the mall does what she wants of it. */
const FIRST_OF_GOAL = { return: 'repeat', active: 'active', grow: 'joined' } as const;

/** The figures as they are shown, the one that the shop's goal is about first; plain counts in a small shop. */
export function figureCards(figures: FiguresAnswer, goal: Shop['goal']): FigureCard[] {
  const shares = figures.members >= SHARES_FROM_MEMBERS;
  const { repeat, active, redemption, joined, sales } = figures;
  const repeatShare = share(repeat, ({ repeatBuyers, buyers }) => [repeatBuyers, buyers], shares);
  const redeemedShare = share(
    redemption,
    ({ redeemedPoints, issuedPoints }) => [Math.max(0, redeemedPoints), Math.max(0, issuedPoints)],
    shares,
  );
  const cards: FigureCard[] = [
    { name: 'repeat', unit: shares ? 'percent' : 'people', ...repeatShare, count: null, grown: null },
    { name: 'active', unit: 'people', ...count(active), of: null, count: null, grown: null },
    { name: 'redemption', unit: shares ? 'percent' : 'points', ...redeemedShare, count: null, grown: null },
    { name: 'joined', unit: 'people', ...count(joined), of: null, count: null, grown: grownBy(figures) },
    {
      name: 'sales',
      unit: 'money',
      ...count({
        now: sales.now.amountMinor,
        before: sales.before?.amountMinor ?? null,
        daily: sales.daily,
      }),
      of: null,
      count: sales.now.purchases,
      grown: null,
    },
  ];
  const first = goal && FIRST_OF_GOAL[goal];
  return cards.toSorted((one, other) => Number(other.name === first) - Number(one.name === first));
}

/** Only of a period that ends today: how many there were in between is not known. */
function grownBy({ period, members, joined }: FiguresAnswer): FigureCard['grown'] {
  return period === 'opening' ? null : { members, were: Math.max(0, members - joined.now) };
}

type Compared<Value> = { now: Value; before: Value | null; daily: number[] };

function count({ now, before, daily }: Compared<number>) {
  return { value: now, before, change: relative(now, before), daily };
}

function share<Value>(
  { now, before, daily }: Compared<Value>,
  partsOf: (value: Value) => [part: number, whole: number],
  asShare: boolean,
) {
  const [part, whole] = partsOf(now);
  const old = before === null ? null : partsOf(before);
  const of = { part, whole };
  if (!asShare) return { ...count({ now: part, before: old?.[0] ?? null, daily }), of };
  const value = percentOf(part, whole);
  const was = old && percentOf(...old);
  const by = value === null || was === null ? null : Math.round((value - was) * 10) / 10;
  return { value, before: was, change: by === null ? null : ({ by, in: 'points' } as const), of, daily };
}

/** In whole percent; of nothing before there is none. */
function relative(now: number, before: number | null): Change {
  if (before === null || before <= 0) return null;
  return { by: Math.round(((now - before) / before) * 100), in: 'percent' };
}

/** Nothing has happened in the period and nobody is there: a sample stands in its place. */
export function isBlank({ members, active, sales, redemption }: FiguresAnswer): boolean {
  return (
    members <= 1 &&
    active.now === 0 &&
    sales.now.purchases === 0 &&
    redemption.now.issuedPoints === 0 &&
    redemption.now.redeemedPoints === 0
  );
}

/** The periods that are offered: the one around the opening only where both its sides are known. */
export function periodsOf(figures: Pick<FiguresAnswer, 'hasOpening'> | undefined): FigurePeriod[] {
  return figures?.hasOpening ? ['7', '30', '90', 'opening'] : ['7', '30', '90'];
}

export type Bar = {
  fromDay: string;
  toDay: string;
  issuedPoints: number;
  redeemedPoints: number;
  expiredPoints: number;
};

const BARS_MAX = 31;
const WEEK = 7;

/** A bar for each day, or for each week where there are too many days for a phone; the last ends with the period. */
export function barsOf(days: FiguresAnswer['days']): Bar[] {
  const size = days.length > BARS_MAX ? WEEK : 1;
  const bars: Bar[] = [];
  for (let end = days.length; end > 0; end -= size) {
    const part = days.slice(Math.max(0, end - size), end);
    const sum = (field: 'issuedPoints' | 'redeemedPoints' | 'expiredPoints') =>
      part.reduce((total, each) => total + each[field], 0);
    bars.unshift({
      fromDay: part[0]?.day ?? '',
      toDay: part.at(-1)?.day ?? '',
      issuedPoints: sum('issuedPoints'),
      redeemedPoints: sum('redeemedPoints'),
      expiredPoints: sum('expiredPoints'),
    });
  }
  return bars;
}

/** A round figure at or above: 1, 2 or 5 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((times) => times * power >= value) ?? 10) * power;
}

/** The points of a line through the values, in a box of that size; flat in the middle where all are equal. */
export function sparkPoints(values: readonly number[], { width, height }: { width: number; height: number }) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const across = values.length > 1 ? width / (values.length - 1) : 0;
  return values.map((value, place) => {
    // What stays the same lies in the middle; where nothing happened there is nothing to stand on.
    const up = most === least ? (most === 0 ? 0 : 0.5) : (value - least) / (most - least);
    return { x: round(place * across), y: round(height - up * height) };
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How much of the height that points in have is there for points out. */
export const LOWER_SHARE = 0.75;
/** A day beside which nothing else could be seen is drawn broken. */
const OUTLIER_TIMES = 4;

/** What a full bar above the line stands for, one scale for both sides; a day that is far out does not set it. */
export function scaleOf(bars: readonly Bar[]): number {
  const lengths = bars
    .flatMap((bar) => [bar.issuedPoints, (bar.redeemedPoints + bar.expiredPoints) / LOWER_SHARE])
    .toSorted((one, other) => other - one);
  const [longest = 0, next = 0] = lengths;
  return roundUp(next > 0 && longest > OUTLIER_TIMES * next ? next : longest);
}
