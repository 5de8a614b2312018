import type { Balances } from '../../src/account/contract.ts';
import { PointsIcon } from './icons.tsx';
import { MallFrame } from './mall-frame.tsx';
import { BigFigure, isSoon } from './member-card.tsx';
import { Pager } from './pager.tsx';
import { Said } from './said.tsx';
import type { EntryView, Frame, PointsView } from './views.ts';
import type { Words } from './words.ts';

/** My points: what I have, what waits, what expires, and why each movement is what it is. */
export function PointsPage({ frame, view }: { frame: Frame; view: PointsView | null }) {
  const { words } = frame;
  const { t, format } = words;
  const title = t('points.title', { unit: format.unit });
  if (view === null) {
    return (
      <MallFrame frame={frame} title={title} page="narrow">
        <h1>{title}</h1>
        <div class="empty" role="status">
          <p>{t('card.unknown')}</p>
          <a class="button quiet" href="/points">
            {t('card.retry')}
          </a>
        </div>
      </MallFrame>
    );
  }
  return (
    <MallFrame frame={frame} title={title} page="narrow">
      <h1>{title}</h1>
      {view.who && (
        <p class="who">
          {view.who.name} · {t('points.number', { number: view.who.number })}
          <span class="small">{t('points.numberLine', { unit: format.unit })}</span>
        </p>
      )}
      <Balance words={words} view={view} />
      <section aria-labelledby="history">
        <h2 id="history">{t('points.history', { unit: format.unitTitle })}</h2>
        <Entries words={words} entries={view.entries} />
      </section>
    </MallFrame>
  );
}

function Balance({ words, view: { balances, expiries, maturities } }: { words: Words; view: PointsView }) {
  const { t, format, nowMs } = words;
  return (
    <section class="member-card" aria-label={t('card.title', { unit: format.unit })}>
      <BigFigure words={words} points={Math.max(0, balances.availablePoints)} />
      {balances.totalPoints !== balances.availablePoints && (
        <p class="card-small">
          {t('points.sum', { total: format.count(balances.totalPoints), parts: sumParts(words, balances) })}
        </p>
      )}
      {balances.debtPoints > 0 && (
        <p class="card-small">{t('points.owed', { points: format.points(balances.debtPoints) })}</p>
      )}
      {maturities.length > 0 && (
        <details>
          <summary>{t('points.maturities')}</summary>
          <ul>
            {maturities.map(({ availableAtMs, points }) => (
              <li>
                {availableAtMs === null
                  ? t('points.maturesOpen', { points: format.points(points) })
                  : t('points.matures', {
                      points: format.points(points),
                      date: format.date(availableAtMs, nowMs),
                    })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {expiries.length > 0 && (
        <details open={expiries.some((each) => isSoon(each.expiresAtMs, nowMs))}>
          <summary>{t('points.expiries')}</summary>
          <ul>
            {expiries.map(({ expiresAtMs, points }) => (
              <li class={isSoon(expiresAtMs, nowMs) ? 'soon' : undefined}>
                {expiresAtMs === null
                  ? t('points.never', { points: format.points(points) })
                  : t(isSoon(expiresAtMs, nowMs) ? 'points.expiresSoon' : 'points.expires', {
                      points: format.points(points),
                      date: format.lastDay(expiresAtMs, nowMs),
                    })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** "可用 1,286 + 待入账 128": the parts of the total that are there. */
function sumParts({ t, format }: Words, balances: Balances): string {
  const { availablePoints, pendingPoints, heldPoints } = balances;
  return [
    t('points.partAvailable', { points: format.count(availablePoints) }),
    ...(pendingPoints > 0 ? [t('points.partPending', { points: format.count(pendingPoints) })] : []),
    ...(heldPoints > 0 ? [t('points.partHeld', { points: format.count(heldPoints) })] : []),
  ].join(' + ');
}

function Entries({ words, entries }: { words: Words; entries: PointsView['entries'] }) {
  const { t, format } = words;
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
  if (entries.items.length === 0 && entries.newestHref === null) {
    return (
      <div class="empty">
        <PointsIcon />
        <p>{t('points.empty', { unit: format.unit })}</p>
        <p class="small">{t('points.emptyLine', { unit: format.unit })}</p>
        <a class="button quiet" href="/earn">
          {t('shelf.emptyAction')}
        </a>
      </div>
    );
  }
  return (
    <>
      {byMonth(words, entries.items).map(({ month, items }) => (
        <>
          <h3 class="month">{month}</h3>
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

function Entry({ words, entry }: { words: Words; entry: EntryView }) {
  const { t, format } = words;
  return (
    <li class="entry">
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
      <p class="small">
        {entry.boughtAtMs === null
          ? format.dateTime(entry.atMs, words.nowMs)
          : t('points.boughtOn', {
              bought: format.date(entry.boughtAtMs, words.nowMs),
              recorded: format.date(entry.atMs, words.nowMs),
            })}
      </p>
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

function byMonth({ format }: Words, items: EntryView[]): { month: string; items: EntryView[] }[] {
  const months: { month: string; items: EntryView[] }[] = [];
  for (const entry of items) {
    const month = format.month(entry.atMs);
    const last = months.at(-1);
    if (last?.month === month) last.items.push(entry);
    else months.push({ month, items: [entry] });
  }
  return months;
}
