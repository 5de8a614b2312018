import type { FiguresAnswer } from '../../../src/features/home/schemas.ts';

const DAYS = 30;
const wave = (place: number, least: number, most: number) =>
  Math.round(least + ((most - least) * (place / DAYS) * (3 + Math.sin(place * 1.7))) / 4);
const daily = (least: number, most: number) =>
  Array.from({ length: DAYS }, (_, place) => wave(place, least, most));

/** What a shop's figures may look like, for one that has none yet; it is shown dimmed and marked. */
export const SAMPLE: FiguresAnswer = {
  period: '30',
  fromDay: '2026-01-01',
  toDay: '2026-01-30',
  members: 128,
  hasOpening: false,
  knownFrom: null,
  repeat: {
    now: { buyers: 100, repeatBuyers: 24 },
    before: { buyers: 100, repeatBuyers: 20 },
    daily: daily(0, 5),
  },
  active: { now: 86, before: 71, daily: daily(1, 9) },
  redemption: {
    now: { issuedPoints: 10_000, redeemedPoints: 3_500 },
    before: { issuedPoints: 9_000, redeemedPoints: 2_700 },
    daily: daily(20, 240),
  },
  joined: { now: 32, before: 25, daily: daily(0, 4) },
  sales: {
    now: { amountMinor: 3_974_400, purchases: 310 },
    before: { amountMinor: 3_456_000, purchases: 270 },
    daily: daily(60_000, 190_000),
  },
  days: daily(90, 640).map((issuedPoints, place) => ({
    ...{ day: `2026-01-${String(place + 1).padStart(2, '0')}`, issuedPoints },
    ...{ redeemedPoints: wave(place, 20, 260), expiredPoints: place % 9 === 4 ? 60 : 0 },
  })),
};
