import type { Balances } from '../../src/account/contract.ts';
import { AskList } from './ask.tsx';
import { EntryList } from './entry-list.tsx';
import { ExpiryMonths } from './expiry-months.tsx';
import { FrozenNotice } from './frozen-notice.tsx';
import { MallFrame } from './mall-frame.tsx';
import { CardTop, isSoon } from './member-card.tsx';
import { memberWords } from './member-words.ts';
import { MissingPointsForm } from './missing-points.tsx';
import type { EntryTab, Frame, PointsView } from './views.ts';
import type { Words } from './words.ts';

const TABS: readonly EntryTab[] = ['all', 'earned', 'used', 'pending', 'expired'];

/** My points: what I have, what waits, what expires, and why each movement is what it is. */
export function PointsPage({ frame, view }: { frame: Frame; view: PointsView | null }) {
  const { words } = frame;
  const { t, format } = words;
  const m = memberWords(words);
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
  const { who, entries, tab } = view;
  const isNew = entries !== null && tab === 'all' && entries.months.length === 0 && !entries.newestHref;
  return (
    <MallFrame frame={frame} title={title} page="narrow own">
      <h1>{title}</h1>
      {who && (
        <p class="who">
          {who.name && `${who.name} · `}
          {t('points.number', { number: who.number })}
          {frame.closing?.earns !== false && (
            <span class="small">{t('points.numberLine', { unit: format.unit })}</span>
          )}
        </p>
      )}
      <AskList words={words} asks={[]} />
      {view.isFrozen && <FrozenNotice words={words} />}
      <Balance words={words} view={view} />
      <section aria-labelledby="history">
        <h2 id="history">{t('points.history', { unit: format.unitTitle })}</h2>
        {!isNew && <Tabs words={words} tab={tab} />}
        {tab === 'expired' && <Coming words={words} view={view} />}
        <EntryList words={words} entries={entries} tab={tab} />
      </section>
      <MissingPointsForm words={words} form={view.missing} folded={!isNew} />
      {!isNew && (
        <p class="after-list">
          <a href="/points/history.csv" download>
            {m('points.download')}
          </a>
          <span class="small">{m('points.downloadLine')}</span>
        </p>
      )}
    </MallFrame>
  );
}

function Tabs({ words, tab }: { words: Words; tab: EntryTab }) {
  const m = memberWords(words);
  return (
    <nav class="pills" aria-label={m('points.tabs')}>
      {TABS.map((each) => (
        <a
          href={each === 'all' ? '/points#history' : `/points?tab=${each}#history`}
          aria-current={each === tab ? 'page' : undefined}
        >
          {m(`points.tab.${each}`)}
        </a>
      ))}
    </nav>
  );
}

function Balance({ words, view }: { words: Words; view: PointsView }) {
  const { t, format, nowMs } = words;
  const { balances, expiries, maturities, earnedPoints, tab } = view;
  const m = memberWords(words);
  return (
    <section class="member-card" aria-label={t('card.title', { unit: format.unit })}>
      <CardTop words={words} points={Math.max(0, balances.availablePoints)} />
      {balances.totalPoints !== balances.availablePoints && (
        <p class="card-small">
          {t('points.sum', { total: format.count(balances.totalPoints), parts: sumParts(words, view) })}
        </p>
      )}
      {earnedPoints !== null && earnedPoints > 0 && (
        <p class="card-small">{m('points.earned', { points: format.count(earnedPoints) })}</p>
      )}
      {balances.debtPoints > 0 && (
        <p class="card-small">{t('points.owed', { points: format.points(balances.debtPoints) })}</p>
      )}
      {maturities.length > 1 && (
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
      {expiries.length > 0 && tab !== 'expired' && (
        <details open={expiries.some(({ expiresAtMs }) => isSoon(expiresAtMs, nowMs))}>
          <summary>{m('points.expiries')}</summary>
          <ExpiryMonths words={words} expiries={expiries} />
        </details>
      )}
    </section>
  );
}

/** On the tab of what expires, first what is still to come: that can be used. */
function Coming({ words, view }: { words: Words; view: PointsView }) {
  const m = memberWords(words);
  if (view.expiries.length === 0) return null;
  return (
    <>
      <h3 class="month">{m('points.coming')}</h3>
      <ExpiryMonths words={words} expiries={view.expiries} />
      <h3 class="month">{m('points.past')}</h3>
    </>
  );
}

/** "可用 1,286 + 待入账 128（11月29日到账）": the parts of the total that are there. */
function sumParts(
  words: Words,
  { balances, maturities }: Pick<PointsView, 'balances' | 'maturities'>,
): string {
  const { t, format } = words;
  const { availablePoints, heldPoints } = balances satisfies Balances;
  return [
    t('points.partAvailable', { points: format.count(availablePoints) }),
    ...pendingPart(words, balances.pendingPoints, maturities),
    ...(heldPoints > 0 ? [t('points.partHeld', { points: format.count(heldPoints) })] : []),
  ].join(' + ');
}

function pendingPart(words: Words, points: number, maturities: PointsView['maturities']): string[] {
  const { t, format, nowMs } = words;
  if (points <= 0) return [];
  const [only, ...others] = maturities;
  const count = format.count(points);
  if (only?.availableAtMs == null || others.length > 0) return [t('points.partPending', { points: count })];
  const date = format.date(only.availableAtMs, nowMs);
  return [memberWords(words)('points.pendingOn', { points: count, date })];
}
