import type { Child } from 'hono/jsx';
import type { Locale } from '../../src/domain/locale.ts';
import type { Translate } from '../../src/messages/translator.ts';
import { Document } from '../mall/document.tsx';
import { LanguageSwitch } from '../mall/language-switch.tsx';
import type { Assets } from '../mall/views.ts';

/** What every page of the product's own site is drawn with. */
export type SiteFrameView = {
  locale: Locale;
  t: Translate<'site'>;
  assets: Assets;
  /** Of this page, for the language switch to come back to. */
  path: string;
  signInUrl: string;
};

type Props = { frame: SiteFrameView; title: string; page: string; children: Child };

/** Top and foot of the product's own pages. */
export function SiteFrame({ frame, title, page, children }: Props) {
  const { locale, t, assets, path, signInUrl } = frame;
  return (
    <Document locale={locale} title={title} assets={assets} page={page}>
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header class="top">
        {path === '/' ? (
          <span class="brand">{t('name')}</span>
        ) : (
          <a class="brand" href="/">
            {t('name')}
          </a>
        )}
        <a class="top-link" href={signInUrl}>
          {t('signIn')}
        </a>
      </header>
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <footer class="foot">
        {path === '/' && (
          <p>
            <a href="/docs/widget">{t('widgetDocs')}</a>
          </p>
        )}
        <LanguageSwitch current={locale} path={path} label={t('language')} />
      </footer>
    </Document>
  );
}
