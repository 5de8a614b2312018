import type { Locale } from '../../src/domain/locale.ts';
import type { Translate } from '../../src/messages/translator.ts';
import { Document } from '../mall/document.tsx';
import { GiftIcon, TickIcon, WaitIcon } from '../mall/icons.tsx';
import { LanguageSwitch } from '../mall/language-switch.tsx';
import { Mixed, SLOT } from '../mall/said.tsx';
import type { Assets } from '../mall/views.ts';

export type SiteView = {
  locale: Locale;
  t: Translate<'site'>;
  assets: Assets;
  signUpUrl: string;
  signInUrl: string;
  /** Shops that anyone may look into; none where no demo data is. */
  demos: { name: string; locale: Locale; url: string; slug: string }[];
};

/** The product's own page: what it is, and the two ways in. */
export function SiteHome({ view }: { view: SiteView }) {
  const { locale, t, demos } = view;
  const reasons = [
    { icon: <WaitIcon />, title: t('minutesTitle'), text: t('minutes') },
    { icon: <TickIcon />, title: t('exactTitle'), text: t('exact') },
    { icon: <GiftIcon />, title: t('ownTitle'), text: t('own') },
  ];
  return (
    <Document locale={locale} title={`${t('name')} · ${t('hero')}`} assets={view.assets} page="site">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <header class="top">
        <span class="brand">{t('name')}</span>
        <a class="top-link" href={view.signInUrl}>
          {t('signIn')}
        </a>
      </header>
      <main id="main" tabindex={-1}>
        <section class="hero">
          <h1>{t('hero')}</h1>
          <p>{t('lead')}</p>
          <div class="hero-actions">
            <a class="button" href={view.signUpUrl}>
              {t('start')}
            </a>
            {demos.length > 0 && (
              <a class="button quiet" href="#demos">
                {t('see')}
              </a>
            )}
          </div>
        </section>
        {demos.length > 0 && (
          <section id="demos" aria-labelledby="demos-title">
            <h2 id="demos-title">{t('demos')}</h2>
            <p class="small">{t('demosLead')}</p>
            <ul class="demos">
              {demos.map((demo) => (
                <li>
                  <a class={`demo demo-${demo.slug}`} href={demo.url}>
                    <Mixed message={t('open', { shop: SLOT })}>
                      <strong lang={demo.locale}>{demo.name}</strong>
                    </Mixed>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section aria-labelledby="reasons">
          <h2 id="reasons">{t('reasons')}</h2>
          <ul class="reasons">
            {reasons.map(({ icon, title, text }) => (
              <li>
                {icon}
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer class="foot">
        <LanguageSwitch current={locale} path="/" label={t('language')} />
      </footer>
    </Document>
  );
}
