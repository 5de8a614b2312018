/** @jsxImportSource hono/jsx */
import type { Locale } from '../../src/domain/locale.ts';
import { MissingPointsPage } from '../../web/mall/missing-points.tsx';
import { PointsPage } from '../../web/mall/points.tsx';
import type { EntryView, PointsView } from '../../web/mall/views.ts';
import { BALANCES, frame, NOW_MS } from './fixtures.ts';

const render = (page: unknown): string => String(page);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const EMPTY_FIELD = { value: '', error: null };

const ENTRIES: EntryView[] = [
  {
    seq: 42,
    icon: 'redeemed',
    atMs: NOW_MS - HOUR_MS,
    points: -500,
    balanceAfter: 1414,
    label: '兑换',
    subject: { text: '手作餐具两件套', lang: 'zh-CN' },
    why: ['兑换单 7F3K9Q', '先用了最早到期的'],
    href: '/redemptions/rdm_01k',
    boughtAtMs: null,
    pendingUntilMs: null,
  },
  {
    seq: 40,
    icon: 'bought',
    atMs: NOW_MS - 3 * DAY_MS,
    points: 99,
    balanceAfter: 1914,
    label: '消费',
    subject: { text: '8842', lang: null },
    why: ['清仓 ¥199.99 × 0.5 = 99.995', '合计 99.995 → 99 积分（小数舍去）', '规则第 3 版 · 订单 8842'],
    href: null,
    boughtAtMs: null,
    pendingUntilMs: NOW_MS + 7 * DAY_MS,
  },
  {
    seq: 31,
    icon: 'adjusted',
    atMs: NOW_MS - 40 * DAY_MS,
    points: 1815,
    balanceAfter: 1815,
    label: '店铺调整',
    subject: null,
    why: [],
    href: null,
    boughtAtMs: null,
    pendingUntilMs: null,
  },
];

/** Lin's points page on 22 November; a test says what differs. */
export function points(change: Partial<PointsView> = {}): PointsView {
  return {
    who: { name: '林小满', number: '1234 5678' },
    balances: BALANCES,
    earnedPoints: 3420,
    tab: 'all',
    missing: { number: EMPTY_FIELD },
    expiries: [
      { expiresAtMs: Date.UTC(2026, 10, 30, 15, 59), points: 320 },
      { expiresAtMs: Date.UTC(2027, 0, 11, 16), points: 100 },
      { expiresAtMs: Date.UTC(2027, 0, 31, 16), points: 40 },
      { expiresAtMs: null, points: 826 },
    ],
    maturities: [{ availableAtMs: NOW_MS + 7 * DAY_MS, points: 128 }],
    entries: {
      months: [
        { month: '2026年11月', sums: { gainedPoints: 99, takenPoints: -500 }, items: ENTRIES.slice(0, 2) },
        { month: '2026年10月', sums: { gainedPoints: 1815, takenPoints: 0 }, items: ENTRIES.slice(2) },
      ],
      olderHref: '/points?before=31#history',
      newestHref: null,
    },
    ...change,
  };
}

const NOTHING = { months: [], olderHref: null, newestHref: null };
const NO_POINTS = { ...BALANCES, availablePoints: 0, pendingPoints: 0, totalPoints: 0 };

const page = (view: PointsView | null) => (l: Locale) =>
  render(<PointsPage frame={frame(l, '/points')} view={view} />);

/** The points page and what became of a missing order, in every state. */
export const POINTS_STATES: Record<string, (locale: Locale) => string> = {
  points: page(points()),
  'points of somebody without a name': page(points({ who: { name: '', number: '1234 5678' } })),
  'points of several maturities': page(
    points({
      maturities: [
        { availableAtMs: NOW_MS + 7 * DAY_MS, points: 100 },
        { availableAtMs: null, points: 28 },
      ],
    }),
  ),
  'points expiring': page(points({ tab: 'expired', entries: NOTHING })),
  'points empty': page(
    points({ balances: NO_POINTS, earnedPoints: 0, expiries: [], maturities: [], entries: NOTHING }),
  ),
  'points without entries to be had': page(
    points({ balances: { ...BALANCES, debtPoints: 60 }, earnedPoints: null, expiries: [], entries: null }),
  ),
  'points unknown': page(null),
  'missing points sent to the shop': (l) =>
    render(
      <MissingPointsPage
        frame={frame(l, '/points/missing')}
        view={{ outcome: { kind: 'sent', number: '8842' }, form: { number: EMPTY_FIELD }, refusal: null }}
      />,
    ),
};
