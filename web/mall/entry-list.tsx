import { BagIcon, CrossIcon, GiftIcon, PointsIcon, WaitIcon } from './icons.tsx';
import { HandIcon, ReturnIcon } from './member-icons.tsx';
import { memberWords } from './member-words.ts';
import { Pager } from './pager.tsx';
import { Said } from './said.tsx';
import type { EntryIcon, EntryTab, EntryView, PointsView } from './views.ts';
import type { Words } from './words.ts';

type Props = { words: Words; entries: PointsView['entries']; tab: EntryTab };

/** Movements by month, newest first; each says why it is what it is on one more tap. */
export function EntryList({ words, entries, tab }: Props) {
  const { t } = words;
  if (entries === null) {
    return (
      <div class="empty" role="status">
        <p>{t('fault.unavailableTitle')}</p>
        <a class="button quiet" href="/points">
          {t('fault.retry')}
        </a>
      </div>
    );
  }
  if (entries.months.length === 0 && entries.newestHref === null) {
    return tab === 'all' ? <FirstWays words={words} /> : <NoneOfTheseYet words={words} tab={tab} />;
  }
  return (
    <>
      {entries.months.map(({ month, sums, items }) => (
        <>
          <h3 class="month">
            {month}
            {sums && <MonthSums words={words} sums={sums} />}
          </h3>
          <ul class="entries">
            {items.map((entry) => (
              <Entry words={words} entry={entry} />
            ))}
          </ul>
        </>
      ))}
      <Pager
        older={entries.olderHref ? { href: entries.olderHref, label: t('points.older') } : null}
        newest={entries.newestHref ? { href: entries.newestHref, label: t('points.newer') } : null}
        end={t('points.end')}
      />
    </>
  );
}

function MonthSums({
  words: { format },
  sums,
}: {
  words: Words;
  sums: { gainedPoints: number; takenPoints: number };
}) {
  const { gainedPoints, takenPoints } = sums;
  return (
    <span class="month-sums">
      {gainedPoints > 0 && <span class="gain">{format.signed(gainedPoints)}</span>}
      {takenPoints < 0 && <span>{format.signed(takenPoints)}</span>}
    </span>
  );
}

/** Nothing has ever moved: the ways to the first points, each a tap. */
function FirstWays({ words }: { words: Words }) {
  const { format } = words;
  const m = memberWords(words);
  return (
    <div class="empty first-ways">
      <PointsIcon />
      <p>{m('points.emptyTitle', { unit: format.unit })}</p>
      <a class="button quiet" href="/earn">
        {m('points.wayBuy')}
      </a>
      <a class="button quiet" href="#number">
        {m('points.wayMissing')}
      </a>
      <a class="button quiet" href="/me">
        {m('points.wayNumber')}
      </a>
    </div>
  );
}

function NoneOfTheseYet({ words, tab }: { words: Words; tab: Exclude<EntryTab, 'all'> }) {
  const m = memberWords(words);
  return (
    <div class="empty">
      <p>{m(`points.none.${tab}`)}</p>
      <a class="button quiet" href="/points#history">
        {m('points.showAll')}
      </a>
    </div>
  );
}

const ICONS: Record<EntryIcon, typeof BagIcon> = {
  bought: BagIcon,
  redeemed: GiftIcon,
  returned: ReturnIcon,
  adjusted: HandIcon,
  expired: WaitIcon,
  taken: CrossIcon,
  other: PointsIcon,
};

function Entry({ words, entry }: { words: Words; entry: EntryView }) {
  const { t, format } = words;
  const Icon = ICONS[entry.icon];
  return (
    <li class="entry">
      <span class={entry.points > 0 ? 'entry-icon gain' : 'entry-icon'}>
        <Icon />
      </span>
      <p class="entry-label">
        {entry.label}
        {entry.subject && (
          <>
            {' '}
            {entry.subject.lang === null ? (
              <span class="reference">{entry.subject.text}</span>
            ) : entry.href ? (
              <a href={entry.href}>
                <Said words={words} text={entry.subject} />
              </a>
            ) : (
              <Said words={words} text={entry.subject} />
            )}
          </>
        )}
      </p>
      <p class={pointsClass(entry)}>{format.signed(entry.points)}</p>
      <p class="small entry-when">{whenOf(words, entry)}</p>
      <p class="small entry-balance">{t('points.balance', { points: format.count(entry.balanceAfter) })}</p>
      {entry.pendingUntilMs !== null && (
        <p class="small entry-pending">
          {t('points.entryPending', { date: format.date(entry.pendingUntilMs, words.nowMs) })}
        </p>
      )}
      {entry.why.length > 0 && (
        <details class="why">
          <summary>{t('points.why')}</summary>
          {entry.why.map((line) => (
            <p>{line}</p>
          ))}
        </details>
      )}
    </li>
  );
}

/** What cannot be spent yet does not look like what can. */
function pointsClass({ points, pendingUntilMs }: EntryView): string {
  if (pendingUntilMs !== null) return 'entry-points waiting';
  return points > 0 ? 'entry-points gain' : 'entry-points';
}

/** When it was written, and when it happened where that was earlier. */
function whenOf({ t, format, nowMs }: Words, { atMs, boughtAtMs, importedFromMs }: EntryView): string {
  const recorded = format.date(atMs, nowMs);
  if (importedFromMs != null)
    return t('imported.dated', { happened: format.date(importedFromMs, nowMs), recorded });
  if (boughtAtMs === null) return format.dateTime(atMs, nowMs);
  return t('points.boughtOn', { bought: format.date(boughtAtMs, nowMs), recorded });
}
