import type { Child } from 'hono/jsx';
import { phoneHref } from '../../src/messages/phone-href.ts';
import { Document, type Preview } from './document.tsx';
import { EarnIcon, HomeIcon, LanguageIcon, OrdersIcon, PointsIcon } from './icons.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Said } from './said.tsx';
import type { Frame } from './views.ts';

type Props = {
  frame: Frame;
  title: string;
  page: string;
  /** Text and picture, by its path, of links to the page. */
  preview?: Preview | undefined;
  children: Child;
};

/** Header, navigation and footer around one page of a shop's mall. */
export function MallFrame({ frame, title, page, preview, children }: Props) {
  const { words, shop, assets } = frame;
  const name = { text: shop.name, lang: shop.locale };
  const full = title === shop.name ? title : `${title} · ${shop.name}`;
  return (
    <Document
      locale={words.locale}
      title={full}
      assets={assets}
      page={`mall ${page}`}
      preview={preview && fromOutside(preview, frame.origin)}
    >
      <a class="skip" href="#main">
        {words.t('skip')}
      </a>
      <header class="top">
        <a class="brand" href="/">
          <Said words={words} text={name} />
        </a>
        <details class="language-menu">
          <summary>
            <LanguageIcon />
            <span>{words.t('language')}</span>
          </summary>
          <LanguageSwitch current={words.locale} path={frame.path} label={words.t('language')} />
        </details>
      </header>
      {frame.preview && (
        <p class="preview-banner" role="status">
          {words.t('unopened.banner')}
        </p>
      )}
      <Navigation frame={frame} />
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <Footer frame={frame} />
    </Document>
  );
}

/** Whoever shows a link has only the link: a picture needs its whole address. */
function fromOutside({ description, pictureUrl }: Preview, origin: string): Preview {
  return { description, pictureUrl: pictureUrl && new URL(pictureUrl, origin).href };
}

function Navigation({ frame: { words, path } }: { frame: Frame }) {
  const { t, format } = words;
  const items = [
    { href: '/', label: t('home'), icon: <HomeIcon /> },
    { href: '/earn', label: t('earn', { unit: format.unit }), icon: <EarnIcon /> },
    { href: '/redemptions', label: t('orders'), icon: <OrdersIcon /> },
    { href: '/points', label: t('myPoints', { unit: format.unit }), icon: <PointsIcon /> },
  ];
  const here = path.split('?')[0];
  return (
    <nav class="tabs" aria-label={t('navigation')}>
      {items.map(({ href, label, icon }) => (
        <a href={href} aria-current={href === here ? 'page' : undefined}>
          {icon}
          <span>{label}</span>
        </a>
      ))}
    </nav>
  );
}

function Footer({ frame }: { frame: Frame }) {
  const { words, shop, signedIn } = frame;
  const { t } = words;
  const { phone, email, address } = shop.contact;
  return (
    <footer class="foot">
      <div class="foot-links">
        <a href="/rules">{t('rules')}</a>
        {phone && <a href={phoneHref(phone)}>{phone}</a>}
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {signedIn ? (
          <form method="post" action="/sign-out">
            <button class="link" type="submit">
              {t('signOut')}
            </button>
          </form>
        ) : (
          <a href="/sign-in">{t('signIn')}</a>
        )}
      </div>
      {address && (
        <p class="small">
          <Said words={words} text={{ text: address, lang: shop.locale }} />
        </p>
      )}
      <p class="small">{t('poweredBy')}</p>
    </footer>
  );
}
