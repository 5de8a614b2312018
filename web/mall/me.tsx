import { AskList } from './ask.tsx';
import { OrdersIcon, PointsIcon } from './icons.tsx';
import { MallFrame } from './mall-frame.tsx';
import { CardTop } from './member-card.tsx';
import {
  HelpIcon,
  LetterIcon,
  LockIcon,
  NextIcon,
  PersonIcon,
  PlaceIcon,
  TicketIcon,
} from './member-icons.tsx';
import { memberWords } from './member-words.ts';
import type { Frame } from './views.ts';
import type { Words } from './words.ts';

export type MeView = {
  /** Null where her profile could not be read. */
  who: { name: string; number: string } | null;
  availablePoints: number;
  /** What answering the shop's questions would still give her; null where that is nothing. */
  profilePoints: number | null;
};

/** Herself: her number for the shop, and the way to everything that is hers. */
export function MePage({ frame, view }: { frame: Frame; view: MeView }) {
  const { words } = frame;
  const { t, format } = words;
  const m = memberWords(words);
  return (
    <MallFrame frame={frame} title={m('me.title')} page="narrow own">
      <h1>{view.who?.name || m('me.title')}</h1>
      <AskList words={words} asks={[]} />
      <section class="member-card" aria-label={m('me.card')}>
        <CardTop words={words} points={Math.max(0, view.availablePoints)} />
        {view.who && (
          <p class="member-number">
            <span>{m('me.number')}</span> <strong>{view.who.number}</strong>
          </p>
        )}
        {frame.closing?.earns !== false && (
          <p class="card-small">{t('points.numberLine', { unit: format.unit })}</p>
        )}
      </section>
      <Menu words={words} profilePoints={view.profilePoints} />
      <p class="me-data">
        <a href="/me/data.json" download>
          {m('account.download')}
        </a>
      </p>
      <form method="post" action="/sign-out" class="me-out">
        <button class="button quiet" type="submit">
          {t('signOut')}
        </button>
      </form>
    </MallFrame>
  );
}

function Menu({ words, profilePoints }: { words: Words } & Pick<MeView, 'profilePoints'>) {
  const { t, format } = words;
  const m = memberWords(words);
  const items = [
    { href: '/points', label: t('points.history', { unit: format.unitTitle }), icon: <PointsIcon /> },
    { href: '/redemptions', label: t('redemptions.title'), icon: <OrdersIcon /> },
    { href: '/me/vouchers', label: m('vouchers.title'), icon: <TicketIcon /> },
    { href: '/me/addresses', label: m('addresses.title'), icon: <PlaceIcon /> },
    {
      href: '/me/profile',
      label: m('profile.title'),
      icon: <PersonIcon />,
      hint: profilePoints !== null && m('me.profilePoints', { points: format.points(profilePoints) }),
    },
    { href: '/me/news', label: m('news.title'), icon: <LetterIcon /> },
    { href: '/help', label: m('help.title'), icon: <HelpIcon /> },
    { href: '/me/account', label: m('account.title'), icon: <LockIcon /> },
  ];
  return (
    <ul class="me-menu">
      {items.map(({ href, label, icon, hint }) => (
        <li>
          <a href={href}>
            {icon}
            <span>
              {label}
              {hint && <span class="small me-hint">{hint}</span>}
            </span>
            <NextIcon />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One level up, to herself. */
export function BackToMe({ words }: { words: Words }) {
  return (
    <p>
      <a class="backlink" href="/me">
        {memberWords(words)('me.back')}
      </a>
    </p>
  );
}
