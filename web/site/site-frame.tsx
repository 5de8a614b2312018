import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { LOCALES, type Locale } from '../../src/domain/locale.ts';
import { filledIn, SITE_PAGES, type SitePage } from '../../src/domain/site-page.ts';
import { LOCALE_NAMES } from '../../src/messages/locale.ts';
import type { SiteWords } from './words.ts';

/** What every page of the product's own site is drawn with, at build time. */
export type SiteView = {
  locale: Locale;
  t: SiteWords;
  page: SitePage;
  assets: { style: string; script: string };
  /** Built pictures by the name they have in web/site/screens. */
  screens: Readonly<Record<string, string>>;
};

type Props = {
  view: SiteView;
  title: string;
  description: string;
  /** Whether the page is text of one width. */
  reading?: boolean;
  /** What the page says of the product for machines. */
  facts?: object;
  children: Child;
};

const ORIGIN = filledIn('origin');
/** Names of languages as Open Graph has them. */
const OG_LOCALES: Record<Locale, string> = { 'zh-CN': 'zh_CN', 'zh-TW': 'zh_TW', en: 'en_US' };

/** Address of one of the site's pages in one language, without the host. */
export const pathOf = (locale: Locale, page: SitePage) => `/${locale}${SITE_PAGES[page]}`;

/** Where shops are opened. */
export const SIGN_UP = `${filledIn('console')}/sign-up`;

/** Head, top and foot of the product's own pages. */
export function SiteFrame({ view, title, description, reading = false, facts, children }: Props) {
  const { locale, t, page, assets } = view;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={locale}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f5f0" />
          <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#141a18" />
          <title>{title}</title>
          <meta name="description" content={description} />
          <Addresses view={view} />
          <meta property="og:type" content="website" />
          <meta property="og:site_name" content={t('name')} />
          <meta property="og:title" content={title} />
          <meta property="og:description" content={description} />
          <meta property="og:url" content={`${ORIGIN}${pathOf(locale, page)}`} />
          <meta property="og:locale" content={OG_LOCALES[locale]} />
          {LOCALES.filter((each) => each !== locale).map((each) => (
            <meta property="og:locale:alternate" content={OG_LOCALES[each]} />
          ))}
          <SharedPicture view={view} />
          <link rel="stylesheet" href={assets.style} />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <script src={assets.script} defer />
          {facts && raw(`<script type="application/ld+json">${safeInHtml(facts)}</script>`)}
        </head>
        <body class={reading ? 'site docs' : 'site'}>
          <a class="skip" href="#main">
            {t('skip')}
          </a>
          <Top view={view} />
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <Foot view={view} />
        </body>
      </html>
    </>
  );
}

/** The one address of the page in this language, and where its sisters are. */
function Addresses({ view: { locale, page } }: Pick<Props, 'view'>) {
  return (
    <>
      <link rel="canonical" href={`${ORIGIN}${pathOf(locale, page)}`} />
      {LOCALES.map((each) => (
        <link rel="alternate" hreflang={each} href={`${ORIGIN}${pathOf(each, page)}`} />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${ORIGIN}${SITE_PAGES[page] || '/'}`} />
    </>
  );
}

function SharedPicture({ view: { locale, t, screens } }: Pick<Props, 'view'>) {
  const picture = screens[`share-${locale}.png`];
  if (!picture) return null;
  return (
    <>
      <meta property="og:image" content={`${ORIGIN}${picture}`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={t('share')} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function safeInHtml(facts: object): string {
  return JSON.stringify(facts).replaceAll('<', '\\u003c');
}

function Top({ view: { locale, t, page } }: Pick<Props, 'view'>) {
  const name = (
    <>
      <Mark />
      {t('name')}
    </>
  );
  return (
    <header class="site-top">
      <div class="site-bar">
        {page === 'home' ? (
          <span class="site-brand">{name}</span>
        ) : (
          <a class="site-brand" href={pathOf(locale, 'home')}>
            {name}
          </a>
        )}
        <nav class="site-links" aria-label={t('name')}>
          <a class="site-docs" href={pathOf(locale, 'docs')}>
            {t('foot.docs')}
          </a>
          <a href={`${filledIn('console')}/sign-in`}>{t('signIn')}</a>
        </nav>
      </div>
    </header>
  );
}

/** A stamp, as on a card that is full of them. */
function Mark() {
  return (
    <svg class="site-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="15" />
      <path d="M16 6.500 18.600 13.400 25.500 16 18.600 18.600 16 25.500 13.400 18.600 6.500 16 13.400 13.400z" />
    </svg>
  );
}

function Foot({ view: { locale, t, page } }: Pick<Props, 'view'>) {
  return (
    <footer class="site-foot">
      <div class="site-foot-links">
        <a href={pathOf(locale, 'docs')}>{t('foot.docs')}</a>
        <a href={pathOf(locale, 'widget')}>{t('foot.widget')}</a>
        <a href={pathOf(locale, 'libraries')}>{t('foot.libraries')}</a>
        <a href="/docs/design">{t('foot.design')}</a>
      </div>
      <nav class="site-languages" aria-label={t('language')}>
        {LOCALES.map((each) => (
          <a
            href={`${pathOf(each, page)}${filledIn('query')}`}
            lang={each}
            hreflang={each}
            aria-current={each === locale ? 'true' : undefined}
          >
            {LOCALE_NAMES[each]}
          </a>
        ))}
      </nav>
    </footer>
  );
}
