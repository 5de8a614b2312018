import { isSoon } from './member-card.tsx';
import { memberWords } from './member-words.ts';
import type { PointsView } from './views.ts';
import type { Words } from './words.ts';

/** More months than these say nothing that the total does not. */
const MONTHS_MAX = 12;

type Month = { label: string; points: number; soon: boolean };

/** What expires month by month, as bars beside each other; what never expires stands last. */
export function ExpiryMonths({ words, expiries }: { words: Words; expiries: PointsView['expiries'] }) {
  const { format } = words;
  const months = monthsOf(words, expiries);
  const most = Math.max(1, ...months.map(({ points }) => points));
  return (
    <ul class="expiry-months">
      {months.map(({ label, points, soon }) => (
        <li class={soon ? 'soon' : undefined}>
          <span>{label}</span>
          {!soon && <span class="expiry-points">{format.count(points)}</span>}
          <progress value={points} max={most} aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}

/** One line a month; a month with a single date names it, and one that is near says all. Points without a date come last. */
export function monthsOf(words: Words, expiries: PointsView['expiries']): Month[] {
  const { format, nowMs } = words;
  const months = new Map<string, { dates: Set<number>; points: number }>();
  for (const { expiresAtMs, points } of expiries) {
    if (expiresAtMs === null) continue;
    // Midnight ends the day before: what expires then belongs to the month that ends.
    const name = format.month(expiresAtMs - 1);
    const month = months.get(name) ?? { dates: new Set(), points: 0 };
    month.dates.add(expiresAtMs);
    month.points += points;
    months.set(name, month);
  }
  const dated = [...months].slice(0, MONTHS_MAX).map(([name, { dates, points }]) => {
    const [first, ...others] = [...dates];
    const soon = [...dates].some((each) => isSoon(each, nowMs));
    const date = first !== undefined && others.length === 0 ? format.lastDay(first, nowMs) : name;
    const label = soon ? words.t('points.expiresSoon', { points: format.points(points), date }) : date;
    return { label, points, soon };
  });
  const never = expiries.find(({ expiresAtMs }) => expiresAtMs === null);
  return never
    ? [...dated, { label: memberWords(words)('points.neverRow'), points: never.points, soon: false }]
    : dated;
}
