import type { Child } from 'hono/jsx';
import { qrPath } from '../../shared/qr-path.ts';
import type { SiteWords } from '../words.ts';

const SUGGESTED = [
  { key: 'coupon', file: 'coupon-10', points: 100, ticked: true },
  { key: 'ties', file: 'hair-ties', points: 220, ticked: true },
  { key: 'tote', file: 'tote', points: 560, ticked: true },
  { key: 'bowls', file: 'tableware', points: 500, ticked: false },
] as const;

/** From nothing to an open mall, in three pictures with the clock beside them. */
export function Minutes({ t }: { t: SiteWords }) {
  const pictures = {
    name: <NamePicture t={t} />,
    tick: <TickPicture t={t} />,
    open: <OpenPicture t={t} />,
  };
  return (
    <section class="minutes within" aria-labelledby="minutes-title">
      <h2 id="minutes-title">{t('minutes.title')}</h2>
      <p class="section-lead">{t('minutes.lead')}</p>
      <ol class="minutes-steps">
        {(['name', 'tick', 'open'] as const).map((step) => (
          <li>
            <p class="minutes-clock">{t(`minutes.${step}.at`)}</p>
            <Picture label={t(`minutes.${step}.picture`)}>{pictures[step]}</Picture>
            <h3>{t(`minutes.${step}.title`)}</h3>
            <p>{t(`minutes.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Picture({ label, children }: { label: string; children: Child }) {
  return (
    <div class="minutes-picture" role="img" aria-label={label}>
      <div class="minutes-paper">{children}</div>
    </div>
  );
}

function NamePicture({ t }: { t: SiteWords }) {
  const field = (label: string, value: string) => (
    <p class="mini-field">
      <span>{label}</span>
      <b>{value}</b>
    </p>
  );
  return (
    <>
      {field(t('minutes.name.shop'), t('minutes.name.shopValue'))}
      <p class="mini-address">
        <b>{t('minutes.name.slug')}</b>.pointmall
      </p>
      {field(t('minutes.name.mail'), t('minutes.name.mailValue'))}
      {field(t('minutes.name.password'), '••••••••••')}
    </>
  );
}

function TickPicture({ t }: { t: SiteWords }) {
  return (
    <div class="mini-rewards">
      {SUGGESTED.map(({ key, file, points, ticked }) => (
        <div class={ticked ? 'mini-reward is-ticked' : 'mini-reward'}>
          <img src={`/pictures/mianyu/${file}.svg`} alt="" width="480" height="480" loading="lazy" />
          <span>{t(`minutes.tick.${key}`)}</span>
          <b>{t('minutes.tick.points', { points: String(points) })}</b>
        </div>
      ))}
    </div>
  );
}

function OpenPicture({ t }: { t: SiteWords }) {
  const { size, path } = qrPath('Pointmall');
  return (
    <div class="mini-poster">
      <b>{t('minutes.name.shopValue')}</b>
      <svg viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
        <path d={path} />
      </svg>
      <strong>{t('minutes.open.poster')}</strong>
      <span>{t('minutes.open.fine')}</span>
    </div>
  );
}
