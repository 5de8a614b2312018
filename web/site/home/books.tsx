import { filledIn } from '../../../src/domain/site-page.ts';
import { Sometimes } from '../sometimes.tsx';
import type { SiteWords } from '../words.ts';

/** One member's movements, in order; the sum below them is theirs. */
const MOVEMENTS = [
  { key: 'join', points: 100 },
  { key: 'order', points: 128 },
  { key: 'sale', points: 99 },
  { key: 'coupon', points: -100 },
  { key: 'back', points: -99 },
] as const;

const REASONS = ['one', 'chain', 'crash'] as const;

/** Why the books can be trusted: a page of them, how they are kept, and what the last audit found. */
export function Books({ t }: { t: SiteWords }) {
  return (
    <section class="books" aria-labelledby="books-title">
      <div class="within">
        <div class="books-words">
          <h2 id="books-title">{t('books.title')}</h2>
          <p class="section-lead">{t('books.lead')}</p>
          <ul class="books-reasons">
            {REASONS.map((reason) => (
              <li>
                <h3>{t(`books.${reason}`)}</h3>
                <p>{t(`books.${reason}Text`)}</p>
              </li>
            ))}
          </ul>
        </div>
        <Receipt t={t} />
        <Sometimes when="audited">
          <Audited t={t} />
        </Sometimes>
        <Sometimes when="audited-wrong">
          <p class="audited-says">
            {t('books.auditedWrong', { time: filledIn('audit-time'), findings: filledIn('audit-findings') })}
          </p>
        </Sometimes>
      </div>
    </section>
  );
}

function Receipt({ t }: { t: SiteWords }) {
  const sum = MOVEMENTS.reduce((total, { points }) => total + points, 0);
  return (
    <div class="receipt">
      <p class="receipt-head">
        <b>{t('books.receipt')}</b> <span>{t('books.member')}</span>
      </p>
      <dl>
        {MOVEMENTS.map(({ key, points }) => (
          <div>
            <dt>
              {t(`books.${key}`)} <small>{t(`books.${key}Why`)}</small>
            </dt>
            <dd>{signed(points)}</dd>
          </div>
        ))}
        <div class="receipt-sum">
          <dt>{t('books.sum')}</dt>
          <dd>{sum}</dd>
        </div>
      </dl>
    </div>
  );
}

const signed = (points: number) => (points < 0 ? `−${-points}` : `+${points}`);

function Audited({ t }: { t: SiteWords }) {
  return (
    <div class="audited">
      <p class="audited-says">{t('books.audited', { time: filledIn('audit-time') })}</p>
      <ul>
        {(['shops', 'accounts', 'entries'] as const).map((what) => (
          <li>
            <b>{filledIn(`audit-${what}`)}</b> {t(`books.${what}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
